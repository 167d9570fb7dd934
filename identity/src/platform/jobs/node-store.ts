import { sql } from 'kysely'
import type { Database, Reader } from '../database/database.ts'
import { deleteSuperseded } from './job-rows.ts'

export type NodeRow = {
  id: string
  place: string
  pid: number
  pool_ids: string[]
  beats: number
  started_at: Date
  beat_at: Date
}
type NodeTables = { nodes: NodeRow }

/** Writes that this node lives: its counter goes up by one. It comes back by itself if others had given it up. */
export async function beat(db: Database, node: Omit<NodeRow, 'beats'>): Promise<void> {
  await db
    .withTables<NodeTables>()
    .insertInto('nodes')
    .values({ ...node, beats: 1 })
    .onConflict((row) =>
      row.column('id').doUpdateSet((eb) => ({
        beats: eb('nodes.beats', '+', 1),
        pool_ids: node.pool_ids,
        beat_at: node.beat_at,
      })),
    )
    .execute()
}

export function listNodes(reader: Reader): Promise<NodeRow[]> {
  return reader.withTables<NodeTables>().selectFrom('nodes').selectAll().orderBy('started_at').execute()
}

/** Gives a silent node's jobs back, unless it has beaten since it was seen. */
export function takeOver(db: Database, node: Pick<NodeRow, 'id' | 'beats' | 'pool_ids'>): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .withTables<NodeTables>()
      .deleteFrom('nodes')
      .where('id', '=', node.id)
      .where('beats', '=', node.beats)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return false
    await unlockPools(tx, node.pool_ids)
    return true
  })
}

/**
 * How often a run that ended with its node counts as none. A job that was cut short has not failed; one that takes its
 * node down with it must come to an end all the same.
 */
const interruptionsMax = 50
const interruptions = sql`coalesce((flags ->> 'interruptions')::int, 0)`
const asInterrupted = sql`attempts = attempts - 1,
  flags = jsonb_set(coalesce(flags, '{}'), '{interruptions}', to_jsonb(${interruptions} + 1))`
const mayBeInterrupted = sql`attempts > 0 and (flags ->> 'superseded') is distinct from 'true'
  and ${interruptions} < ${sql.lit(interruptionsMax)}`

/** Unlocks everything these pools hold; what was pushed aside while it ran is dropped rather than run again. */
export async function unlockPools(reader: Reader, poolIds: readonly string[]): Promise<void> {
  await sql`update graphile_worker._private_jobs set ${asInterrupted}
    where locked_by = any (${poolIds}::text[]) and ${mayBeInterrupted}`.execute(reader.withTables<object>())
  await sql`select graphile_worker.force_unlock_workers(${poolIds}::text[])`.execute(reader.withTables<object>())
  await deleteSuperseded(reader)
  await sql`select pg_notify('jobs:insert', '{"count":100}')`.execute(reader.withTables<object>())
}

export async function removeNode(db: Database, id: string): Promise<void> {
  await db.withTables<NodeTables>().deleteFrom('nodes').where('id', '=', id).execute()
}

/** `locked_at` as text, to the microsecond: what tells two locks of one pool on one job apart. */
export type Lock = { id: number; locked_by: string; locked_at: string }

export async function listLocks(reader: Reader): Promise<Lock[]> {
  const { rows } = await sql<Lock>`select id, locked_by, locked_at::text from graphile_worker._private_jobs
    where locked_at is not null`.execute(reader.withTables<object>())
  return rows
}

/** Gives back one job, and its queue, of a pool that lives but does not know of it; as above it costs no attempt. */
export async function unlockJob(db: Database, { id, locked_by, locked_at }: Lock): Promise<void> {
  const isThisLock = sql`id = ${id} and locked_by = ${locked_by} and locked_at = ${locked_at}::timestamptz`
  await db.transaction(async (tx) => {
    const tables = tx.withTables<object>()
    await sql`update graphile_worker._private_jobs set ${asInterrupted}
      where ${isThisLock} and ${mayBeInterrupted}`.execute(tables)
    await sql`with job as (
        update graphile_worker._private_jobs set locked_at = null, locked_by = null
        where ${isThisLock} returning job_queue_id)
      update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
      from job where q.id = job.job_queue_id and q.locked_by = ${locked_by}`.execute(tables)
  })
}
