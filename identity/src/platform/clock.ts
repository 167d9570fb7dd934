import { readFileSync } from 'node:fs'

/** The only source of the current time. Injected everywhere so that tests, sweeps and the sample company can move it. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

export type MovableClock = Clock & {
  /** Moves the clock forward by a number of milliseconds. */
  advance(milliseconds: number): void
}

/** A clock that stands still until it is moved; for tests. */
export function movableClock(start: Date | string = '2026-03-02T09:00:00Z'): MovableClock {
  let at = new Date(start).getTime()
  return {
    now: () => new Date(at),
    advance: (milliseconds) => {
      at += milliseconds
    },
  }
}

/** Reading a file is far dearer than asking the time, which every statement and entry of the trail does. */
const offsetHeldMs = 10

/**
 * The system clock plus the number of milliseconds written in a file; for the sample company, where a story moves the
 * clock of a running service. A missing or unreadable file means no offset. `serve` never uses it.
 */
export function offsetClock(path: string): Clock {
  let offset = 0
  let readAgainAt = Number.NEGATIVE_INFINITY
  return {
    now() {
      const at = performance.now()
      if (at >= readAgainAt) {
        offset = readOffset(path)
        readAgainAt = at + offsetHeldMs
      }
      return new Date(Date.now() + offset)
    },
  }
}

function readOffset(path: string): number {
  try {
    const offset = Number(readFileSync(path, 'utf8'))
    return Number.isFinite(offset) ? offset : 0
  } catch {
    return 0
  }
}
