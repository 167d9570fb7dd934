import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { keptWrite } from '../platform/database/kept.ts'
import { once } from '../platform/database/once.ts'

export type RecoveryKind = 'reset' | 'unlock' | 'change'
export type RecoveryDoor = 'self_service' | 'desk' | 'administrator' | 'servicenow'

/** Somebody got back to work: what was done, through which door, from when to when. */
export type Recovery = {
  id: string
  personId: string
  kind: RecoveryKind
  door: RecoveryDoor
  caseId: string | null
  startedAt: Date
  finishedAt: Date
}

type Tables = {
  recoveries: {
    id: string
    person_id: string
    kind: RecoveryKind
    door: RecoveryDoor
    case_id: string | null
    started_at: Date
    finished_at: Date
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function insertRecovery(tx: Tx, recovery: Recovery): Promise<void> {
  newRecovery(tx, recovery)
  // Whoever is told of it in this transaction need not read it.
  await once(tx, 'recoveries', recovery.id, async () => recovery)
}

const newRecovery = keptWrite((tx, recovery: Recovery) =>
  tables(tx).insertInto('recoveries').values({
    id: recovery.id,
    person_id: recovery.personId,
    kind: recovery.kind,
    door: recovery.door,
    case_id: recovery.caseId,
    started_at: recovery.startedAt,
    finished_at: recovery.finishedAt,
  }),
)

export function recoveryById(r: Reader, id: string): Promise<Recovery | null> {
  return once(r, 'recoveries', id, () => readRecovery(r, id))
}

async function readRecovery(r: Reader, id: string): Promise<Recovery | null> {
  const row = await tables(r).selectFrom('recoveries').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    door: row.door,
    caseId: row.case_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }
}

export async function hasRecoveredSince(r: Reader, personId: string, since: Date): Promise<boolean> {
  const row = await tables(r)
    .selectFrom('recoveries')
    .select('id')
    .where('person_id', '=', personId)
    .where('finished_at', '>=', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteOldRecoveries(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('recoveries').where('finished_at', '<', before).execute()
}
