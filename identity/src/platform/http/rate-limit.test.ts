import type { RouteSpec } from '@hallpass/contract/route'
import type { FastifyRequest } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import type { Reader } from '../database/database.ts'
import { testPlatform } from '../testing.ts'
import { createRateLimiter, type RateCounterTables } from './rate-limit.ts'

const t = await testPlatform()
afterAll(() => t.close())

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

test('calls of one moment are counted one by one, on all nodes together', async () => {
  const node = () => createRateLimiter({ db: t.db, clock: t.clock, perMinutePerAddress: 1000 })
  const [first, second] = [node(), node()]
  const ask = async (limiter: typeof first, id: string, ip: string): Promise<boolean> => {
    const spec = { id, perMinute: 5 } as RouteSpec
    return await limiter.admitCaller(spec, { ip } as FastifyRequest).then(
      () => true,
      () => false,
    )
  }
  const calls = Array.from({ length: 24 }, (_, n) => {
    const [id, ip] = [n % 2 === 0 ? 'a' : 'b', n % 3 === 0 ? '192.0.2.1' : '192.0.2.2']
    return { of: `${id} ${ip}`, isTaken: ask(n < 12 ? first : second, id, ip) }
  })
  const taken = new Map<string, number>()
  for (const { of, isTaken } of calls) taken.set(of, (taken.get(of) ?? 0) + ((await isTaken) ? 1 : 0))
  // Four counters with four or eight calls each, and never more than five let through.
  expect([...taken].sort()).toEqual([
    ['a 192.0.2.1', 4],
    ['a 192.0.2.2', 5],
    ['b 192.0.2.1', 4],
    ['b 192.0.2.2', 5],
  ])
  const rows = await t.db
    .withTables<RateCounterTables>()
    .selectFrom('rate_counters')
    .selectAll()
    .orderBy('key')
    .execute()
  expect(rows.map(({ key, count }) => [key, count])).toEqual([
    ['a 192.0.2.1', 4],
    ['a 192.0.2.2', 8],
    ['b 192.0.2.1', 4],
    ['b 192.0.2.2', 8],
  ])
})
