import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export type SambaValue = string | number | { base64: string }
export type SambaEntry = { dn: string } & Record<string, string[]>

export type SambaChange =
  | { do: 'add'; dn: string; attributes: Record<string, SambaValue | SambaValue[]> }
  | {
      do: 'modify'
      dn: string
      how?: 'replace' | 'add' | 'delete'
      /** Writes what only the server itself writes, such as the time of a password. */
      as_server?: boolean
      attributes: Record<string, SambaValue | SambaValue[]>
    }
  | { do: 'delete'; dn: string }
  | { do: 'rename'; dn: string; to: string }
  | { do: 'grant'; on: string; to: string; aces: string[] }

export type SambaConsole = {
  run(change: SambaChange): Promise<void>
  /** All or none. */
  runAll(changes: readonly SambaChange[]): Promise<void>
  search(request: { base?: string; one?: boolean; filter?: string; attributes?: string[] }): Promise<SambaEntry[]>
  close(): Promise<void>
}

/** Debian's own Python: the one on the PATH may be another without python3-samba. */
export const systemPython = '/usr/bin/python3'

/** Opens the database of a domain controller, whether its server runs or not. */
export function openSambaConsole(configFile: string): SambaConsole {
  const script = fileURLToPath(new URL('samba-console.py', import.meta.url))
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(systemPython, [script, configFile], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
  })
  const waiting: { resolve(value: unknown): void; reject(error: Error): void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer: { ok?: unknown; error?: string } = JSON.parse(line)
    const asked = waiting.shift()
    if (answer.error === undefined) asked?.resolve(answer.ok)
    else asked?.reject(new Error(answer.error))
  })
  const ended = once(child, 'exit').then(() => {
    for (const asked of waiting.splice(0)) asked.reject(new Error(`The console of the domain ended: ${said.trim()}`))
  })
  child.stdin.on('error', () => {})
  const ask = (request: object) =>
    new Promise<unknown>((resolve, reject) => {
      if (child.exitCode !== null) return reject(new Error(`The console of the domain has ended: ${said.trim()}`))
      waiting.push({ resolve, reject })
      child.stdin.write(`${JSON.stringify(request)}\n`)
    })
  return {
    async run(change) {
      await ask(change)
    },
    async runAll(changes) {
      await ask({ all: changes })
    },
    search: async (request) => (await ask({ do: 'search', ...request })) as SambaEntry[],
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
