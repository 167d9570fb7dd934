import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** A server found running on a data folder, by the file it leaves there. */
export type RunningServer = { pid: number; parentPid: number | null }

/** Looks whether a server runs on this data folder: the pid file alone proves nothing, a pid may belong to anyone by now. */
export function findServer(folder: string): RunningServer | null {
  const pid = pidInFile(folder)
  if (pid === null || !isServerOf(pid, folder)) return null
  return { pid, parentPid: parentOf(pid) }
}

/**
 * Takes away a pid file whose pid now belongs to some other program: the server would take that program for itself and
 * refuse to start. Left alone while any process still works in the folder, whose presence the file is there to show.
 */
export function removeStalePidFile(folder: string): void {
  const pid = pidInFile(folder)
  if (pid === null || !isAlive(pid) || isServerOf(pid, folder)) return
  if (processesIn(folder).length > 0) return
  rmSync(join(folder, 'postmaster.pid'), { force: true })
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

function pidInFile(folder: string): number | null {
  const file = join(folder, 'postmaster.pid')
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
