import type { Delay } from './at-deadline.ts'

/** Deadlines are about how long somebody outside waits, so they run on real time, not on the injected clock. */
export const realDelay: Delay = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
  })
