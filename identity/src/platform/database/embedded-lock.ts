import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** What `flock` answers when somebody else holds the lock. */
const held = 75

/**
 * A lock on the data folder that the server itself holds, by a descriptor that it and all its processes inherit: it lasts
 * exactly as long as anything can write there. Other than pids it means the same in every container of this machine.
 */
export function underLock(folder: string, [program, args]: [string, string[]]): [string, string[]] {
  if (!hasFlock()) return [program, args]
  return ['flock', ['--nonblock', '--no-fork', '-E', `${held}`, lockFile(folder), program, ...args]]
}

/** To be asked before anything in the folder is touched: a server whose lock file is taken away stops. */
export function isLocked(folder: string): boolean {
  return hasFlock() && statusOf(['--nonblock', '-E', `${held}`, lockFile(folder), 'true']) === held
}

/** A file of the cluster that is never written again. */
const lockFile = (folder: string) => join(folder, 'PG_VERSION')

let flockThere: boolean | undefined
function hasFlock(): boolean {
  flockThere ??= statusOf(['--nonblock', '--no-fork', '/dev/null', 'true']) === 0
  return flockThere
}

function statusOf(args: string[]): number | null {
  try {
    execFileSync('flock', args, { stdio: 'ignore', cwd: '/' })
    return 0
  } catch (error) {
    return (error as { status?: number | null }).status ?? null
  }
}
