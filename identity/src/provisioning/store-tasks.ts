/** SQL of tasks. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type ProvisioningTables, tables } from './store-tables.ts'
import type { TaskRow } from './types.ts'

function toTask(row: Selectable<ProvisioningTables['provisioning_tasks']>): TaskRow {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    appId: row.app_id,
    personId: row.person_id,
    ownerId: row.owner_id,
    instruction: row.instruction,
    entitlements: row.entitlements,
    candidates: row.candidates,
    createdAt: row.created_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
    note: row.note,
  }
}

export type TaskDraft = Pick<
  TaskRow,
  'id' | 'kind' | 'appId' | 'personId' | 'ownerId' | 'instruction' | 'entitlements' | 'candidates'
>

/**
 * Opens the task of an account or connection, or brings the open one up to date: it says what is wanted now. Whoever has it
 * keeps it. `isNew` is false when the same was asked before.
 */
export async function openTask(tx: Tx, draft: TaskDraft, now: Date): Promise<{ task: TaskRow; isNew: boolean }> {
  const said = {
    kind: draft.kind,
    instruction: draft.instruction,
    entitlements: draft.entitlements,
    candidates: JSON.stringify(draft.candidates),
  }
  const row = await tables(tx)
    .insertInto('provisioning_tasks')
    .values({
      ...said,
      id: draft.id,
      state: 'open',
      app_id: draft.appId,
      person_id: draft.personId,
      owner_id: draft.ownerId,
      created_at: now,
      done_at: null,
      done_by: null,
      note: null,
    })
    .onConflict((conflict) =>
      // A literal, so that the index is found by a plan for any value too.
      conflict.columns(['app_id', 'person_id']).where(sql<boolean>`state = 'open'`).doUpdateSet(said),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return { task: toTask(row), isNew: row.id === draft.id }
}

export async function findOpenTask(reader: Reader, appId: string, personId: string | null): Promise<TaskRow | null> {
  const row = await tables(reader)
    .selectFrom('provisioning_tasks')
    .selectAll()
    .where('app_id', '=', appId)
    .where('person_id', 'is not distinct from', personId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row ? toTask(row) : null
}

/** The open tasks of an account and of its connection: when an account settles, neither is needed any more. */
export async function openTasksAbout(reader: Reader, appId: string, personId: string): Promise<TaskRow[]> {
  const rows = await tables(reader)
    .selectFrom('provisioning_tasks')
    .selectAll()
    .where('app_id', '=', appId)
    .where((eb) => eb.or([eb('person_id', '=', personId), eb('person_id', 'is', null)]))
    .where('state', '=', 'open')
    .execute()
  return rows.map(toTask)
}

export async function openTasksOf(
  reader: Reader,
  accounts: readonly { appId: string; personId: string }[],
): Promise<TaskRow[]> {
  if (accounts.length === 0) return []
  const rows = await tables(reader)
    .selectFrom('provisioning_tasks')
    .selectAll()
    .where('state', '=', 'open')
    .where(
      sql<boolean>`(app_id, person_id) in (select * from unnest(
        ${accounts.map((one) => one.appId)}::uuid[], ${accounts.map((one) => one.personId)}::uuid[]))`,
    )
    .execute()
  return rows.map(toTask)
}

export async function lockTask(tx: Tx, id: string): Promise<TaskRow | null> {
  const row = await tables(tx)
    .selectFrom('provisioning_tasks')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toTask(row) : null
}

export async function closeTask(
  tx: Tx,
  id: string,
  end: { state: 'done' | 'dropped'; by: string | null; note: string | null; now: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('provisioning_tasks')
    .set({ state: end.state, done_at: end.now, done_by: end.by, note: end.note })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute()
}

export async function setOwner(tx: Tx, id: string, ownerId: string | null): Promise<void> {
  await tables(tx).updateTable('provisioning_tasks').set({ owner_id: ownerId }).where('id', '=', id).execute()
}

/** What a person owned goes back to the administrators. */
export async function disownTasks(tx: Tx, ownerId: string): Promise<string[]> {
  const rows = await tables(tx)
    .updateTable('provisioning_tasks')
    .set({ owner_id: null })
    .where('owner_id', '=', ownerId)
    .where('state', '=', 'open')
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}

export type TaskFilter = {
  state: TaskRow['state']
  appId?: string | undefined
  personId?: string | undefined
  ownerId?: string | undefined
  afterId: string | null
  limit: number
}

export async function listTaskRows(reader: Reader, filter: TaskFilter): Promise<TaskRow[]> {
  let query = tables(reader).selectFrom('provisioning_tasks').selectAll().where('state', '=', filter.state)
  if (filter.appId !== undefined) query = query.where('app_id', '=', filter.appId)
  if (filter.personId !== undefined) query = query.where('person_id', '=', filter.personId)
  if (filter.ownerId !== undefined) query = query.where('owner_id', '=', filter.ownerId)
  if (filter.afterId !== null) query = query.where('id', '<', filter.afterId)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(toTask)
}
