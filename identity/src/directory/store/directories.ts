/** SQL of the configured directories. */
import { sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { forget, once } from '../../platform/database/once.ts'
import { isUuid } from '../text.ts'
import type { ConfiguredDirectory, ConnectorSettings, SyncSettings } from '../types.ts'
import { type DirectoryRow, tables } from './tables.ts'

export async function directoryById(r: Reader, id: string): Promise<DirectoryRow | null> {
  if (!isUuid(id)) return null
  return await once(r, 'directories', id, async () => (await byId(r, { id }))[0] ?? null)
}

const byId = kept((r, { id }: { id: string }) => tables(r).selectFrom('directories').selectAll().where('id', '=', id))

export async function allDirectories(r: Reader): Promise<DirectoryRow[]> {
  return await tables(r).selectFrom('directories').selectAll().orderBy('name_key').execute()
}

export async function firstBuiltIn(r: Reader): Promise<DirectoryRow | null> {
  const select = tables(r).selectFrom('directories').selectAll().where('kind', '=', 'built-in').orderBy('id').limit(1)
  return (await select.executeTakeFirst()) ?? null
}

/** False when the name is taken. */
export async function insertDirectory(
  tx: Tx,
  row: Omit<DirectoryRow, 'settings' | 'sync'> & { settings: ConnectorSettings; sync: SyncSettings },
): Promise<boolean> {
  forget(tx, 'directories')
  const made = await tables(tx)
    .insertInto('directories')
    .values({ ...row, settings: JSON.stringify(row.settings), sync: JSON.stringify(row.sync) })
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export type DirectoryUpdate = {
  name: string
  name_key: string
  settings: ConnectorSettings
  sync: SyncSettings
  secret: string | null
  /** Begin again: what was read before is of another place. */
  restart: boolean
}

/** Undefined when somebody else changed it since `version`. */
export async function updateDirectory(
  tx: Tx,
  at: { id: string; version: number; now: Date },
  { restart, ...update }: DirectoryUpdate,
): Promise<DirectoryRow | undefined> {
  forget(tx, 'directories')
  return await tables(tx)
    .updateTable('directories')
    .set({
      ...update,
      settings: JSON.stringify(update.settings),
      sync: JSON.stringify(update.sync),
      version: at.version + 1,
      updated_at: at.now,
      next_sync_at: at.now,
      ...(restart ? { cursor: null } : {}),
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .returningAll()
    .executeTakeFirst()
}

export async function isNameTaken(r: Reader, nameKey: string, butOf: string): Promise<boolean> {
  const select = tables(r)
    .selectFrom('directories')
    .select('id')
    .where('name_key', '=', nameKey)
    .where('id', '<>', butOf)
  return (await select.executeTakeFirst()) !== undefined
}

/**
 * Directories whose poll is due, each given its next time at once, so that no two nodes take the same. A next time farther ahead
 * than any that is given was written before the clock was set back.
 */
export async function takeDue(tx: Tx, now: Date): Promise<DirectoryRow[]> {
  const due = await tables(tx)
    .selectFrom('directories')
    .selectAll()
    .where((row) =>
      row.or([
        row('next_sync_at', '<=', now),
        sql<boolean>`next_sync_at > ${now}::timestamptz + 2 * (sync ->> 'syncEverySeconds')::float8 * interval '1 second'`,
      ]),
    )
    .orderBy('next_sync_at')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute()
  forget(tx, 'directories')
  for (const directory of due) {
    const next = new Date(now.getTime() + directory.sync.syncEverySeconds * 1000)
    await tables(tx).updateTable('directories').set({ next_sync_at: next }).where('id', '=', directory.id).execute()
  }
  return due
}

/** What a sync leaves at the directory. The version stays: nothing that an administrator set has changed. */
export async function noteSync(
  tx: Tx,
  id: string,
  values: Partial<
    Pick<
      DirectoryRow,
      | 'cursor'
      | 'next_sync_at'
      | 'next_sweep_at'
      | 'next_full_at'
      | 'last_sync_at'
      | 'health'
      | 'health_since'
      | 'health_message'
    >
  >,
): Promise<void> {
  forget(tx, 'directories')
  await tables(tx).updateTable('directories').set(values).where('id', '=', id).execute()
}

export async function countPeople(r: Reader, directoryId: string) {
  const rows = await tables(r)
    .selectFrom('people')
    .select('state')
    .select((is) => is.fn.countAll<number>().as('count'))
    .select((is) => is.fn.count<number>('missing_since').as('missing'))
    .where('directory_id', '=', directoryId)
    .groupBy('state')
    .execute()
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  const missing = rows.reduce((sum, row) => sum + Number(row.missing), 0)
  return { active: of('active'), disabled: of('disabled'), gone: of('gone'), missing }
}

export async function countGroups(r: Reader, directoryId: string): Promise<number> {
  const row = await tables(r)
    .selectFrom('groups')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('directory_id', '=', directoryId)
    .where('is_gone', '=', false)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export function toConfigured(row: DirectoryRow): ConfiguredDirectory {
  return { id: row.id, kind: row.kind, name: row.name, settings: row.settings, sync: row.sync, version: row.version }
}
