import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Clock } from '../clock.ts'
import type { Secret } from '../secret.ts'
import { decryptStream } from './backup-cipher.ts'
import { type BackupManifest, type Frame, readFrames } from './backup-frames.ts'
import { type BackupTable, quoted } from './backup-tables.ts'
import type { Database } from './database.ts'
import { emptyDatabase, fixSequences, refuseUsedDatabase } from './empty-database.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { openDatabase } from './open-database.ts'

export type RestoreInput = {
  file: string
  passphrase: Secret
  /** SQL that answers one boolean: whether a migrated database was never used. */
  isUnused: string
  /** Throws a sentence where what was loaded is of no use here; nothing of it is kept then. */
  accept?(query: (text: string) => Promise<{ rows: Record<string, unknown>[] }>): Promise<void>
  /** SQL of each slice that makes void what must not come back: sessions, tokens, codes, links, pending resets. */
  onRestore: readonly string[]
  /** Runs last, as the owner; the trail records and seals the restore there. */
  finish(db: Database): Promise<void>
}

export type RestoreResult = { madeAt: string; tables: number; rows: number }

/**
 * Puts a backup into an empty or never used database, whatever release of ours made it: the tables are made as they were,
 * filled in one transaction, and then brought up to this release. Until the last step is done the database is marked, and
 * no service starts on it; an interrupted restore is simply run again.
 */
export async function restoreDatabase(
  deps: { url: string; clock: Clock; migrationsFolder?: string },
  input: RestoreInput,
): Promise<RestoreResult> {
  const { url, clock } = deps
  const release = { url, clock, isRestore: true, ...(deps.migrationsFolder ? { folder: deps.migrationsFolder } : {}) }
  const frames = openBackup(input.file, input.passphrase)
  const manifest = await readManifest(frames)
  refuseUnknownRelease(manifest, await readMigrations(release.folder))
  const client = new pg.Client({ connectionString: url, application_name: 'hallpass restore' })
  client.on('error', () => {}) // the statement in flight rejects with the same error
  await client.connect()
  try {
    await refuseUsedDatabase(client, input.isUnused)
    await emptyDatabase(client)
    await migrate({ ...release, upTo: manifest.migrations.at(-1)?.number ?? 0 })
    const loaded = await load(client, frames, input.accept)
    await migrate(release)
    await makeVoid(client, input.onRestore)
    await finish(url, input.finish)
    await client.query('drop table restoring')
    return { madeAt: manifest.madeAt, ...loaded }
  } finally {
    await client.end()
  }
}

/** Throws a sentence unless the file is a backup of ours, this passphrase opens it, and this release can read it. */
export async function checkBackup(input: Pick<RestoreInput, 'file' | 'passphrase'>): Promise<void> {
  const frames = openBackup(input.file, input.passphrase)
  refuseUnknownRelease(await readManifest(frames), await readMigrations())
  await frames.return(undefined)
}

function openBackup(file: string, passphrase: Secret): AsyncGenerator<Frame> {
  const unzip = createGunzip()
  // A fault while reading ends the unzipped stream with it, and so reaches whoever reads the frames.
  pipeline(createReadStream(file), (source) => decryptStream(source, passphrase), unzip).catch(() => {})
  return readFrames(unzip)
}

async function readManifest(frames: AsyncGenerator<Frame>): Promise<BackupManifest> {
  const { value: first } = await frames.next()
  if (first?.kind !== 'manifest') throw new Error('This file is not a backup of Hallpass.')
  return first.manifest
}

function refuseUnknownRelease({ migrations }: BackupManifest, files: Migration[]): void {
  const known = new Map(files.map((file) => [file.number, file.checksum]))
  const unknown = migrations.find((migration) => known.get(migration.number) !== migration.checksum)
  if (!unknown) return
  throw new Error(
    `This backup was made by another release of Hallpass (it knows ${unknown.name} in a form that this one does not); restore it with that release or a newer one.`,
  )
}

/** All or nothing: a backup that turns out damaged at its end leaves the database as empty as before. */
async function load(
  client: pg.Client,
  frames: AsyncGenerator<Frame>,
  accept: RestoreInput['accept'],
): Promise<{ tables: number; rows: number }> {
  const total = { tables: 0, rows: 0 }
  await client.query('begin')
  try {
    const { rows } = await client.query<{ names: string }>(seededTables)
    if (rows[0]?.names) await client.query(`truncate ${rows[0].names}`)
    let isWhole = false
    for await (const frame of frames) {
      if (frame.kind === 'table') {
        total.rows += await loadTable(client, frame, frames)
        total.tables++
      }
      if (frame.kind === 'end') isWhole = frame.tables === total.tables
    }
    if (!isWhole) throw new Error('The backup ends too early; nothing of it was kept.')
    await accept?.((text) => client.query(text))
    await fixSequences(client)
    await client.query('commit')
    return total
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** The migrations put rows into some tables; the backup holds them as they became. */
const seededTables = `select string_agg(format('%I.%I', schemaname, tablename), ', ') as names from pg_tables
  where schemaname = 'public' and tablename not in ('migrations', 'restoring')
    or schemaname = 'graphile_worker' and tablename like '\\_private\\_%'`

async function loadTable(client: pg.Client, table: BackupTable, frames: AsyncGenerator<Frame>): Promise<number> {
  const names = quoted(table)
  const stream = client.query(copyFrom(`copy ${names.table} (${names.columns}) from stdin`))
  let expected = -1
  await pipeline(async function* () {
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      if (next.value.kind === 'rows') yield next.value.bytes
      if (next.value.kind !== 'table_end') continue
      expected = next.value.rows
      return
    }
  }, stream)
  if (stream.rowCount !== expected)
    throw new Error(`The backup of ${names.table} is not whole; nothing of it was kept.`)
  return expected
}

/** Mails that waited were sent long ago, or carry links that are void now. */
const dropWaitingMails = `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
  where t.id = j.task_id and t.identifier = 'mail.deliver'`
/** Whoever ran jobs when the backup was made does not run them any more. */
const unlockJobs = `update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null`
const unlockQueues = `update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`

async function makeVoid(client: pg.Client, statements: readonly string[]): Promise<void> {
  await client.query('begin')
  for (const statement of [dropWaitingMails, unlockJobs, unlockQueues, ...statements]) await client.query(statement)
  await client.query('commit')
}

async function finish(url: string, work: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase({ url, poolMax: 2 })
  try {
    await work(db)
  } finally {
    await db.close()
  }
}
