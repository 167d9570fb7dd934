import { sql } from 'kysely'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import type { Reader } from '../platform/database/database.ts'
import { readCompanyFile } from './company/company-file.ts'
import { seedCompany } from './company/seed-company.ts'

type Tables = { installation: { name: string; value: unknown; set_at: Date } }
const mark = 'sample_company'

/** The passwords of the sample company are printed in the README: it must not be reachable from another machine. */
export function assertSampleIsLoopback(config: Config): void {
  if (['127.0.0.1', '::1', 'localhost'].includes(config.listenHost) && config.publicUrl.hostname === 'localhost') return
  throw new Error('The sample company is served on this machine only: HALLPASS_LISTEN_HOST must be a loopback address.')
}

/** A database with the sample company's people and passwords is never served in earnest. */
export async function refuseSampleData(app: App): Promise<void> {
  if (!(await isSample(app.foundation.db))) return
  throw new Error(
    'This database holds a sample company, whose passwords are known to others. Choose another HALLPASS_DATA_DIR.',
  )
}

/** Passwords that everybody knows are never added to an installation that is somebody's own. */
async function refuseRealData(app: App): Promise<void> {
  if ((await app.directory.directories(app.foundation.db)).length === 0) return
  throw new Error(
    'This database holds an installation of its own, so the sample company is not added to it. Choose another HALLPASS_DATA_DIR, and leave out DATABASE_URL.',
  )
}

/** Fills the database with the sample company the first time, and marks it as such before anything else. */
export async function seedSample(app: App, path: string): Promise<void> {
  const { db, clock } = app.foundation
  if (await isSeeded(db)) return
  if (!(await isSample(db))) await refuseRealData(app)
  const company = readCompanyFile(path)
  await write(app, mark, { seeded: false })
  await seedCompany(app, company)
  await write(app, mark, { seeded: true, at: clock.now().toISOString() })
}

/** Before the first password that others know is set. Refuses an installation that is somebody's own. */
export async function markAsSample(app: App): Promise<void> {
  if (await isSample(app.foundation.db)) return
  await refuseRealData(app)
  await write(app, mark, { seeded: true, at: app.foundation.clock.now().toISOString() })
}

async function isSample(reader: Reader): Promise<boolean> {
  return (await read(reader)) !== undefined
}

async function isSeeded(reader: Reader): Promise<boolean> {
  return (await read(reader))?.seeded ?? false
}

async function read(reader: Reader): Promise<{ seeded: boolean } | undefined> {
  const row = await reader
    .withTables<Tables>()
    .selectFrom('installation')
    .select('value')
    .where('name', '=', mark)
    .executeTakeFirst()
  return row?.value as { seeded: boolean } | undefined
}

async function write(app: App, name: string, value: object): Promise<void> {
  const { db, clock } = app.foundation
  const json = sql`${JSON.stringify(value)}::jsonb`
  const set_at = clock.now()
  await db
    .withTables<Tables>()
    .insertInto('installation')
    .values({ name, value: json, set_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json, set_at }))
    .execute()
}
