import { isIPv6 } from 'node:net'
import type { RouteSpec } from '@hallpass/contract/route'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Reader } from '../database/database.ts'
import { unhurried } from '../database/unhurried.ts'
import { Failure } from '../errors.ts'

/** Refuses a call over its limit with 429 and Retry-After. */
export type RateLimiter = {
  /** Before anything is read: floods from one network, of whatever kind. What it answers takes the call out of the count. */
  admitAddress(request: FastifyRequest): () => void
  /** Once it is known who calls: the route's own limit, for that person on all their devices, else for the network. */
  admitCaller(spec: RouteSpec, request: FastifyRequest): Promise<void>
}

export type RateCounterTables = { rate_counters: { key: string; window_start: Date; count: number } }

export type RateLimitDeps = {
  db: Reader
  clock: Clock
  /** Calls a minute from one address over all routes, counted on this node; a first sieve before the shared counters. */
  perMinutePerAddress: number
}

const windowMs = 60_000
/** Networks that the sieve in memory knows at a time. */
const networksMax = 50_000

/**
 * Two sieves: one in memory for floods of any kind, and for each route that names a limit a counter in PostgreSQL that all
 * nodes and doors share. The fixed window can let through twice the limit around its edge; limits are chosen with that in mind.
 */
export function createRateLimiter(deps: RateLimitDeps): RateLimiter {
  const local = new Map<string, { window: number; count: number }>()
  const countLocally = (key: string, window: number) => {
    const known = local.get(key)
    const entry = known?.window === window ? known : { window, count: 0 }
    entry.count += 1
    // The one that asked last stands last, so that whoever has many networks makes the sieve forget none that still asks.
    if (known) local.delete(key)
    local.set(key, entry)
    const [oldest] = local.size > networksMax ? local.keys() : []
    if (oldest !== undefined) local.delete(oldest)
    return entry
  }
  const windowAt = () => {
    const now = deps.clock.now().getTime()
    const window = now - (now % windowMs)
    return { window, retryAfterSeconds: (window + windowMs - now) / 1000 }
  }
  return {
    admitAddress(request) {
      const { window, retryAfterSeconds } = windowAt()
      const entry = countLocally(networkOf(request.ip), window)
      if (entry.count > deps.perMinutePerAddress) throw tooMany(retryAfterSeconds)
      return () => {
        entry.count -= 1
      }
    },
    async admitCaller(spec, request) {
      if (spec.perMinute === undefined) return
      const { window, retryAfterSeconds } = windowAt()
      const caller = request.principal?.personId ?? networkOf(request.ip)
      const count = await countShared(deps.db.withTables<RateCounterTables>(), `${spec.id} ${caller}`, new Date(window))
      if (count > spec.perMinute) throw tooMany(retryAfterSeconds)
    },
  }
}

/** Drops counters of windows that are over; a sweep calls it. */
export async function forgetRateCounters(db: Reader, before: Date): Promise<void> {
  await db.withTables<RateCounterTables>().deleteFrom('rate_counters').where('window_start', '<', before).execute()
}

/** A person's network: one IPv4 address, or the /64 that an IPv6 customer is given. What is no address stands for itself. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter((part) => part !== '')
  const right = tail.split(':').filter((part) => part !== '')
  const full = address.includes('::') ? [...left, ...Array(8 - left.length - right.length).fill('0'), ...right] : left
  return `${full.slice(0, 4).join(':')}::/64`
}

async function countShared(db: Kysely<RateCounterTables>, key: string, window: Date): Promise<number> {
  const row = await db
    .insertInto('rate_counters')
    .values({ key, window_start: window, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet({ count: sql`rate_counters.count + 1` }),
    )
    .returning(['count', unhurried])
    .executeTakeFirstOrThrow()
  return row.count
}

function tooMany(retryAfterSeconds: number): Failure {
  return new Failure('rate_limited', 'too_many_requests', 'That was a lot of tries. Wait a minute, then try again.', {
    retryAfterSeconds,
  })
}
