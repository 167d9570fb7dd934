/** The front door of credentials: passwords checked, recovered, changed and unlocked; since when sessions count. */
import type { Actor } from '../audit/module.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type CheckedPassword, type CheckPasswordInput, checkPassword } from './check-password.ts'
import type { CredentialsDeps, CredentialsPlatform } from './deps.ts'
import { createFactors } from './factors/registry.ts'
import { invitePerson } from './invite-person.ts'
import { lockoutThresholds } from './lockout-thresholds.ts'
import { prepareReset, prepareResetTask } from './prepare-reset.ts'
import { purgeEnded } from './purge-ended.ts'
import { realDelay } from './real-delay.ts'
import { settleOpenWrites } from './settle-open-writes.ts'
import { moveValidity, validityOf } from './store.ts'
import type { Validity } from './types.ts'

export type { CheckedPassword, CheckPasswordInput } from './check-password.ts'
export type { CredentialsDeps, CredentialsPlatform } from './deps.ts'
export { passwordChanged, recoveryFinished, resetAbandoned, resetDisputed, resetFailed } from './events.ts'
export { hashOfToken, oneTimeToken } from './one-time-token.ts'
export { credentialsRoutes } from './routes.ts'
export type { Validity } from './types.ts'
export { voidOnRestore } from './void-on-restore.ts'

export type Credentials = {
  /** Whether this login and password open a session. Refusals come at a common deadline and say nothing of why. */
  checkPassword(input: CheckPasswordInput): Promise<CheckedPassword>
  /** Since when sessions and tokens of a person count; null for always. */
  validFrom(r: Reader, personId: string): Promise<Date | null>
  /** The same as an epoch, which compares without clocks: see `Validity`. */
  validity(r: Reader, personId: string): Promise<Validity>
  /** Ends every session and token of a person from this transaction's commit on. */
  moveValidFrom(tx: Tx, personId: string): Promise<void>
  /** Mails a one-time link for the first password of a built-in person; nobody else sees it. */
  invite(tx: Tx, personId: string, actor: Actor): Promise<{ expiresAt: Date }>
  /** What the routes are bound to. */
  readonly deps: CredentialsDeps
}

export function createCredentials(platform: CredentialsPlatform): Credentials {
  const deps: CredentialsDeps = {
    ...platform,
    factors: createFactors(platform),
    thresholds: lockoutThresholds(platform),
    delay: platform.delay ?? realDelay,
    signInDeadlineMs: platform.deadlines?.signInMs ?? 2000,
    proofDeadlineMs: platform.deadlines?.proofMs ?? 700,
  }
  deps.jobs.register(prepareResetTask, (payload) => prepareReset(deps, String(payload.attemptId)))
  deps.jobs.schedule({
    name: 'credentials.settle-writes',
    everySeconds: 30,
    run: (now) => settleOpenWrites(deps, now),
  })
  deps.jobs.schedule({ name: 'credentials.purge', everySeconds: 3600, run: (now) => purgeEnded(deps.db, now) })
  return {
    deps,
    checkPassword: (input) => checkPassword(deps, input),
    validFrom: async (r, personId) => (await validityOf(r, personId)).from,
    validity: validityOf,
    moveValidFrom: (tx, personId) => moveValidity(tx, personId, deps.clock.now(), null),
    invite: (tx, personId, actor) => invitePerson(deps, tx, { personId, actor }),
  }
}
