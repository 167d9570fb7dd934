import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@hallpass/counterparts/free-port'
import { cloneFolder } from '../scripts/service-process.ts'

export type BareService = { url: string; output(): string; stop(): Promise<void> }

/** `hallpass serve` as an administrator types it on a new machine: in an empty folder, with the settings of that machine. */
export async function startBareService(settings: Record<string, string>): Promise<BareService> {
  const folder = mkdtempSync(join(tmpdir(), 'hallpass-first-run-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const kept = Object.entries(process.env).filter(([name]) => !/^(HALLPASS_|DATABASE_)/.test(name))
  const child = spawn(join(cloneFolder, 'bin/hallpass'), ['serve'], {
    cwd: folder,
    env: {
      ...Object.fromEntries(kept),
      HALLPASS_PUBLIC_URL: url,
      HALLPASS_LISTEN_PORT: String(port),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  return {
    url,
    output: () => text,
    async stop() {
      child.kill('SIGTERM')
      await ended
      process.off('exit', endWithUs)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
