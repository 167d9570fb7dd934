import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A server found running on a data folder, by the file it leaves there. */
export type RunningServer = { pid: number; parentPid: number | null }

/** Looks whether a server runs on this data folder: the pid file alone proves nothing, a pid may belong to anyone by now. */
export function findServer(folder: string): RunningServer | null {
  const pid = pidIn(pidFile(folder))
  if (pid === null || !isServerOf(pid, folder)) return null
  return { pid, parentPid: parentOf(pid) }
}

/**
 * Takes away lock files whose pid now belongs to some other program, or to a server that is dead but that its parent has
 * not noticed: a new server would take it for a running one and refuse to start. Left alone while any process still
 * works in the folder, whose presence they are there to show.
 */
export function removeStaleLocks(folder: string, sockets: string): void {
  if (processesIn(folder).length > 0) return
  for (const file of [pidFile(folder), join(sockets, '.s.PGSQL.5432.lock')]) {
    const pid = pidIn(file)
    if (pid !== null && existsSync(`/proc/${pid}`)) rmSync(file, { force: true })
  }
}

/** Processes whose working directory is the data folder: the server and everything it started. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => workingDirectory(name) === folder)
    .map(Number)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

const pidFile = (folder: string) => join(folder, 'postmaster.pid')

function pidIn(file: string): number | null {
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 ? pid : null
}

function isServerOf(pid: number, folder: string): boolean {
  return isAlive(pid) && workingDirectory(String(pid)) === folder
}

function workingDirectory(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}

function isZombie(pid: number): boolean {
  return statFields(pid)?.[0] === 'Z'
}

function parentOf(pid: number): number | null {
  const parent = Number(statFields(pid)?.[1])
  return Number.isInteger(parent) ? parent : null
}

/** State, parent, … of /proc/PID/stat; the name before them may itself hold spaces and brackets. */
function statFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}
