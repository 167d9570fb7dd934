import type { Audit } from '../audit/module.ts'
import type { Directory, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { resetFailed } from './events.ts'
import type { Factors } from './factors/registry.ts'
import { attemptsAtOnceMax, resetMailTries } from './limits.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { selfServiceStoppedAt } from './store.ts'
import { factorsOfPerson } from './store-factors.ts'
import { countLiveProofs, insertAttemptPerson, openAttempt, takeWaitingAttempt } from './store-resets.ts'
import { takeTries } from './store-tries.ts'

export type PrepareResetDeps = {
  db: Database
  clock: Clock
  audit: Pick<Audit, 'record'>
  events: Events
  directory: Pick<Directory, 'findByLogin' | 'connectorOf' | 'groupsOf' | 'isProtected'>
  factors: Factors
}

export const prepareResetTask = 'credentials.prepare-reset'

/**
 * The half of a started reset that knows people; runs in a job. Whoever the login means and may recover by themselves is
 * sent a proof; for anyone else the attempt stays idle, and nobody outside can tell.
 */
export function prepareReset(deps: PrepareResetDeps, attemptId: string): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const attempt = await takeWaitingAttempt(tx, attemptId, deps.clock.now())
    if (!attempt) return
    let begun = 0
    for (const person of await deps.directory.findByLogin(tx, attempt.login)) {
      // Whoever said which directory is theirs is not written to about an account of the same name elsewhere.
      if (attempt.directoryId !== null && attempt.directoryId !== person.directoryId) continue
      const because = await beginProofs(deps, tx, { attemptId, person, expiresAt: attempt.expiresAt })
      const isBegun = because === 'sent' || because === 'factors_only'
      if (isBegun) begun += 1
      deps.audit.record(tx, {
        action: because === 'sent' ? 'reset.code_sent' : isBegun ? 'reset.begun' : 'reset.not_begun',
        actor: { kind: 'system', name: prepareResetTask },
        subjects: { personId: person.id, attemptId },
        ...(because === 'sent' ? {} : { after: { because } }),
      })
      if (because === 'no_proof')
        await deps.events.emit(tx, resetFailed, { personId: person.id, attemptId, reason: 'no_proof' })
    }
    if (begun > 0) await openAttempt(tx, attemptId)
  })
}

type Outcome =
  | 'sent'
  /** Nothing was mailed, but what they set up may prove who they are. */
  | 'factors_only'
  | 'protected'
  | 'not_active'
  | 'self_service_off'
  | 'disputed'
  | 'password_elsewhere'
  | 'attempts_open'
  | 'mails_sent'
  | 'no_proof'

async function beginProofs(
  deps: PrepareResetDeps,
  tx: Tx,
  input: { attemptId: string; person: Person; expiresAt: Date },
): Promise<Outcome> {
  const { person } = input
  const now = deps.clock.now()
  if (person.state !== 'active') return 'not_active'
  const [isProtected, policy, stoppedAt, { connector }, live] = await Promise.all([
    deps.directory.isProtected(tx, person.id),
    recoveryPolicyFor(deps, tx, person),
    selfServiceStoppedAt(tx, person.id),
    deps.directory.connectorOf(tx, person.id),
    countLiveProofs(tx, person.id, now),
  ])
  if (isProtected) return 'protected'
  if (!policy.selfService) return 'self_service_off'
  if (stoppedAt !== null) return 'disputed'
  if (!connector.passwords) return 'password_elsewhere'
  // A stranger's fourth request is dropped; the three before stay good, and their links are in the person's own mailbox.
  if (live >= attemptsAtOnceMax) return 'attempts_open'
  for (const kind of policy.proofs) {
    const factor = deps.factors.get(kind)
    if (!factor || !(await factor.isUsable(tx, person, policy))) continue
    if ((await takeTries(tx, resetMailTries(person.id), now)).kind === 'over') return 'mails_sent'
    await insertAttemptPerson(tx, input.attemptId, person.id)
    await factor.begin(tx, { ...input, policy })
    return 'sent'
  }
  const kinds = (await factorsOfPerson(tx, person.id)).map(({ kind }) => kind)
  if (!kinds.some((kind) => policy.proofs.includes(kind))) return 'no_proof'
  await insertAttemptPerson(tx, input.attemptId, person.id)
  return 'factors_only'
}
