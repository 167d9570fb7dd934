import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { hallpass } from './cli/testing-command.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { processesIn } from './platform/database/embedded-leftovers.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'hallpass-start-'))
const taken = createServer()
let port: string
const settings = (more: Record<string, string> = {}) => ({
  HALLPASS_DATA_DIR: join(folder, 'data'),
  HALLPASS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  HALLPASS_LISTEN_PORT: port,
  ...more,
})

beforeAll(async () => {
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  port = String((taken.address() as AddressInfo).port)
})
afterAll(() => {
  taken.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a port that is taken ends the process, and its database with it', async () => {
  const { code, err } = await hallpass(['serve'], settings())
  expect([code, err]).toEqual([1, expect.stringContaining('EADDRINUSE')])
  expect(processesIn(join(folder, 'data/postgres'))).toEqual([])
})

test('a database of a newer release ends the process as well', async () => {
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const server = await startEmbedded({ dataFolder: join(folder, 'data'), log })
  const client = new pg.Client({ connectionString: server.place.ownerUrl })
  await client.connect()
  await client.query(`insert into migrations values (9999, '9999_newer.sql', 'x', '2026-03-02')`)
  await client.end()
  await server.stop()
  const { code, err } = await hallpass(['serve'], settings())
  expect([code, err]).toEqual([1, expect.stringContaining('made by a newer Hallpass (it knows 9999_newer.sql)')])
  expect(processesIn(join(folder, 'data/postgres'))).toEqual([])
})
