import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { openPlace } from './foundation.ts'
import { systemClock as clock } from './platform/clock.ts'
import { createLog } from './platform/log.ts'
import { cloneDatabase } from './platform/testing.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** As the guide says it: an owner who is nothing else, and a login for the service. */
const owner = 'acme_owner'
const login = 'acme service'
let database: Awaited<ReturnType<typeof cloneDatabase>>
const at = (name: string) => database.place.ownerUrl.replace('hallpass@', `${encodeURIComponent(name)}@`)

beforeAll(async () => {
  database = await cloneDatabase('template0')
  const name = new URL(database.place.ownerUrl).pathname.slice(1)
  await query(`create role ${owner} login; create role "${login}" login;
    alter database ${name} owner to ${owner}; alter schema public owner to ${owner}`)
})
afterAll(async () => {
  await database.drop()
  await query(`drop role ${owner}; drop role "${login}"`, adminUrl())
})
const adminUrl = () => database.place.ownerUrl.replace(/test_[0-9a-f]+/, 'postgres')

async function query(text: string, url = database.place.ownerUrl): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function open() {
  const config = readConfig({
    HALLPASS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    DATABASE_URL: at(login),
    DATABASE_ADMIN_URL: at(owner),
  })
  return openPlace({ config, clock, log: createLog('silent'), joinRunning: false })
}

test('a login without the rights of the service is refused before tables are made, with the statement that gives them', async () => {
  await expect(open()).rejects.toThrow(`database server run: grant hallpass_service to "${login}";`)
  expect(await query(`select to_regclass('migrations') as made`)).toEqual([{ made: null }])
})

test('with them the service works on tables and jobs of an owner who has no part in them, and cannot change the trail', async () => {
  await query(`grant hallpass_service to "${login}"`)
  const { place } = await open()
  const counts = `select (select count(*)::int from installation) as facts,
    (select count(*)::int from graphile_worker._private_jobs) as jobs`
  expect(await query(counts, place.serviceUrl)).toEqual([{ facts: expect.any(Number), jobs: 0 }])
  await query(`insert into graphile_worker._private_tasks (identifier) values ('test.toil')`, place.serviceUrl)
  await expect(query('delete from audit_entries', place.serviceUrl)).rejects.toThrow('permission denied')
  const before = `select pg_has_role('${owner}', 'hallpass_service', 'member') as is_member`
  expect(await query(before)).toEqual([{ is_member: false }])
})

test('tables that were made before the role gave it nothing: said in a sentence', async () => {
  await query('revoke all on all tables in schema public from hallpass_service')
  await expect(open()).rejects.toThrow('The tables were made before the role hallpass_service was there')
})
