import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept, keptWrite } from '../platform/database/kept.ts'
import type { Validity } from './types.ts'

type Tables = {
  person_credentials: {
    person_id: string
    valid_from: Date | null
    epoch: number
    spared_session_id: string | null
    self_service_stopped_at: Date | null
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function validityOf(r: Reader, personId: string): Promise<Validity> {
  const [row] = await ofPerson(r, { personId })
  if (!row) return { from: null, epoch: 0, sparedSessionId: null }
  return { from: row.valid_from, epoch: row.epoch, sparedSessionId: row.spared_session_id }
}

const ofPerson = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('person_credentials')
    .select(['valid_from', 'epoch', 'spared_session_id'])
    .where('person_id', '=', personId),
)

/**
 * Ends every session and token begun before, from this transaction's commit on, but for the spared one; without one
 * named, the one that was spared last time stays so.
 */
export async function moveValidity(tx: Tx, personId: string, now: Date, spared?: string | null): Promise<void> {
  if (spared === undefined) moveAlone(tx, { personId, now })
  else moveSparing(tx, { personId, now, spared })
}

type Move = { personId: string; now: Date }

const moving = (tx: Tx, { personId, now }: Move, spared: { spared_session_id?: string | null }) =>
  tables(tx)
    .insertInto('person_credentials')
    .values({
      person_id: personId,
      valid_from: now,
      epoch: 1,
      spared_session_id: null,
      self_service_stopped_at: null,
      ...spared,
    })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet((update) => ({
        valid_from: now,
        epoch: update('person_credentials.epoch', '+', 1),
        ...spared,
      })),
    )

const moveAlone = keptWrite((tx, move: Move) => moving(tx, move, {}))
const moveSparing = keptWrite((tx, move: Move & { spared: string | null }) =>
  moving(tx, move, { spared_session_id: move.spared }),
)

/** What a password try must know of the person: since when their sessions count, and whether they said "this was not me". */
export async function standingOf(r: Reader, personId: string): Promise<{ epoch: number; stoppedAt: Date | null }> {
  const [row] = await standing(r, { personId })
  return { epoch: row?.epoch ?? 0, stoppedAt: row?.self_service_stopped_at ?? null }
}

const standing = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('person_credentials')
    .select(['epoch', 'self_service_stopped_at'])
    .where('person_id', '=', personId),
)

export async function selfServiceStoppedAt(r: Reader, personId: string): Promise<Date | null> {
  const [row] = await stopped(r, { personId })
  return row?.self_service_stopped_at ?? null
}

const stopped = kept((r, { personId }: { personId: string }) =>
  tables(r).selectFrom('person_credentials').select('self_service_stopped_at').where('person_id', '=', personId),
)

export async function stopSelfService(tx: Tx, personId: string, at: Date | null): Promise<void> {
  tx.soon(
    tables(tx)
      .insertInto('person_credentials')
      .values({ person_id: personId, valid_from: null, epoch: 0, spared_session_id: null, self_service_stopped_at: at })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ self_service_stopped_at: at })),
  )
}
