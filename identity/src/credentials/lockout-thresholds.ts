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

/** So many people are remembered on a node; beyond that they are asked about again. */
const keptMax = 10_000

/**
 * Asks once in five minutes about each person, so that most sign-ins cost no second question. Rules differ within a
 * directory (fine-grained policies, pwdPolicySubentry), so what holds for one person tells nothing of the next.
 */
export function lockoutThresholds(deps: { clock: Clock; log: Log }): LockoutThresholds {
  const known = new Map<string, { tries: number | null; until: number }>()
  const keep = (key: string, tries: number | null, now: number) => {
    if (known.size >= keptMax) for (const [each, { until }] of known) if (until <= now) known.delete(each)
    if (known.size >= keptMax) known.clear()
    known.set(key, { tries, until: now + keptMs })
  }
  return {
    async of({ connector, ref, directory }) {
      const now = deps.clock.now().getTime()
      const key = `${directory.id}:${ref.key}`
      const kept = known.get(key)
      if (kept && kept.until > now) return kept.tries
      if (!connector.passwords) return careful
      try {
        const { lockoutTries } = await connector.passwords.policyFor(ref)
        keep(key, lockoutTries, now)
        return lockoutTries
      } catch (error) {
        deps.log.warn({ err: error, directoryId: directory.id }, 'a directory did not tell when it locks')
        return careful
      }
    },
  }
}
