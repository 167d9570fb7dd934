import { randomUUID } from 'node:crypto'
import type { Clock } from './clock.ts'

/** Makes new identifiers: opaque UUIDs that sort by the time they were made (RFC 9562, version 7). */
export type Ids = { next<T extends string = string>(): T }

export function uuidV7(clock: Clock): Ids {
  let last = 0
  let sequence = 0
  return {
    next<T extends string>(): T {
      const now = Math.max(clock.now().getTime(), last)
      sequence = now === last ? (sequence + 1) & 0xfff : 0
      last = sequence === 0 && now === last ? now + 1 : now
      return format(last, sequence) as T
    },
  }
}

/**
 * 48 bits of milliseconds, 12 bits of sequence (RFC 9562 §6.2 method 1), 62 random bits: those of a random UUID, which Node
 * draws for many at once, stand where this one wants them.
 */
function format(milliseconds: number, sequence: number): string {
  const time = milliseconds.toString(16).padStart(12, '0')
  const count = sequence.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${randomUUID().slice(19)}`
}
