import type { Audit } from '../audit/module.ts'
import type { Directory, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { remembering } from '../platform/database/remembering.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import type { Events } from '../platform/events.ts'
import { resetFailed } from './events.ts'
import type { Begin } from './factors/factor.ts'
import type { Factors } from './factors/registry.ts'
import { attemptsAtOnceMax, resetMailTries } from './limits.ts'
import { restingAddresses } from './policy.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { selfServiceStoppedAt } from './store.ts'
import { factorsOfPerson } from './store-factors.ts'
import {
  countLiveProofs,
  insertAttemptPerson,
  settleAttempt,
  type WaitingAttempt,
  waitingAttempt,
} from './store-resets.ts'
import { takeTries } from './store-tries.ts'

export type PrepareResetDeps = {
  db: Database
  clock: Clock
  audit: Pick<Audit, 'record'>
  events: Events
  directory: Pick<Directory, 'findByLogin' | 'connectorOf' | 'groupsOf' | 'isProtected' | 'addressesOf'>
  factors: Factors
  shareTransaction: ShareTransaction
}

export const prepareResetTask = 'credentials.prepare-reset'

/** Those that began together; where one of them cannot be looked up the job comes again, and leaves alone what is done. */
export async function prepareResets(deps: PrepareResetDeps, attemptIds: readonly string[]): Promise<void> {
  const prepared = await Promise.allSettled(attemptIds.map((id) => prepareReset(deps, id)))
  for (const each of prepared) if (each.status === 'rejected') throw each.reason
}

/**
 * The half of a started reset that knows people; runs in a job. Whoever the login means and may recover by themselves is
 * sent a proof; for anyone else the attempt stays idle, and nobody outside can tell. Who may is read and counted before the
 * transaction that sends, so that nobody waits for it at the counter of all mails; whatever has changed by then is looked at
 * again when the proof comes back.
 */
export async function prepareReset(deps: PrepareResetDeps, attemptId: string): Promise<void> {
  const db = remembering(deps.db)
  const attempt = await waitingAttempt(db, attemptId)
  if (!attempt) return
  const judged = attempt.expiresAt > deps.clock.now() ? await judgeAll(deps, db, attempt) : []
  const isBegun = ({ outcome }: Judged) => outcome === 'sent' || outcome === 'factors_only'
  await deps.shareTransaction(attemptId, async (tx) => {
    if (!(await settleAttempt(tx, attemptId, judged.some(isBegun) ? 'open' : 'idle'))) return
    for (const each of judged) {
      const { person, outcome } = each
      if (isBegun(each)) insertAttemptPerson(tx, { attemptId, personId: person.id })
      if (outcome === 'sent') await each.begin(tx, { attemptId, expiresAt: attempt.expiresAt })
      deps.audit.record(tx, {
        action: outcome === 'sent' ? 'reset.code_sent' : isBegun(each) ? 'reset.begun' : 'reset.not_begun',
        actor: { kind: 'system', name: prepareResetTask },
        subjects: { personId: person.id, attemptId },
        ...(outcome === 'sent' ? {} : { after: { because: outcome } }),
      })
      if (outcome === 'no_proof' || outcome === 'address_rests')
        await deps.events.emit(tx, resetFailed, { personId: person.id, attemptId, reason: outcome })
    }
  })
}

type Outcome =
  | { outcome: 'sent'; begin: Begin }
  | {
      outcome: /** Nothing was mailed, but what they set up may prove who they are. */
        | 'factors_only'
        | 'protected'
        | 'not_active'
        | 'directory_paused'
        | 'self_service_off'
        | 'disputed'
        | 'password_elsewhere'
        | 'attempts_open'
        | 'mails_sent'
        | 'no_proof'
        /** The address that would do changed a short time ago. */
        | 'address_rests'
    }
type Judged = Outcome & { person: Person }

async function judgeAll(deps: PrepareResetDeps, db: Database, attempt: WaitingAttempt): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const person of await deps.directory.findByLogin(db, attempt.login)) {
    // Whoever said which directory is theirs is not written to about an account of the same name elsewhere.
    if (attempt.directoryId !== null && attempt.directoryId !== person.directoryId) continue
    judged.push({ person, ...(await judge(deps, db, person)) })
  }
  // Taken last: where one of them cannot be judged, the job comes again, and must not use up the mails of the others.
  return await Promise.all(judged.map((each) => countMail(deps, db, each)))
}

async function countMail(deps: PrepareResetDeps, db: Database, judged: Judged): Promise<Judged> {
  const { person, outcome } = judged
  if (outcome !== 'sent') return judged
  const taken = await takeTries(db, resetMailTries(person.id), deps.clock.now(), { isUnhurried: true })
  return taken.kind === 'over' ? { person, outcome: 'mails_sent' } : judged
}

async function judge(deps: PrepareResetDeps, db: Database, person: Person): Promise<Outcome> {
  const now = deps.clock.now()
  if (person.state !== 'active') return { outcome: 'not_active' }
  const [isProtected, policy, stoppedAt, { connector, directory }, live] = await Promise.all([
    deps.directory.isProtected(db, person.id),
    recoveryPolicyFor(deps, db, person),
    selfServiceStoppedAt(db, person.id),
    deps.directory.connectorOf(db, person.id),
    countLiveProofs(db, person.id, now),
    // Where a code is mailed: read along, and remembered.
    deps.directory.addressesOf(db, person.id),
  ])
  if (isProtected) return { outcome: 'protected' }
  if (directory.pausedAt !== null) return { outcome: 'directory_paused' }
  if (!policy.selfService) return { outcome: 'self_service_off' }
  if (stoppedAt !== null) return { outcome: 'disputed' }
  if (!connector.passwords) return { outcome: 'password_elsewhere' }
  // A stranger's fourth request is dropped; the three before stay good, and their links are in the person's own mailbox.
  if (live >= attemptsAtOnceMax) return { outcome: 'attempts_open' }
  for (const kind of policy.proofs) {
    const begin = await deps.factors.get(kind)?.prepare(db, person, policy)
    if (!begin) continue
    return { outcome: 'sent', begin }
  }
  const kinds = (await factorsOfPerson(db, person.id)).map(({ kind }) => kind)
  if (kinds.some((kind) => policy.proofs.includes(kind))) return { outcome: 'factors_only' }
  const isMailed = policy.proofs.includes('mail_code')
  const addresses = isMailed ? await deps.directory.addressesOf(db, person.id) : []
  return { outcome: restingAddresses(addresses, policy, now).length > 0 ? 'address_rests' : 'no_proof' }
}
