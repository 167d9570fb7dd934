import { ServiceNowFailure } from './failures.ts'

/**
 * Keeps to the rate of an instance. `take` resolves when a call may begin, or throws `throttled` with the time when it
 * may; `holdBack` is told what a 429 said. Several processes share one pace by handing in one that is kept elsewhere.
 */
export type Pace = {
  take(): Promise<void>
  holdBack(until: Date): Promise<void>
}

export type PaceOptions = {
  ratePerSecond: number
  /** Calls that may be made at once after a rest. */
  burst?: number
  now: () => Date
  /** How long a caller may be kept waiting; beyond it `throttled` is thrown. */
  waitMsMax?: number
  wait: (ms: number) => Promise<void>
}

/** A token bucket of this process, on the clock it is handed. */
export function localPace(options: PaceOptions): Pace {
  const { ratePerSecond, burst = Math.max(1, Math.floor(ratePerSecond / 5)), waitMsMax = 2000, now, wait } = options
  const msPerCall = 1000 / ratePerSecond
  /** When the next call would begin if nobody had rested. */
  let next = Number.NEGATIVE_INFINITY
  let heldUntil = 0
  return {
    async take() {
      const at = now().getTime()
      if (heldUntil > at + waitMsMax) throw throttled(new Date(heldUntil))
      const begin = Math.max(next, at - (burst - 1) * msPerCall, heldUntil)
      if (begin > at + waitMsMax) throw throttled(new Date(begin))
      next = begin + msPerCall
      if (begin > at) await wait(begin - at)
    },
    async holdBack(until) {
      heldUntil = Math.max(heldUntil, until.getTime())
    },
  }
}

export const throttled = (retryAt: Date): ServiceNowFailure =>
  new ServiceNowFailure('throttled', 'ServiceNow takes no more calls for now.', { retryAt })
