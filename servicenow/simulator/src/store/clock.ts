/** The only source of time in the simulator; worker threads see the same, moved by the same amount. */
export type Clock = { now(): Date }

export type MovableClock = Clock & {
  /** Moves time on by so many milliseconds. */
  advance(milliseconds: number): void
  /** Hand this to a worker thread and open the same clock there. */
  readonly shared: SharedArrayBuffer
}

/**
 * A clock that can be moved. It follows the machine's, shifted; one with a `start` stands still between moves.
 * Its two numbers are shared: an offset in milliseconds, and the instant it stands at (NaN while it runs).
 */
export function movableClock(options: { start?: Date } = {}): MovableClock {
  const shared = new SharedArrayBuffer(16)
  const cells = new Float64Array(shared)
  cells[1] = options.start ? options.start.getTime() : Number.NaN
  return openSharedClock(shared)
}

export function openSharedClock(shared: SharedArrayBuffer): MovableClock {
  const cells = new Float64Array(shared)
  return {
    shared,
    now() {
      const standing = cells[1] ?? Number.NaN
      return new Date((Number.isNaN(standing) ? Date.now() : standing) + (cells[0] ?? 0))
    },
    advance(milliseconds) {
      cells[0] = (cells[0] ?? 0) + milliseconds
    },
  }
}

/** ServiceNow's own spelling of an instant: UTC, to the second. */
export function dateTimeText(at: Date): string {
  return at.toISOString().slice(0, 19).replace('T', ' ')
}

/** Milliseconds since the epoch of `YYYY-MM-DD HH:MM:SS` in UTC; NaN for anything else. */
export function dateTimeMs(text: string): number {
  return /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN
}
