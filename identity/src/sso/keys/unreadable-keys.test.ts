import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hallpass, serve } from '../../cli/testing-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-unreadable-keys-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = (key: number) => ({
  HALLPASS_DATA_DIR: join(folder, 'data'),
  HALLPASS_MASTER_KEY: Buffer.alloc(32, key).toString('base64'),
  HALLPASS_LISTEN_PORT: '0',
  HALLPASS_LOG_LEVEL: 'info',
})

test('with keys for sign-on that cannot be opened the service does not start, and says so in one sentence', async () => {
  const first = await serve(settings(1))
  await first.stop()
  const { code, err } = await hallpass(['serve'], settings(2))
  expect(code).toBe(1)
  const lines = err.trim().split('\n')
  expect(lines).toEqual([expect.stringMatching(/^A key that signs people on to apps cannot be opened: [^.]+\.$/)])
  // Nothing was put in its place: with the right key all is as before.
  const again = await serve(settings(1))
  expect((await fetch(`${again.url}/oidc/jwks`)).status).toBe(200)
  await again.stop()
}, 120_000)
