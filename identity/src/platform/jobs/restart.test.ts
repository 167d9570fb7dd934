import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { systemClock as clock } from '../clock.ts'
import { startEmbedded } from '../database/embedded.ts'
import { migrate } from '../database/migrate.ts'
import { startTestNode, type Toil, toilTable } from './testing-node.ts'

const log = { debug() {}, info() {}, warn() {}, error() {} }

test('the database killed -9 twice under a working node: the process lives on, and every job is done', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hallpass-restart-'))
  const server = await startEmbedded({ dataFolder, log })
  const { place } = server
  await migrate({ url: place.ownerUrl, clock })
  const owner = new Client({ connectionString: place.ownerUrl })
  await owner.connect()
  await owner.query(toilTable)
  await owner.end()

  const { engine, node } = startTestNode(place.serviceUrl, 50)
  const done = async () => {
    const rows = await engine.db
      .withTables<Toil>()
      .selectFrom('toil')
      .select('n')
      .where('ended', 'is not', null)
      .execute()
    return new Set(rows.map((row) => row.n).filter((n) => n > 0)).size
  }
  const doneNow = () => done().catch(() => -1)
  await engine.db.transaction(async (tx) => {
    for (let n = 1; n <= 200; n++) await engine.enqueue(tx, { task: 'toil', payload: { n } })
  })
  for (const reached of [30, 90]) {
    await expect.poll(doneNow, { timeout: 30_000 }).toBeGreaterThan(reached)
    const pid = server.pid()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => server.pid(), { timeout: 20_000 }).not.toBe(pid)
  }
  await expect.poll(doneNow, { timeout: 60_000, interval: 200 }).toBe(200)
  await expect.poll(() => engine.inspect().then((jobs) => jobs.length), { timeout: 20_000 }).toBe(0)

  await node.stop()
  await engine.db.close()
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
}, 120_000)
