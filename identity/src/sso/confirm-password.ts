import type { Actor } from '../audit/module.ts'
import { oneTimeToken } from '../credentials/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import type { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { personUnknown, signInRefused } from './errors.ts'
import { renewSession } from './store.ts'

export type ConfirmPasswordDeps = Pick<SsoDeps, 'db' | 'clock' | 'audit' | 'directory' | 'credentials'>

/**
 * Step-up (RFC 9470): the person behind a session shows again that it is them. It goes through the same door as signing
 * in, with the same counters, and the session gets a new cookie.
 */
export async function confirmPassword(
  deps: ConfirmPasswordDeps,
  input: { principal: Principal; password: Secret; address: string; requestId: string; actor: Actor },
): Promise<{ cookie: Secret }> {
  const { personId, sessionId, roles } = input.principal
  const person = await deps.directory.person(deps.db, personId)
  if (!person) throw personUnknown()
  const checked = await deps.credentials.checkPassword({
    login: person.login,
    password: input.password,
    address: input.address,
    requestId: input.requestId,
    knownPersonId: personId,
  })
  // The same login may exist in another directory, with another person's password.
  if (checked.kind !== 'ok' || checked.personId !== personId) throw signInRefused()
  const { token, hash } = oneTimeToken()
  await deps.db.transaction(async (tx) => {
    const now = deps.clock.now()
    const proof = { methods: ['password' as const], assuredAt: now, epoch: checked.epoch }
    const rolesSeen = [...roles].sort()
    if (!(await renewSession(tx, { id: sessionId, tokenHash: hash, rolesSeen, previousUntil: null, proof }, now)))
      throw signInRefused()
    deps.audit.record(tx, { action: 'session.confirmed', actor: input.actor, subjects: { personId, sessionId } })
  })
  return { cookie: token }
}
