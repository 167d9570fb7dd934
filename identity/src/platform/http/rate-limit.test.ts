import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import type { Reader } from '../database/database.ts'
import { createRateLimiter } from './rate-limit.ts'

test('a network that asks too much stays known, however many others are shown to the sieve meanwhile', () => {
  const now = new Date('2026-03-02T09:00:00Z')
  const limiter = createRateLimiter({ db: {} as Reader, clock: { now: () => now }, perMinutePerAddress: 10 })
  const isTaken = (ip: string): boolean => {
    try {
      limiter.admitAddress({ ip } as FastifyRequest)
      return true
    } catch {
      return false
    }
  }
  const taken = Array.from({ length: 12 }, () => isTaken('198.51.100.1'))
  expect(taken.filter(Boolean)).toHaveLength(10)
  for (let n = 0; n < 120_000; n += 1) {
    isTaken(`2001:db8:${(n >> 16).toString(16)}:${(n & 0xffff).toString(16)}::1`)
    if (n % 20_000 === 0) expect(isTaken('198.51.100.1')).toBe(false)
  }
  expect(isTaken('198.51.100.1')).toBe(false)
  expect(isTaken('198.51.100.2')).toBe(true)
})
