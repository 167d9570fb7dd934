import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const cloneFolder = join(dirname(fileURLToPath(import.meta.url)), '..')

export type ServiceProcess = {
  pid: number
  url: string
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
  /** Ends it at once, as a power cut would end the process. */
  kill(): Promise<void>
  hasEnded(): boolean
}

export type ServiceOptions = {
  port: number
  environment: Record<string, string>
  /** Arguments after `serve`. */
  arguments?: string[]
  logPath: string
  readyWithinMs?: number
}

/** Starts the service as its own process, straight by the Node of this clone, so that the pid held is the service's. */
export async function startService(options: ServiceOptions): Promise<ServiceProcess> {
  const url = `http://localhost:${options.port}`
  const child = spawn(
    process.execPath,
    [join(cloneFolder, 'identity/src/cli/main.ts'), 'serve', ...(options.arguments ?? [])],
    {
      env: {
        ...withoutSettings(process.env),
        HALLPASS_PUBLIC_URL: url,
        HALLPASS_LISTEN_PORT: String(options.port),
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const log = createWriteStream(options.logPath, { flags: 'a' })
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // Whoever started it may fall; the service never outlives them.
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  await untilReady(child, url, options)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
    log.end()
  }
  return {
    pid: child.pid as number,
    url,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
  }
}

/** The settings of whoever runs this must not leak into the service under test. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(HALLPASS_|DATABASE_)/.test(name)))
}

async function untilReady(child: ChildProcess, url: string, options: ServiceOptions): Promise<void> {
  const deadline = Date.now() + (options.readyWithinMs ?? 60_000)
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`The service ended with code ${child.exitCode}; see ${options.logPath}`)
    if (await isReady(url)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`The service was not ready in time; see ${options.logPath}`)
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}
