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

/** The directory of somebody who is not read yet, in the same trip as they are. */
export async function directoryOfPerson(r: Reader, personId: string): Promise<DirectoryRow | null> {
  if (!isUuid(personId)) return null
  return await once(r, 'directories', `of ${personId}`, async () => {
    const [row = null] = await ofPerson(r, { personId })
    return row && (await once(r, 'directories', row.id, async () => row))
  })
}

const ofPerson = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('directories')
    .selectAll()
    .where('id', '=', (is) => is.selectFrom('people').select('directory_id').where('people.id', '=', personId)),
)

/** Null for one that was removed, too: only whoever was in it still leads there. */
export async function connectedById(r: Reader, id: string): Promise<DirectoryRow | null> {
  const directory = await directoryById(r, id)
  return directory?.removed_at === null ? directory : null
}

/** Whether one of those that are connected does not answer, or is paused. */
export async function isAnyAway(r: Reader): Promise<boolean> {
  const row = await tables(r)
    .selectFrom('directories')
    .select('id')
    .where('removed_at', 'is', null)
    .where((where) => where.or([where('paused_at', 'is not', null), where('health', '=', 'failing')]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Those that are connected, paused ones included. */
export async function allDirectories(r: Reader): Promise<DirectoryRow[]> {
  return await tables(r)
    .selectFrom('directories')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('name_key')
    .execute()
}

/** Removed ones too, for naming where somebody was. */
export async function everyDirectory(r: Reader): Promise<Pick<DirectoryRow, 'id' | 'name' | 'kind'>[]> {
  return await tables(r).selectFrom('directories').select(['id', 'name', 'kind']).execute()
}

/** Locked until the transaction ends. */
export async function lockDirectory(tx: Tx, id: string): Promise<DirectoryRow | null> {
  if (!isUuid(id)) return null
  forget(tx, 'directories')
  const select = tables(tx).selectFrom('directories').selectAll().where('id', '=', id).forUpdate()
  return (await select.executeTakeFirst()) ?? null
}

/**
 * Whether what was read of a directory may still be written here: false once it is paused. Nobody pauses or removes it before
 * the transaction ends, so that nobody comes back by what was on its way. `writes`: the transaction will write the row
 * itself, and so goes before or after any other that does; one that only holds it keeps none of these waiting.
 */
export async function holdConnected(tx: Tx, id: string, writes = false): Promise<boolean> {
  return (await holdVersion(tx, id, writes)) !== null
}

/** The same, and how it is: what was read of it as it was before may be of another place. Null once it is paused. */
export async function holdVersion(tx: Tx, id: string, writes = false): Promise<number | null> {
  const select = tables(tx)
    .selectFrom('directories')
    .select('version')
    .where('id', '=', id)
    .where('paused_at', 'is', null)
  const held = writes ? select.forNoKeyUpdate() : select.forKeyShare()
  return (await held.executeTakeFirst())?.version ?? null
}

export async function pauseRow(
  tx: Tx,
  { id, version }: DirectoryRow,
  { reason, now }: { reason: string; now: Date },
): Promise<DirectoryRow> {
  return await put(tx, id, { paused_at: now, pause_reason: reason, version: version + 1, updated_at: now })
}

/** What its health was is long ago, and everything is due at once. */
export async function resumeRow(tx: Tx, { id, version }: DirectoryRow, now: Date): Promise<DirectoryRow> {
  return await put(tx, id, {
    paused_at: null,
    pause_reason: null,
    version: version + 1,
    updated_at: now,
    next_sync_at: now,
    next_full_at: now,
    health: 'unknown',
    health_since: null,
    health_message: null,
  })
}

/** Its secret is nobody's any more. */
export async function startRemovalOf(tx: Tx, { id, version }: DirectoryRow, now: Date): Promise<DirectoryRow> {
  return await put(tx, id, { removing_at: now, secret: null, cursor: null, version: version + 1, updated_at: now })
}

/** False when it ended before. */
export async function endRemoval(tx: Tx, id: string, now: Date): Promise<boolean> {
  forget(tx, 'directories')
  const ended = await tables(tx)
    .updateTable('directories')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('removing_at', 'is not', null)
    .where('removed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

async function put(
  tx: Tx,
  id: string,
  values: Partial<Omit<DirectoryRow, 'settings' | 'sync'>>,
): Promise<DirectoryRow> {
  forget(tx, 'directories')
  return await tables(tx)
    .updateTable('directories')
    .set(values)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
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
    .onConflict((conflict) => conflict.column('name_key').where('removed_at', 'is', null).doNothing())
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
    .where('removed_at', 'is', null)
    .where('id', '<>', butOf)
  return (await select.executeTakeFirst()) !== undefined
}

/**
 * Directories whose poll is due and that are not paused, each given its next time at once, so that no two nodes take the same. A next time farther ahead
 * than any that is given was written before the clock was set back.
 */
export async function takeDue(tx: Tx, now: Date): Promise<DirectoryRow[]> {
  const due = await tables(tx)
    .selectFrom('directories')
    .selectAll()
    .where('paused_at', 'is', null)
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
      | 'warning'
      | 'warned_at'
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
  const { id, kind, name, settings, sync, version, paused_at: pausedAt } = row
  return { id, kind, name, settings, sync, version, pausedAt }
}
