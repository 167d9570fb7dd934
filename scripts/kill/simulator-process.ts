import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { cloneFolder } from '../service-process.ts'

/** The simulator of ServiceNow as a process of its own, on a file that outlives it. */
export type SimulatorProcess = {
  readonly url: string
  /** Ends it, as a power cut would or as an operator would, and starts it again on the same file. */
  restart(how: 'kill' | 'stop'): Promise<void>
  /** Moves its clock on; it stays moved over restarts. */
  advanceClock(milliseconds: number): Promise<void>
  /** One call of its REST API as somebody; throws for anything but the good answer. */
  call<T>(who: Who, method: string, path: string, body?: object): Promise<T>
  stop(): Promise<void>
}

export type Who = { readonly name: string; readonly password: string }

export async function startSimulatorProcess(options: {
  url: string
  dataFile: string
  logPath: string
  administrator: Who
}): Promise<SimulatorProcess> {
  const { url, administrator } = options
  let aheadMs = 0
  const call: SimulatorProcess['call'] = async (who, method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(180_000),
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${who.name}:${who.password}`).toString('base64')}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} from ServiceNow (${method} ${path}): ${text.slice(0, 300)}`)
    return JSON.parse(text || '{}').result
  }
  const move = (advanceMilliseconds: number) =>
    call(administrator, 'POST', '/simulator/clock', { advanceMilliseconds }).then(() => {})
  let child = await start(options)
  return {
    url,
    call,
    async restart(how) {
      await end(child, how === 'kill' ? 'SIGKILL' : 'SIGTERM')
      child = await start(options)
      if (aheadMs > 0) await move(aheadMs)
    },
    async advanceClock(milliseconds) {
      aheadMs += milliseconds
      await move(milliseconds)
    },
    stop: () => end(child, 'SIGTERM'),
  }
}

async function start(options: { url: string; dataFile: string; logPath: string }): Promise<ChildProcess> {
  const main = join(cloneFolder, 'servicenow/simulator/src/main.ts')
  const words = [main, '--port', new URL(options.url).port, '--data', options.dataFile]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const log = createWriteStream(options.logPath, { flags: 'a' })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The simulator ended by itself; see ${options.logPath}`)
    if (await isUp(options.url)) return child
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The simulator was not ready in time; see ${options.logPath}`)
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/simulator/clock`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill(signal)
  await ended
}
