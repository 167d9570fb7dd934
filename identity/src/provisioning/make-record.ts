import type { Tx } from '../platform/database/database.ts'
import { TryAgainAt } from '../platform/jobs/jobs.ts'
import type { AppLinks, MadeRecord, RecordKind } from './connectors/connector.ts'
import { AppFailure } from './connectors/failures.ts'
import { type ReconcileDeps, type Run, reconciler, subjectsOf } from './run.ts'
import {
  beginRecord,
  forgetRecord,
  lockRecord,
  type MadeHere,
  noteUnanswered,
  type RecordName,
  saveRecord,
} from './store-records.ts'

/** After this long whoever began is taken for dead, and what nobody answered for not done: no app works at one call for longer. */
const claimMs = 120_000
/** Longer than an answer takes: from then on others look whether it was made. */
const lookAfterMs = 15_000
const action = 'app.record_made'

/**
 * Makes a record that an app has none of, such as a company: one worker at a time, meant in the trail before it is done, and
 * once for each name. Where no answer came, or one that says no more than that it went wrong, it may be made all the same,
 * later: until that is sure it is only looked for. No account waits for a record that an app cannot make: it goes on without,
 * and is linked once the record is there. What we made is linked where it is found, which other nodes do not know of; and
 * what is not found any more was hidden, renamed or taken away there, and is not made again.
 * @returns what it is written as, or why there is none
 * @throws TryAgainAt for the seconds that another worker may wait for the app's answer
 * @throws AppFailure where the app answers nothing else either
 */
export async function makeRecord(
  deps: ReconcileDeps,
  run: Run,
  records: NonNullable<AppLinks['records']>,
  wanted: { kind: RecordKind; name: string },
): Promise<MadeRecord | NotMade> {
  const { kind, name } = wanted
  const record: RecordName = { appId: run.connection.appId, ...wanted }
  const begun = await begin(deps, run, record)
  if (begun.kind === 'begun') return make(deps, run, record, { ...begun, records })
  const id = await records.look(kind, name)
  if (id === null && begun.kind === 'made') return { id: null, why: 'several' }
  if (id === null) return notMade
  if (begun.kind === 'unanswered') await end(deps, run, record, begun.intentId, { id, isNew: true })
  return { id, isNew: false }
}

async function make(
  deps: ReconcileDeps,
  run: Run,
  record: RecordName,
  { intentId, records }: { intentId: string; records: NonNullable<AppLinks['records']> },
): Promise<MadeRecord | NotMade> {
  let made: MadeRecord | null
  try {
    made = await records.make(record.kind, record.name)
  } catch (error) {
    if (isAnswer(error)) await end(deps, run, record, intentId, null)
    if (!isOfRecord(error)) throw error
    made = await lookAfter(deps, record, { intentId, records, error })
    if (made === null) return notMade
  }
  await end(deps, run, record, intentId, made)
  return made
}

/**
 * An app that answers to a look is not away: what went wrong is about this record, which may have been made all the same.
 * @throws what went wrong, where it is the app
 */
async function lookAfter(
  deps: ReconcileDeps,
  record: RecordName,
  { intentId, records, error }: { intentId: string; records: NonNullable<AppLinks['records']>; error: unknown },
): Promise<MadeRecord | null> {
  let id: string | null
  try {
    id = await records.look(record.kind, record.name)
  } catch {
    throw error
  }
  if (id !== null) return { id, isNew: true }
  // Nobody else has to wait for the answer of this call.
  const begunBefore = new Date(deps.clock.now().getTime() - lookAfterMs)
  await noteUnanswered(deps.db, record, { intentId, begunBefore })
  return null
}

/** None that is there or known to come: the account does without. */
type NotMade = { id: null; why: 'not_made' }
const notMade: NotMade = { id: null, why: 'not_made' }

/** Whether it may be about this record alone. An app that asks for time is asked nothing more. */
const isOfRecord = (error: unknown): boolean => error instanceof AppFailure && error.code !== 'app_busy'

/** The app said that it did nothing. Anything else may have been done. */
const isAnswer = (error: unknown): boolean => error instanceof AppFailure && error.code !== 'app_unreachable'

const isBusy = ({ clock }: ReconcileDeps, ms: number): TryAgainAt =>
  new TryAgainAt(new Date(clock.now().getTime() + ms), 'The record is being made for another account.')

const entryOf = ({ account, desired }: Run, { kind, name }: RecordName) => ({
  action,
  actor: reconciler,
  subjects: subjectsOf(account, desired.grantIds),
  after: { kind, name },
})

/** With the trail's intent, this run's own or that of whoever has no answer yet; `made`: it was made once. */
type Begun = { kind: 'begun' | 'unanswered'; intentId: string } | { kind: 'made' }

async function begin(deps: ReconcileDeps, run: Run, record: RecordName): Promise<Begun> {
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    const known = await lockRecord(tx, record)
    if (known !== null && known.remote_id !== null) return { kind: 'made' }
    const age = known === null ? claimMs : now.getTime() - known.claimed_at.getTime()
    if (age < lookAfterMs) throw isBusy(deps, 1000)
    if (known !== null && age < claimMs) return { kind: 'unanswered', intentId: known.intent_id }
    // Whoever began died over it. Whether it was made is seen by looking, which making begins with.
    if (known !== null)
      deps.audit.outcome(tx, known.intent_id, { ok: false, facts: { found: 'not finished' } }, entryOf(run, record))
    const intentId = deps.audit.intent(tx, entryOf(run, record))
    if (!(await beginRecord(tx, record, { now, intentId, isTakenOver: known !== null }))) throw isBusy(deps, 1000)
    return { kind: 'begun', intentId }
  })
}

/** Says what came of it; null: nothing was done. Whose claim is another's by now changes nothing of that. */
async function end(
  deps: ReconcileDeps,
  run: Run,
  record: RecordName,
  intentId: string,
  made: MadeRecord | null,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const known = await lockRecord(tx, record)
    if (known?.intent_id !== intentId || known.remote_id !== null)
      return tellLate(deps, tx, { run, record, made, known })
    deps.audit.outcome(
      tx,
      intentId,
      { ok: made !== null && made.id !== null, facts: factsOf(made) },
      entryOf(run, record),
    )
    // What was there already, or was not made, may be looked for and made by whoever comes next; what nobody can see may not.
    const isMade = made !== null && (made.id === null ? made.why === 'hidden' : made.isNew)
    await (isMade ? saveRecord(tx, record, made.id ?? '') : forgetRecord(tx, record))
  })
}

/** The trail has an outcome of this intent, which others saw or took for granted; what it has not is told as a fact. */
function tellLate(
  deps: ReconcileDeps,
  tx: Tx,
  { run, record, made, known }: { run: Run; record: RecordName; made: MadeRecord | null; known: MadeHere | null },
): void {
  if (made === null || made.id === null || !made.isNew || known?.remote_id === made.id) return
  const entry = entryOf(run, record)
  deps.audit.record(tx, { ...entry, after: { ...entry.after, ...factsOf(made) } })
}

function factsOf(made: MadeRecord | null) {
  if (made === null) return { found: 'no answer' }
  return made.id === null ? { found: made.why } : { remoteId: made.id, isNew: made.isNew }
}
