import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Records, Row, Who } from '../store/records.ts'
import { RestError } from './rest-error.ts'

export type RateLimits = {
  /** Counts a call of a person against the rules. @throws RestError 429, its headers set. */
  count(request: FastifyRequest, reply: FastifyReply, who: Who): void
}

const hourMs = 3_600_000

/**
 * Rules of sys_rate_limit_rules: so many requests an hour, for a resource, for one person, a role or everybody
 * (counted person by person). Of several for one resource the one for the person counts, else the strictest for a role. An hour starts with the first call in it; the simulator counts exactly, where the
 * platform counts by node and writes its counts down every 30 seconds.
 */
export function openRateLimits(records: Records): RateLimits {
  const windows = new Map<string, { startedAt: number; count: number }>()
  return {
    count(request, reply, who) {
      const path = request.url.split('?')[0] ?? ''
      const matching = records.find('sys_rate_limit_rules', 'active=true').filter((rule) => {
        if (rule.resource_path && !path.startsWith(rule.resource_path)) return false
        if (rule.method && rule.method !== 'ALL' && rule.method !== request.method) return false
        return concerns(records, rule, who, request.ip)
      })
      for (const rule of oneForEachResource(matching)) {
        const now = records.clock.now().getTime()
        const key = `${rule.sys_id} ${who.userId}`
        const window = windows.get(key)
        const current = window && now - window.startedAt < hourMs ? window : { startedAt: now, count: 0 }
        windows.set(key, current)
        current.count += 1
        const limit = Number(rule.request_limit_per_hour ?? 0)
        const resetAt = current.startedAt + hourMs
        reply.header('X-RateLimit-Limit', String(limit))
        reply.header('X-RateLimit-Reset', String(Math.ceil(resetAt / 1000)))
        reply.header('X-RateLimit-Rule', rule.sys_id ?? '')
        if (current.count <= limit) continue
        reply.header('Retry-After', String(Math.max(1, Math.ceil((resetAt - now) / 1000))))
        const detail = `Rate limit of ${limit} requests per hour for ${rule.name} exceeded`
        throw new RestError(429, 'Rate limit exceeded', detail)
      }
    },
  }
}

const ranks: Readonly<Record<string, number>> = { user: 0, ip: 1, role: 2 }

/** User before role before everybody, and among equals the fewest requests. */
function oneForEachResource(rules: readonly Row[]): Row[] {
  const rank = ({ type }: Row) => ranks[type ?? ''] ?? 3
  const limit = (rule: Row) => Number(rule.request_limit_per_hour ?? 0)
  const chosen = new Map<string, Row>()
  for (const rule of [...rules].sort((a, b) => rank(a) - rank(b) || limit(a) - limit(b))) {
    const resource = `${rule.method || 'ALL'} ${rule.resource_path ?? ''}`
    if (!chosen.has(resource)) chosen.set(resource, rule)
  }
  return [...chosen.values()]
}

function concerns(records: Records, rule: Record<string, string>, who: Who, address: string): boolean {
  if (rule.type === 'user') return rule.user === who.userId
  if (rule.type === 'ip') return rule.ip_address === address
  if (rule.type === 'role') return who.roles.has(records.get('sys_user_role', rule.role ?? '')?.name ?? ' ')
  return true
}
