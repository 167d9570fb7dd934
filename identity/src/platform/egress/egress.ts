import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent, type Dispatcher, request } from 'undici'
import { Failure } from '../errors.ts'
import { isInternalAddress } from './addresses.ts'

export type EgressRequest = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers?: Record<string, string>
  body?: string | Uint8Array
  timeoutMs?: number
  bytesMax?: number
}

export type EgressAnswer = { status: number; headers: Record<string, string>; text: string }

/**
 * The only way out for HTTP (security A.4): the name is resolved once and the address pinned for the connection; internal
 * ranges are refused unless the operator's configuration lists the host; redirects are never followed; time and size are capped.
 */
export type Egress = {
  fetch(url: string | URL, options?: EgressRequest): Promise<EgressAnswer>
  close(): Promise<void>
}

export type EgressSettings = {
  /** `host` or `host:port` that may be internal; `*` opens every internal address (the sample company). */
  internalHosts: readonly string[]
}

export function createEgress(settings: EgressSettings): Egress {
  const agents = new Map<string, Agent>()
  const agentFor = (origin: string, address: string): Agent => {
    const name = `${origin} ${address}`
    const agent = agents.get(name) ?? pinnedAgent(address)
    agents.set(name, agent)
    return agent
  }
  return {
    async fetch(target, options = {}) {
      const url = parse(target)
      const address = await resolve(url, settings)
      return call(url, options, agentFor(url.origin, address))
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.close()))
    },
  }
}

function parse(target: string | URL): URL {
  const url = URL.canParse(String(target)) ? new URL(target) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new Failure(
      'invalid',
      'address_not_allowed',
      'This address must be an http or https URL without a login in it.',
    )
  }
  return url
}

async function resolve(url: URL, settings: EgressSettings): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await lookUp(host)
  const allowed = settings.internalHosts.some((entry) => entry === '*' || entry === url.host || entry === url.hostname)
  if (!allowed && addresses.some(isInternalAddress)) {
    throw new Failure(
      'invalid',
      'address_not_allowed',
      'This address is inside the network; the operator must list its host in HALLPASS_INTERNAL_HOSTS first.',
    )
  }
  return addresses[0] as string
}

async function lookUp(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map((entry) => entry.address)
  } catch (cause) {
    throw new Failure('unavailable', 'unreachable', 'The host name could not be found.', { cause })
  }
}

/** Connects to the address that was checked, whatever the name resolves to by then (DNS rebinding). */
function pinnedAgent(address: string): Agent {
  const family = isIP(address)
  return new Agent({
    connections: 32,
    keepAliveTimeout: 10_000,
    connect: {
      timeout: 5_000,
      lookup: (_host, options, callback) => {
        if (options.all) return callback(null, [{ address, family }])
        return callback(null, address, family)
      },
    },
  })
}

async function call(url: URL, options: EgressRequest, dispatcher: Dispatcher): Promise<EgressAnswer> {
  const timeoutMs = options.timeoutMs ?? 10_000
  try {
    const answer = await request(url, {
      method: options.method ?? 'GET',
      headers: options.headers ?? {},
      body: options.body ?? null,
      dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    })
    const text = await readCapped(answer.body, options.bytesMax ?? 4 * 1024 * 1024)
    return { status: answer.statusCode, headers: flatten(answer.headers), text }
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('unavailable', 'unreachable', 'The other side did not answer in time.', { cause })
  }
}

async function readCapped(body: AsyncIterable<Buffer>, bytesMax: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > bytesMax)
      throw new Failure('unavailable', 'answer_too_large', 'The other side sent more than it should.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}
