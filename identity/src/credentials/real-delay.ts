import { setTimeout as wait } from 'node:timers/promises'
import type { Delay } from './at-deadline.ts'

/** Deadlines are about how long somebody outside waits, so they run on real time, not on the injected clock. */
export const realDelay: Delay = async (milliseconds, signal) => {
  try {
    await wait(milliseconds, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
