import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { serve } from './cli/testing-command.ts'
import { processesIn } from './platform/database/embedded-leftovers.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-stop-'))
const database = () => processesIn(join(folder, 'postgres'))
afterAll(async () => {
  for (const pid of database()) process.kill(pid, 'SIGKILL')
  while (database().length > 0) await sleep(20)
  rmSync(folder, { recursive: true, force: true })
})

test('a database that hangs does not keep the service from stopping: one sentence, exit code 1, in the time it has', async () => {
  const service = await serve({
    HALLPASS_DATA_DIR: folder,
    HALLPASS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    HALLPASS_LISTEN_PORT: '0',
    // 4.8 for the jobs, five that the job engine takes to give them up, and some to spare.
    HALLPASS_STOP_SECONDS: '12',
  })
  await expect.poll(() => service.out(), { timeout: 20_000 }).toContain('A new one: hallpass admin-link')
  for (const pid of database()) process.kill(pid, 'SIGSTOP')
  const { code, err } = await service.stop()
  expect([code, err]).toEqual([1, expect.stringMatching(/^The service did not stop within 12 seconds.*\n$/)])
}, 60_000)
