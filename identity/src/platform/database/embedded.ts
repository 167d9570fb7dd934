import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMainThread } from 'node:worker_threads'
import type { JobLog } from '../jobs/engine-logger.ts'
import { findBinaries, type ServerBinaries } from './embedded-binaries.ts'
import { type ServerIdentity, serverIdentity } from './embedded-identity.ts'
import { findServer, isAlive, processesIn, removeStaleLocks } from './embedded-leftovers.ts'
import { isLocked, underLock } from './embedded-lock.ts'
import { prepareCluster } from './embedded-prepare.ts'
import { makePrivateFolder, socketFolder } from './embedded-socket.ts'
import type { DatabasePlace } from './place.ts'

export type EmbeddedOptions = {
  /** The service's data folder; the cluster lives in `postgres` below it. */
  dataFolder: string
  log: JobLog
  /** Programs of a distribution's PostgreSQL instead of the ones npm carries. */
  binFolder?: string | undefined
  /** Further server settings. */
  settings?: Record<string, string>
  /** Instead of refusing, use the server of a service that already runs on this folder; `stop` then leaves it running. */
  joinRunning?: boolean
}

export type EmbeddedServer = {
  place: DatabasePlace
  /** The postmaster's process id; it changes when the server had to be started again. */
  pid(): number
  isJoined: boolean
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL as a child of this process and keeps it running: it is started again when it dies, and dies with
 * this process even when that is killed. It listens on a unix socket only.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  // The kernel ties the server's life to the thread that started it, and worker threads end early.
  if (!isMainThread) throw new Error('The embedded database must be started from the main thread.')
  if (process.platform !== 'linux') throw new Error('The embedded database runs on Linux only; set DATABASE_URL.')
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 })
  // The real path: what the kernel tells of a running server has no links in it.
  const folder = join(realpathSync(options.dataFolder), 'postgres')
  const sockets = socketFolder(folder)
  const place = placeOf(sockets)
  const running = await settleRunning(folder, options)
  if (running) return { place, pid: () => running, isJoined: true, stop: async () => {} }

  const binaries = findBinaries(options.binFolder)
  const identity = serverIdentity(isThere(folder) ? folder : dirname(folder))
  makeCluster(folder, binaries, identity)
  makePrivateFolder(sockets, identity.spawnOptions)
  if (identity.spawnOptions.uid !== undefined)
    chownSync(sockets, identity.spawnOptions.uid, identity.spawnOptions.gid ?? 0)
  const server = await supervise({ folder, sockets, binaries, identity, options })
  try {
    await prepareCluster(sockets)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { place, pid: server.pid, isJoined: false, stop: server.stop }
}

function placeOf(sockets: string): DatabasePlace {
  const host = encodeURIComponent(sockets)
  const at = (login: string) => `postgres://${login}@localhost/hallpass?host=${host}`
  return { ownerUrl: at('hallpass'), serviceUrl: at('hallpass_service') }
}

/** A server already on the folder is another service's (join or refuse), or was orphaned (end it, then start our own). */
async function settleRunning(folder: string, options: EmbeddedOptions): Promise<number | null> {
  if (!isThere(folder)) return null
  const found = findServer(folder)
  if (found?.parentPid && isNode(found.parentPid)) {
    if (options.joinRunning) return found.pid
    throw new Error(
      `Hallpass already runs on ${options.dataFolder} (process ${found.parentPid}); stop it first, or choose another data folder.`,
    )
  }
  if (found) {
    options.log.warn({ pid: found.pid }, 'a database server without its service was left on the data folder; ending it')
    process.kill(found.pid, 'SIGINT')
  }
  await untilFree(folder)
  if (isThere(join(folder, 'PG_VERSION')) && isLocked(folder)) {
    throw new Error(
      `Hallpass already runs on ${options.dataFolder}, in a container other than this one; stop it first, or choose another data folder.`,
    )
  }
  removeStaleLocks(folder, socketFolder(folder))
  return null
}

/** What may not be looked at is no empty place: a new cluster beside the data would invite somebody to delete the data. */
function isThere(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw new Error(`This user may not look into ${dirname(path)}; run this as the user of the service, or as root.`, {
      cause,
    })
  }
}

function isNode(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node') && isAlive(pid)
  } catch {
    return false
  }
}

/** After the server was killed its children notice within moments; nothing may start while one of them can still write. */
async function untilFree(folder: string): Promise<void> {
  for (let waitedMs = 0; processesIn(folder).length > 0; waitedMs += 50) {
    if (waitedMs > 15_000)
      throw new Error(`Processes of an earlier database server still work in ${folder}; end them first.`)
    await sleep(50)
  }
}

function makeCluster(folder: string, binaries: ServerBinaries, identity: ServerIdentity): void {
  if (isThere(join(folder, 'PG_VERSION'))) {
    refuseOtherMajor(folder, binaries)
    identity.adopt(folder)
    return
  }
  const draft = `${folder}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  identity.adopt(draft)
  const [program, args] = identity.wrap(binaries.initdb, [
    ...['-D', draft, '-U', 'hallpass', '--auth-local=trust', '--auth-host=reject', '-E', 'UTF8', '--data-checksums'],
    // The builtin locale sorts the same under every C library and ICU version; indexes survive upgrades of both.
    ...(binaries.major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8']),
  ])
  try {
    execFileSync(program, args, { ...identity.spawnOptions, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (cause) {
    throw new Error(`PostgreSQL could not make its data folder: ${String((cause as { stderr?: Buffer }).stderr)}`, {
      cause,
    })
  }
  renameSync(draft, folder)
}

function refuseOtherMajor(folder: string, binaries: ServerBinaries): void {
  const major = Number(readFileSync(join(folder, 'PG_VERSION'), 'utf8'))
  if (major === binaries.major) return
  throw new Error(
    `The data in ${folder} was written by PostgreSQL ${major} and this installation carries ${binaries.major}: make a backup with the installation that wrote it, and restore that here into an empty folder.`,
  )
}

type Supervised = {
  folder: string
  sockets: string
  binaries: ServerBinaries
  identity: ServerIdentity
  options: EmbeddedOptions
}

/** Holds the child: starts it, waits until it answers, starts it again whenever it ends unasked. */
async function supervise(given: Supervised): Promise<{ pid(): number; stop(): Promise<void> }> {
  const { log } = given.options
  let child = await startServer(given)
  let stopping = false
  let restarting: Promise<void> = Promise.resolve()

  function watch(): void {
    child.once('exit', (code, signal) => {
      if (stopping) return
      log.error({ code, signal }, 'the database server ended unasked; starting it again')
      restarting = restart()
    })
  }
  async function restart(): Promise<void> {
    for (let delayMs = 50; !stopping; delayMs = Math.min(delayMs * 2, 5000)) {
      try {
        await untilFree(given.folder)
        removeStaleLocks(given.folder, given.sockets)
        child = await startServer(given)
        log.info({ pid: child.pid }, 'the database server runs again')
        return watch()
      } catch (error) {
        log.error({ error: String(error) }, 'the database server did not start; trying again')
        await sleep(delayMs)
      }
    }
  }

  watch()
  return {
    pid: () => child.pid as number,
    async stop() {
      stopping = true
      await restarting
      await end(child)
    },
  }
}

/** Fast shutdown, and after ten seconds the immediate one: recovery at the next start makes up for it. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), 10_000)
  await ended
  clearTimeout(timer)
}

async function startServer({ folder, sockets, binaries, identity, options }: Supervised): Promise<ChildProcess> {
  const settings = { ...defaults, unix_socket_directories: sockets, ...options.settings }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [program, args] = underLock(folder, identity.wrap(binaries.postgres, ['-D', folder, ...flags]))
  const child = spawn(program, args, {
    ...identity.spawnOptions,
    cwd: '/',
    // A process group of its own: Ctrl-C at a terminal is for the service, which ends the server when it is done with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH },
  })
  await untilReady(child, options.log)
  return child
}

const defaults = {
  listen_addresses: '', // the socket only: the OpenSSL that npm's server carries is old
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  // A young table grows faster than the usual minute: until it is looked at, statements keep the plans of an empty one.
  autovacuum_naptime: '15s',
  log_min_messages: 'warning',
  log_line_prefix: '',
  timezone: 'UTC',
}

/** Reads the server's own messages: into the log, and for the line that says it accepts connections. */
function untilReady(child: ChildProcess, log: JobLog): Promise<void> {
  return new Promise((resolve, reject) => {
    let rest = ''
    let tail: string[] = []
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        log.debug({ from: 'database server' }, line)
        tail = [...tail.slice(-9), line]
        if (line.includes('ready to accept connections')) resolve()
      }
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      reject(new Error(`PostgreSQL ended at start (${code ?? signal}): ${tail.join(' ')} ${rest}`.trim()))
    })
  })
}
