import { type Kysely, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'

export type WriteState = 'open' | 'applied' | 'not_applied' | 'unknown'

/** `first`: by invitation, where there was no password before. */
export type WriteKind = 'reset' | 'change' | 'first'

type Tables = {
  password_writes: {
    id: string
    person_id: string
    intent_id: string
    kind: WriteKind
    ticket_id: string | null
    changed_before: Date | null
    started_at: Date
    state: WriteState
    settled_at: Date | null
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** A password write from before it until its outcome is known; the password itself is never part of it. */
export type PasswordWrite = {
  id: string
  personId: string
  intentId: string
  kind: WriteKind
  ticketId: string | null
  /** What the directory said before. */
  changedBefore: Date | null
  startedAt: Date
}

export const insertWrite = keptWrite((tx, write: PasswordWrite) =>
  tables(tx).insertInto('password_writes').values({
    id: write.id,
    person_id: write.personId,
    intent_id: write.intentId,
    kind: write.kind,
    ticket_id: write.ticketId,
    changed_before: write.changedBefore,
    started_at: write.startedAt,
    state: 'open',
    settled_at: null,
  }),
)

/** Spelled out, because a parameter would hide the partial index of open writes from generic plans. */
const isOpen = sql<boolean>`state = 'open'`

/**
 * Writes whose outcome nobody has written down: the process died, or the directory stopped answering. Oldest first; those
 * that come `after` one.
 */
export async function openWrites(
  r: Reader,
  { startedBefore, after, limit }: { startedBefore: Date; after?: PasswordWrite | undefined; limit: number },
): Promise<PasswordWrite[]> {
  let query = tables(r).selectFrom('password_writes').selectAll().where(isOpen).where('started_at', '<', startedBefore)
  if (after) query = query.where(sql<boolean>`(started_at, id) > (${after.startedAt}, ${after.id})`)
  const rows = await query.orderBy('started_at').orderBy('id').limit(limit).execute()
  return rows.map(toWrite)
}

/** The open write that an intent of the trail is about; null where there is none, or it is settled. */
export async function openWriteOf(r: Reader, intentId: string): Promise<PasswordWrite | null> {
  const row = await tables(r)
    .selectFrom('password_writes')
    .selectAll()
    .where(isOpen)
    .where('intent_id', '=', intentId)
    .executeTakeFirst()
  return row ? toWrite(row) : null
}

function toWrite(row: Tables['password_writes']): PasswordWrite {
  return {
    id: row.id,
    personId: row.person_id,
    intentId: row.intent_id,
    kind: row.kind,
    ticketId: row.ticket_id,
    changedBefore: row.changed_before,
    startedAt: row.started_at,
  }
}

/** True for the one that settles it; a second one (the sweep and a slow request) gets false. */
export async function settleWrite(tx: Tx, id: string, state: Exclude<WriteState, 'open'>, now: Date): Promise<boolean> {
  return (await settleOpen(tx, { id, state, now })).length > 0
}

type Settling = { id: string; state: Exclude<WriteState, 'open'>; now: Date }

const settleOpen = kept((r, { id, state, now }: Settling) =>
  tables(r)
    .updateTable('password_writes')
    .set({ state, settled_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id'),
)

export async function deleteSettledWrites(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('password_writes').where('settled_at', '<', before).execute()
}
