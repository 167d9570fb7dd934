import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** For what a proxy passed on that is no address: one network for all of it. */
const nowhere = '0.0.0.0'

/**
 * Some proxies write the port behind the client's address (`203.0.113.9:40001`, `[2001:db8::1]:40001`). With it each connection
 * would be a network of its own to the limits, and the trail would keep a port for an address.
 */
export function dropForwardedPorts({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const forwarded = headers['x-forwarded-for']
  if (forwarded === undefined) return
  headers['x-forwarded-for'] = String(forwarded)
    .split(',')
    .map((part) => withoutPort(part.trim()))
    .join(', ')
}

function withoutPort(address: string): string {
  const bare =
    /^\[([0-9a-f:.]+)\](?::\d+)?$/i.exec(address)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ?? address
  return isIP(bare) === 0 ? nowhere : bare
}
