import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { findProgram } from './find-program.ts'

export type ServerProcess = {
  readonly pid: number
  isRunning(): boolean
  /** Asks it to end (SIGTERM) and waits until it has. */
  stop(): Promise<void>
  /** Ends it as a power cut would (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>
  /** Stops it from answering without closing anything (SIGSTOP), and back. */
  freeze(): void
  thaw(): void
}

export type ServerCommand = {
  name: string
  command: string
  args: readonly string[]
  cwd: string
  logFile: string
  env?: NodeJS.ProcessEnv
  /** True once it answers; asked every 20 ms. */
  isReady(): Promise<boolean>
  readyMsMax: number
}

/** Starts a server as a child that ends with us, however we end, and waits until it answers. */
export async function startServerProcess(input: ServerCommand): Promise<ServerProcess> {
  const child = spawnWithParent(input)
  let gone = false
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      gone = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  const signal = async (name: NodeJS.Signals) => {
    if (!gone) child.kill(name)
    await ended
  }
  const giveUpAt = Date.now() + input.readyMsMax
  while (!(await input.isReady())) {
    if (gone) throw new Error(`${input.name} ended while starting: ${tail(input.logFile)}`)
    if (Date.now() > giveUpAt) {
      await signal('SIGKILL')
      throw new Error(`${input.name} did not answer within ${input.readyMsMax} ms: ${tail(input.logFile)}`)
    }
    await sleep(20)
  }
  if (gone) throw new Error(`${input.name} ended while starting: ${tail(input.logFile)}`)
  return {
    pid: child.pid ?? 0,
    isRunning: () => !gone,
    async stop() {
      // A frozen process takes no notice of SIGTERM.
      if (!gone) child.kill('SIGCONT')
      await signal('SIGTERM')
    },
    kill: () => signal('SIGKILL'),
    freeze() {
      child.kill('SIGSTOP')
      waitUntilStopped(child.pid ?? 0)
    },
    thaw: () => void child.kill('SIGCONT'),
  }
}

/** The signal is on its way when `kill` returns; on a busy machine a thread may answer once more. */
function waitUntilStopped(pid: number): void {
  const giveUpAt = Date.now() + 1000
  const isStopped = (thread: string) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')')).startsWith(') T')
  }
  while (existsSync(`/proc/${pid}/task`) && Date.now() < giveUpAt) {
    try {
      if (readdirSync(`/proc/${pid}/task`).every(isStopped)) return
    } catch {
      // A thread that ended meanwhile answers nobody any more.
    }
  }
}

function spawnWithParent(input: ServerCommand): ChildProcess {
  const log = openSync(input.logFile, 'a')
  // With the parent-death signal no server stays behind when a test run is killed (prctl(2), PR_SET_PDEATHSIG).
  const setpriv = findProgram('setpriv')
  const line = [...(setpriv ? [setpriv, '--pdeathsig', 'KILL'] : []), input.command, ...input.args]
  const [command = input.command, ...args] = line
  try {
    return spawn(command, args, { cwd: input.cwd, env: input.env, stdio: ['ignore', log, log] })
  } finally {
    closeSync(log)
  }
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n') || 'it said nothing'
}
