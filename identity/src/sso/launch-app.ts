import type { Actor } from '../audit/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import { type DecideSignOnDeps, decideSignOn } from './decide-sign-on.ts'
import type { SsoDeps } from './deps.ts'
import { appUnknown, appWithoutAddress } from './errors.ts'
import { refuseApp } from './refuse-app.ts'
import { startsHere } from './saml/store-saml.ts'
import { signInsTopic } from './start-session.ts'

export type LaunchAppDeps = DecideSignOnDeps & Pick<SsoDeps, 'db' | 'access' | 'audit' | 'live'>

export type Launched =
  | { kind: 'go'; address: URL }
  | { kind: 'confirm' }
  /** The app waits for an assertion that nobody asked for: the browser sends a form of ours first (security C.18). */
  | { kind: 'start_here' }

/**
 * The way into an app: access and the sign-on policy are asked at the moment of the click, and the address comes from the
 * app's own settings, found by its id. No address ever comes from the request, so nobody can be sent elsewhere.
 */
export async function launchApp(
  deps: LaunchAppDeps,
  input: { appId: string; principal: Principal; address: string; actor: Actor },
): Promise<Launched> {
  const { db, access } = deps
  const { appId, principal } = input
  const { personId, sessionId } = principal
  const app = await access.app(db, appId)
  if (!app || app.state === 'retired') throw appUnknown()
  const decision = await decideSignOn(deps, { principal, appId, address: input.address })
  if (decision.kind === 'needs') return { kind: 'confirm' }
  if (decision.kind === 'refused') throw await refuseApp(deps, { ...input, decision })
  if (await startsHere(db, appId)) return { kind: 'start_here' }
  const { signOn } = app.addresses
  if (signOn === null || !URL.canParse(signOn)) throw appWithoutAddress()
  const address = new URL(signOn)
  if (address.protocol !== 'https:' && address.protocol !== 'http:') throw appWithoutAddress()
  await db.transaction(async (tx) => {
    const { acr, rule } = decision
    const subjects = { personId, appId, sessionId }
    deps.audit.record(tx, { action: 'app.launched', actor: input.actor, subjects, after: { acr, rule } })
    await deps.live.publish(tx, signInsTopic(personId))
  })
  return { kind: 'go', address }
}
