import type { Principal } from '../platform/http/principal.ts'
import { acrOf, amrOf } from './acr.ts'
import type { SsoDeps } from './deps.ts'
import { type JudgePersonDeps, judgePerson, readJudging } from './judge-person.ts'
import { methodsOfKind } from './sign-on-policy.ts'
import { sessionById } from './store.ts'
import { isSignOnAuthor } from './store-sign-on-authors.ts'
import type { AssuranceMethod } from './types.ts'

export type DecideSignOnDeps = JudgePersonDeps & Pick<SsoDeps, 'db'> & { access: Pick<SsoDeps['access'], 'mayUse'> }

export type SignOnDecision =
  /** `acr` and `amr` (RFC 8176) tell the app what the person has shown, and `authTime` when they last did. */
  | { kind: 'allow'; acr: string; amr: string[]; authTime: Date; rule: string | null }
  /** Once one of these methods was shown, at most so many seconds ago (null: at any time of the session), ask again. */
  | { kind: 'needs'; methods: AssuranceMethod[]; maxAgeSeconds: number | null; rule: string | null }
  | {
      kind: 'refused'
      reason: 'no_access' | 'denied' | 'own_change' | 'name_held' | 'name_shared'
      rule: string | null
    }

/**
 * Whether this person may be told to this app now, and what they must show first: access, the sign-on policy, and whether
 * it is them who said as whom the app knows people, all read at this moment. Asked anew for every sign-on.
 */
export async function decideSignOn(
  deps: DecideSignOnDeps,
  input: { principal: Pick<Principal, 'personId' | 'sessionId'>; appId: string; address: string },
): Promise<SignOnDecision> {
  const { principal, appId, address } = input
  const { personId, sessionId } = principal
  const { db, access } = deps
  const [mayUse, session, judging, isAuthor] = await Promise.all([
    access.mayUse(db, personId, appId),
    sessionById(db, sessionId, deps.clock.now()),
    readJudging(deps, db, personId),
    isSignOnAuthor(db, personId, appId),
  ])
  if (!mayUse) return { kind: 'refused', reason: 'no_access', rule: null }
  if (!session) return { kind: 'refused', reason: 'denied', rule: null }
  if (isAuthor) return { kind: 'refused', reason: 'own_change', rule: null }
  const { proofs, remembered } = session
  const shown = { personId, purpose: 'launch', appId, address, proofs, remembered } as const
  const verdict = await judgePerson(deps, db, shown, judging)
  const rule = verdict.rule?.name ?? null
  if (verdict.outcome === 'deny') return { kind: 'refused', reason: 'denied', rule }
  if (verdict.outcome !== 'allow') {
    const methods = verdict.kinds.flatMap((kind) => methodsOfKind[kind])
    return {
      kind: 'needs',
      methods: verdict.isOneEnough ? ['password', ...methods] : methods,
      maxAgeSeconds: verdict.maxAgeSeconds,
      rule,
    }
  }
  return { kind: 'allow', acr: acrOf(proofs), amr: amrOf(proofs), authTime: newest(proofs, session.startedAt), rule }
}

const newest = (proofs: readonly { at: Date }[], otherwise: Date): Date =>
  proofs.length === 0 ? otherwise : new Date(Math.max(...proofs.map(({ at }) => at.getTime())))
