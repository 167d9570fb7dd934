import type { Home } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'

export type LockoutThresholds = {
  /** After how many wrong tries the directory itself locks an account; null when it never does. */
  of(home: Home): Promise<number | null>
}

const keptMs = 5 * 60_000
/** What is assumed of a directory that does not say. */
const careful = 5

/** Asks each directory once in five minutes, so that a sign-in costs no second question. */
export function lockoutThresholds(deps: { clock: Clock; log: Log }): LockoutThresholds {
  const known = new Map<string, { tries: number | null; until: number }>()
  return {
    async of({ connector, ref, directory }) {
      const now = deps.clock.now().getTime()
      const kept = known.get(directory.id)
      if (kept && kept.until > now) return kept.tries
      if (!connector.passwords) return careful
      try {
        const { lockoutTries } = await connector.passwords.policyFor(ref)
        known.set(directory.id, { tries: lockoutTries, until: now + keptMs })
        return lockoutTries
      } catch (error) {
        deps.log.warn({ err: error, directoryId: directory.id }, 'a directory did not tell when it locks')
        return careful
      }
    },
  }
}
