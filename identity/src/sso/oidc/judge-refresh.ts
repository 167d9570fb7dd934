import type { Reader } from '../../platform/database/database.ts'
import { factsAbout, type JudgePersonDeps, readJudging } from '../judge-person.ts'
import { judgeAll, type PolicyRules } from '../sign-on-policy.ts'
import { isSignOnAuthor } from '../store-sign-on-authors.ts'
import { sessionBehind } from './session-behind.ts'

/** The grant that somebody's tokens came of, for one app. */
type Refreshed = { personId: string; appId: string; grantId: string }

/**
 * Whether the sign-on policy keeps a refresh token from giving more: it is asked then as it is when an app is opened, about the
 * session that the token hangs on. Who calls is the app, so the network is the one that the session began in. Once the
 * session is over by its time, only what denies the app wherever somebody is, and whatever they show, is held against the
 * token. A session that was ended takes its tokens with it at that moment, whatever has been cleared away since.
 */
export async function isRefreshRefused(deps: JudgePersonDeps, r: Reader, refreshed: Refreshed): Promise<boolean> {
  const { personId, appId } = refreshed
  const [session, { policies, factors }, isAuthor] = await Promise.all([
    sessionBehind(r, refreshed, deps.clock.now()),
    readJudging(deps, r, personId),
    isSignOnAuthor(r, personId, appId),
  ])
  if (isAuthor || session === 'ended') return true
  const shown = session ?? { address: '', proofs: [], remembered: null }
  const facts = await factsAbout(deps, r, { personId, purpose: 'launch', appId, ...shown }, policies, factors)
  if (session) return judgeAll(policies, facts).outcome !== 'allow'
  const [first, ...others] = policies
  return judgeAll([anywhere(first), ...others.map(anywhere)], facts).outcome === 'deny'
}

/** Where it is about networks, a rule may let somebody through: nobody knows which they are in. */
function anywhere(policy: PolicyRules): PolicyRules {
  const rules = policy.rules.map((rule) => {
    const { networks, notNetworks } = rule.when
    if (networks.length === 0 && notNetworks.length === 0) return rule
    const when = { ...rule.when, networks: [], notNetworks: [] }
    return { ...rule, when, demand: { ...rule.demand, proof: 'one' as const } }
  })
  return { ...policy, rules }
}
