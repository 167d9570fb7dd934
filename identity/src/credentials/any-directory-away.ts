import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Log } from '../platform/log.ts'

export type AnyDirectoryAway = () => Promise<boolean>

const keptMs = 30_000

/**
 * Whether any directory is away, asked at most every half a minute on a node. It never depends on who signs in: what a
 * network may try then tells nobody whose directory it is. Where it cannot be read, what was known stays.
 */
export function anyDirectoryAway(deps: {
  db: Database
  clock: Clock
  log: Log
  directory: Pick<Directory, 'isAnyAway'>
}): AnyDirectoryAway {
  let known = { isAway: false, until: Number.NEGATIVE_INFINITY }
  let asking: Promise<boolean> | null = null
  const ask = async () => {
    const until = deps.clock.now().getTime() + keptMs
    try {
      known = { isAway: await deps.directory.isAnyAway(deps.db), until }
    } catch (error) {
      deps.log.warn({ err: error }, 'whether a directory is away could not be read')
    }
    asking = null
    return known.isAway
  }
  return async () => {
    if (deps.clock.now().getTime() < known.until) return known.isAway
    asking ??= ask()
    return await asking
  }
}
