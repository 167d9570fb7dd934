import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { type RunningService, startService } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-restarted-'))
const done = new Set<number>()
let service: RunningService

beforeAll(async () => {
  const environment = {
    HALLPASS_DATA_DIR: folder,
    HALLPASS_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    HALLPASS_LISTEN_PORT: '0',
    HALLPASS_LOG_LEVEL: 'silent',
  }
  const prepare = async ({ foundation }: RunningService['app']) =>
    foundation.jobs.register('test.toil', async ({ n }) => void done.add(Number(n)))
  service = await startService({ config: readConfig(environment), environment, portalFolder: null, prepare })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

const serverPid = () => Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
const refusedIn = (answers: Response[]) => answers.find(({ status }) => status !== 200)
const ask = () => fetch(`${service.address}/api/session`)

async function enqueue(n: number): Promise<void> {
  const { db, jobs } = service.app.foundation
  await db.transaction((tx) => jobs.enqueue(tx, { task: 'test.toil', payload: { n } }))
}

test('the database killed under the service: calls are answered 503 until it is back, and jobs go on', async () => {
  expect((await ask()).status).toBe(200)
  await enqueue(1)
  await expect.poll(() => done.has(1), { timeout: 15_000 }).toBe(true)

  process.kill(serverPid(), 'SIGKILL')
  const answers: Response[] = []
  do answers.push(await ask())
  while (!(refusedIn(answers) && answers.at(-1)?.status === 200) && answers.length < 20_000)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503, 200]))
  const refused = refusedIn(answers)
  expect(refused?.headers.get('content-type')).toContain('application/problem+json')
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused?.json()).toMatchObject({ status: 503, code: 'database_unavailable', retryAfterSeconds: 5 })
  expect((await fetch(`${service.address}/health/ready`)).status).toBe(200)

  await enqueue(2)
  await expect.poll(() => done.has(2), { timeout: 30_000 }).toBe(true)
}, 60_000)
