import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readConfig } from './config.ts'
import { type RunningService, startService } from './main.ts'
import { diskCheck } from './platform/health-checks.ts'
import { cloneDatabase } from './platform/testing.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'hallpass-ready-'))
let database: Awaited<ReturnType<typeof cloneDatabase>>
let owner: pg.Client
let service: RunningService

beforeAll(async () => {
  database = await cloneDatabase()
  owner = new pg.Client({ connectionString: database.place.ownerUrl })
  await owner.connect()
  const environment = {
    DATABASE_URL: database.place.serviceUrl,
    DATABASE_ADMIN_URL: database.place.ownerUrl,
    HALLPASS_DATA_DIR: folder,
    HALLPASS_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    HALLPASS_LISTEN_PORT: '0',
    HALLPASS_LOG_LEVEL: 'silent',
    HALLPASS_NODE_LEASE_SECONDS: '1',
  }
  service = await startService({ config: readConfig(environment), environment, portalFolder: null })
})
afterAll(async () => {
  await service.stop()
  await owner.end()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

async function ready() {
  const answer = await fetch(`${service.address}/health/ready`)
  const { checks } = (await answer.json()) as { checks: object[] }
  return [answer.status, ...checks]
}
const good = [200, { name: 'database', ok: true }, { name: 'jobs', ok: true }]
const silent = expect.stringMatching(/^The jobs of this node have shown no sign of life for \d+ seconds\.$/)
const bad = [503, { name: 'database', ok: true }, { name: 'jobs', ok: false, reason: silent }]
const untilReadinessIs = (wanted: unknown[]) => expect.poll(ready, { timeout: 30_000 }).toEqual(wanted)

test.each([
  ['cannot write that it lives', 'nodes', 'nodes'],
  ['cannot look for jobs', 'graphile_worker._private_jobs', '_private_jobs'],
])('a node that %s is not ready, though it lives, until it can again', async (_what, table, name) => {
  await untilReadinessIs(good)
  await owner.query(`alter table ${table} rename to away`)
  await untilReadinessIs(bad)
  expect((await fetch(`${service.address}/health/live`)).status).toBe(200)
  await owner.query(`alter table ${table.replace(name, 'away')} rename to ${name}`)
  await untilReadinessIs(good)
})

test('a disk with little room is told, and one with more is not', async () => {
  expect(await diskCheck(folder, 1).fault()).toBeNull()
  expect(await diskCheck(folder, 1e12).fault()).toMatch(/^The disk of the database has \d+ MB left\.$/)
})
