import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { startServerProcess } from './server-process.ts'

/** A SCIM target that costs next to nothing, in a process of its own: benchmarks measure us, not the app. */
export type PromptScim = {
  readonly baseUrl: string
  readonly token: string
  readonly pid: number
  /** How many calls it answered, how many accounts it holds, and when (ms since 1970) each account was made. */
  stats(): Promise<{ calls: number; accounts: number; madeAt: Record<string, number> }>
  stop(): Promise<void>
}

export async function startPromptScim(): Promise<PromptScim> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'hallpass-prompt-scim-'))
  const baseUrl = `http://127.0.0.1:${port}`
  const server = await startServerProcess({
    name: 'The prompt SCIM target',
    command: process.execPath,
    args: [fileURLToPath(new URL('prompt-scim-server.ts', import.meta.url)), String(port)],
    cwd: folder,
    logFile: join(folder, 'prompt-scim.log'),
    isReady: () =>
      fetch(`${baseUrl}/stats`).then(
        (answer) => answer.ok,
        () => false,
      ),
    readyMsMax: 10_000,
  })
  return {
    baseUrl,
    token: 'prompt-scim-token',
    pid: server.pid,
    stats: async () => (await fetch(`${baseUrl}/stats`)).json() as ReturnType<PromptScim['stats']>,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
