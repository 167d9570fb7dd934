import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { installJobSchema } from '../jobs/install-schema.ts'

export type MigrateOptions = {
  /** As the owner of the tables, never the service role. */
  url: string
  clock: Clock
  /** Where the files are; the product's own folder when left out. */
  folder?: string
  /** Stops after this number; a restore makes the tables as the backup knew them. */
  upTo?: number
  /** Goes on although a restore is under way. */
  isRestore?: boolean
}

export type MigrateResult = { applied: string[]; version: number; hasServiceRole: boolean }

/** Any number that nothing else in this database locks. */
const advisoryLock = 4_207_551_001
const ownFolder = fileURLToPath(new URL('../../../migrations/', import.meta.url))

/**
 * Brings the database up to this release: plain SQL files in order, each in a transaction of its own, one process at a
 * time. Forward only. A file that changed after it was applied, or a database of a newer release, is refused untouched.
 */
export async function migrate(options: MigrateOptions): Promise<MigrateResult> {
  const files = (await readMigrations(options.folder)).filter(
    (file) => file.number <= (options.upTo ?? Number.POSITIVE_INFINITY),
  )
  const client = new pg.Client({ connectionString: options.url, application_name: 'hallpass migrate' })
  client.on('error', () => {}) // the statement in flight rejects with the same error
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    if (!options.isRestore) await refuseHalfRestored(client)
    const applied = await applyMissing(client, files, options.clock)
    await installJobSchema(options.url)
    const role = await serviceRole(client)
    if (role) await openJobSchemaToService(client)
    return { applied, version: files.at(-1)?.number ?? 0, hasServiceRole: role?.isOurs ?? false }
  } finally {
    await client.end()
  }
}

export type Migration = { number: number; name: string; text: string; checksum: string }

export async function readMigrations(folder: string = ownFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(`${folder}/${name}`, 'utf8')
      const checksum = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
      return { number: Number.parseInt(name, 10), name, text, checksum }
    }),
  )
  const twice = files.find((file, i) => files[i + 1]?.number === file.number)
  if (twice) throw new Error(`Two migrations have the number ${twice.number}; renumber the newer one.`)
  return files
}

async function applyMissing(client: pg.Client, files: Migration[], clock: Clock): Promise<string[]> {
  await client.query(`create table if not exists migrations (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`)
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migrations order by number',
  )
  const known = new Map(files.map((file) => [file.number, file]))
  for (const row of rows) refuseMismatch(row, known.get(row.number))
  const done = new Set(rows.map((row) => row.number))
  const missing = files.filter((file) => !done.has(file.number))
  const newest = rows.at(-1)
  if (newest && missing[0] && missing[0].number < newest.number) {
    throw new Error(
      `The migration ${missing[0].name} comes before ${newest.name}, which this database has already applied; give it the next number.`,
    )
  }
  for (const file of missing) await applyOne(client, file, clock)
  return missing.map((file) => file.name)
}

async function refuseHalfRestored(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select to_regclass('public.restoring') is not null as found`)
  if (!rows[0]?.found) return
  throw new Error('A restore into this database was interrupted; run it again before anything else.')
}

function refuseMismatch(row: { name: string; checksum: string }, file: Migration | undefined): void {
  if (!file) {
    throw new Error(
      `This database was made by a newer Hallpass (it knows ${row.name}); start that version or a newer one, or restore a backup made by this one.`,
    )
  }
  if (file.checksum !== row.checksum) {
    throw new Error(
      `The migration ${row.name} was changed after this database had applied it; put the original file back, or start with an empty database.`,
    )
  }
}

async function applyOne(client: pg.Client, file: Migration, clock: Clock): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.text)
    await client.query('insert into migrations (number, name, checksum, applied_at) values ($1, $2, $3, $4)', [
      file.number,
      file.name,
      file.checksum,
      clock.now(),
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`The migration ${file.name} failed and was rolled back: ${(cause as Error).message}`, { cause })
  }
}

/** Whether the role is there, and whether this login may work as it; a login of its own needs no owner who may. */
async function serviceRole(client: pg.Client): Promise<{ isOurs: boolean } | undefined> {
  const { rows } = await client.query<{ isOurs: boolean }>(
    `select pg_has_role(current_user, oid, 'member') as "isOurs" from pg_roles where rolname = 'hallpass_service'`,
  )
  return rows[0]
}

/** The engine protects its tables by row security without policies: only their owner sees rows until one is added. */
async function openJobSchemaToService(client: pg.Client): Promise<void> {
  await client.query(`
    grant usage on schema graphile_worker to hallpass_service;
    grant select, insert, update, delete on all tables in schema graphile_worker to hallpass_service;
    grant usage, select on all sequences in schema graphile_worker to hallpass_service;
    grant execute on all functions in schema graphile_worker to hallpass_service;
    do $$
    declare guarded record;
    begin
      for guarded in
        select c.relname from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'service')
      loop
        execute format(
          'create policy service on graphile_worker.%I to hallpass_service using (true) with check (true)', guarded.relname);
      end loop;
    end
    $$`)
}
