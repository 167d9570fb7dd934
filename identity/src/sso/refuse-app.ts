import type { Actor } from '../audit/module.ts'
import type { Failure } from '../platform/errors.ts'
import type { Principal } from '../platform/http/principal.ts'
import type { SignOnDecision } from './decide-sign-on.ts'
import type { SsoDeps } from './deps.ts'
import { appDenied, appRefused, nameHeld, nameShared, ownSignOnChange } from './errors.ts'
import { signInsTopic } from './start-session.ts'

/** Somebody was not let into an app, from whichever door: writes it down, and answers what they are told. */
export async function refuseApp(
  deps: Pick<SsoDeps, 'db' | 'audit' | 'live'>,
  input: {
    appId: string
    principal: Pick<Principal, 'personId' | 'sessionId'>
    actor: Actor
    decision: Extract<SignOnDecision, { kind: 'refused' }>
  },
): Promise<Failure> {
  const { appId, principal, actor, decision } = input
  const { personId, sessionId } = principal
  await deps.db.transaction(async (tx) => {
    const subjects = { personId, appId, sessionId }
    deps.audit.record(tx, { action: 'app.refused', actor, subjects, after: { because: decision.reason } })
    await deps.live.publish(tx, signInsTopic(personId))
  })
  return refusals[decision.reason]()
}

const refusals = {
  denied: appDenied,
  no_access: appRefused,
  own_change: ownSignOnChange,
  name_held: nameHeld,
  name_shared: nameShared,
}
