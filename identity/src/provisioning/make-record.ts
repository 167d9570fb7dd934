import { TryAgainAt } from '../platform/jobs/jobs.ts'
import type { AppLinks, MadeRecord, RecordKind } from './connectors/connector.ts'
import { type ReconcileDeps, type Run, reconciler, subjectsOf } from './run.ts'
import { beginRecord, forgetRecord, lockRecord, type RecordName, saveRecord } from './store-records.ts'

/** After this long whoever began is taken for dead. */
const claimMs = 60_000
const action = 'app.record_made'

/**
 * Makes a record that an app has none of, such as a company: one worker at a time, meant in the trail before it is done, and
 * once for each name. What we made and do not find any more was hidden, renamed or taken away there, and is not made again.
 * @returns what it is written as, or why there is none
 */
export async function makeRecord(
  deps: ReconcileDeps,
  run: Run,
  make: NonNullable<AppLinks['make']>,
  wanted: { kind: RecordKind; name: string },
): Promise<MadeRecord> {
  const record: RecordName = { appId: run.connection.appId, ...wanted }
  const intentId = await begin(deps, run, record)
  if (intentId === null) return { id: null, why: 'several' }
  try {
    const made = await make(record.kind, record.name)
    await end(deps, run, record, intentId, made)
    return made
  } catch (error) {
    await end(deps, run, record, intentId, null)
    throw error
  }
}

const entryOf = ({ account, desired }: Run, { kind, name }: RecordName) => ({
  action,
  actor: reconciler,
  subjects: subjectsOf(account, desired.grantIds),
  after: { kind, name },
})

/** The trail's intent; null where it was made once and is gone from sight. @throws TryAgainAt while another worker is at it */
async function begin(deps: ReconcileDeps, run: Run, record: RecordName): Promise<string | null> {
  const now = deps.clock.now()
  const isBusy = () => new TryAgainAt(new Date(now.getTime() + 1000), 'The record is being made for another account.')
  return deps.db.transaction(async (tx) => {
    const known = await lockRecord(tx, record)
    if (known !== null && known.remote_id !== null) return null
    if (known !== null && known.claimed_at.getTime() > now.getTime() - claimMs) throw isBusy()
    // Whoever began died over it. Whether it was made is seen by looking, which making begins with.
    if (known !== null)
      deps.audit.outcome(tx, known.intent_id, { ok: false, facts: { found: 'not finished' } }, entryOf(run, record))
    const intentId = deps.audit.intent(tx, entryOf(run, record))
    if (!(await beginRecord(tx, record, { now, intentId, isTakenOver: known !== null }))) throw isBusy()
    return intentId
  })
}

async function end(
  deps: ReconcileDeps,
  run: Run,
  record: RecordName,
  intentId: string,
  made: MadeRecord | null,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const isMade = made !== null && (made.id === null ? made.why === 'hidden' : made.isNew)
    const facts =
      made === null
        ? { found: 'no answer' }
        : made.id === null
          ? { found: made.why }
          : { remoteId: made.id, isNew: made.isNew }
    deps.audit.outcome(tx, intentId, { ok: made !== null && made.id !== null, facts }, entryOf(run, record))
    // What was there already, or was not made, may be looked for and made by whoever comes next; what nobody can see may not.
    await (isMade ? saveRecord(tx, record, made.id ?? '') : forgetRecord(tx, record))
  })
}
