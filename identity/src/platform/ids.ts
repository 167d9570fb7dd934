import { randomBytes } from 'node:crypto'
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

/** 48 bits of milliseconds, 12 bits of sequence (RFC 9562 §6.2 method 1), 62 random bits. */
function format(milliseconds: number, sequence: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(milliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | sequence, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
