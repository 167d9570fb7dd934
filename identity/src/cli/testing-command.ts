/** The real commands as processes of their own, for tests. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

export type Ended = { code: number | null; out: string; err: string }
type Settings = Record<string, string>

function launch(words: string[], settings: Settings, input = '') {
  const kept = Object.entries(process.env).filter(([name]) => !/^(HALLPASS_|DATABASE_|VITEST|NODE_OPTIONS)/.test(name))
  const env = { ...Object.fromEntries(kept), ...settings }
  // A group of its own, so that a test can send what Ctrl-C sends: one signal to all.
  const child = spawn(process.execPath, [main, ...words], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // Whoever wants no input may end before it is read.
  child.stdin.on('error', () => {}).end(input)
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...said }))
  return { child, said, ended }
}

/** `input` is piped into it; nothing is there to be read when left out. */
export function hallpass(words: string[], settings: Settings = {}, input = ''): Promise<Ended> {
  return launch(words, settings, input).ended
}

export type Serving = {
  pid: number
  url: string
  /** Everything it has printed so far. */
  out(): string
  /** Lines of its log; what it prints for people is left out. */
  log(): { level: number; msg: string }[]
  /** To the process alone, as a service manager does, or to its group, as a terminal does. */
  stop(signal?: NodeJS.Signals, to?: 'process' | 'group'): Promise<Ended>
}

/** `hallpass serve`, once it listens. */
export async function serve(settings: Settings, words: string[] = []): Promise<Serving> {
  const { child, said, ended } = launch(['serve', ...words], settings)
  const pid = child.pid as number
  const listening = () => /"address":"([^"]+)"/.exec(said.out)?.[1]
  while (!listening() && child.exitCode === null) await Promise.race([once(child.stdout, 'data'), ended])
  const url = listening()
  if (!url) throw new Error(`serve ended: ${said.out} ${said.err}`)
  return {
    pid,
    url,
    out: () => said.out + said.err,
    log: () =>
      said.out
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    stop(signal = 'SIGTERM', to = 'process') {
      process.kill(to === 'group' ? -pid : pid, signal)
      return ended
    },
  }
}
