import type { TLSSocket } from 'node:tls'
import { Client, type Control, type Entry, type Filter, ResultCodeError } from 'ldapts'
import { type DirectoryFailure, misconfigured, notAllowed, notFound, throttled, unreachable } from '../failures.ts'
import { type LdapAddress, openSecureSocket } from './transport.ts'

export type LdapSearch = {
  base: string
  scope: 'base' | 'sub'
  filter: Filter
  attributes: string[]
  /** Those of them whose values are bytes, not text. */
  bytes?: string[]
  /** Entries the caller wants at most; the server stops there without an error. */
  limit?: number
}

/**
 * One secured connection to one server. It is used up when the socket closes: the LDAP library would reconnect by itself
 * and send the next bind in the clear, so it is handed its socket once and refused a second one.
 */
export type LdapConnection = {
  /** False as soon as either side closed it. */
  isOpen(): boolean
  /** Simple bind. A refusal throws the server's ResultCodeError; an empty password never leaves the process. */
  bind(dn: string, password: string, control?: Control): Promise<void>
  search(search: LdapSearch): Promise<Entry[]>
  /** Pages of one search; one such search at a time on a connection, as OpenLDAP keeps one cookie for each. */
  pages(search: LdapSearch, size: number): AsyncGenerator<Entry[]>
  readonly client: Client
  close(): Promise<void>
}

export async function openConnection(address: LdapAddress, timeoutMs: number): Promise<LdapConnection> {
  const socket = await openSecureSocket(address)
  const client = new Client({ url: 'ldap://handed.over', timeout: timeoutMs, createConnection: handOver(socket) })
  return {
    client,
    isOpen: () => !socket.destroyed && socket.writable,
    async bind(dn, password, control) {
      if (password === '' || dn === '') throw misconfigured('A bind needs a name and a password.')
      await client.bind(dn, password, control)
    },
    async search({ base, scope, filter, attributes, bytes, limit }) {
      const answer = await client.search(base, {
        scope,
        filter,
        attributes,
        explicitBufferAttributes: bytes ?? [],
        derefAliases: 'never',
        sizeLimit: limit ?? 0,
      })
      return answer.searchEntries
    },
    async *pages({ base, scope, filter, attributes, bytes }, size) {
      const paged = { pageSize: size }
      const explicitBufferAttributes = bytes ?? []
      const options = { scope, filter, attributes, explicitBufferAttributes, derefAliases: 'never' as const, paged }
      for await (const page of client.searchPaginated(base, options)) yield page.searchEntries
    },
    async close() {
      await client.unbind().catch(() => {})
      socket.destroy()
    },
  }
}

function handOver(socket: TLSSocket): () => TLSSocket {
  let given = false
  return () => {
    if (given || socket.destroyed) throw unreachable('The connection to the directory server was closed.')
    given = true
    return socket
  }
}

const entriesLimited =
  'The directory lets the service account read only so many entries. Lift that limit for this account: olcLimits with size.prtotal=unlimited in OpenLDAP, nsPagedSizeLimit and nsPagedLookThroughLimit of -1 in 389 Directory Server.'

/** True when the server answered, whatever it said; false when nobody knows what became of the request. */
export function isAnswer(error: unknown): error is ResultCodeError {
  return error instanceof ResultCodeError
}

/** What an LDAP result code (RFC 4511 §4.1.9) or a broken connection means to callers of the port. */
export function toFailure(error: unknown): DirectoryFailure {
  if (!isAnswer(error))
    return unreachable('The connection to the directory server broke, or it did not answer in time.', error)
  switch (error.code) {
    case 3:
    // An administrative limit (11) on anything but a search: a server that has too much to do at the moment.
    case 11:
    case 51:
      return throttled(5, error)
    case 52:
      return unreachable('The directory server is not available.', error)
    case 32:
      return notFound(error)
    case 10:
      return misconfigured('The directory server refers to another server; name that one instead.', error)
    case 8:
    case 13:
    case 49:
      return misconfigured('The directory does not accept the service account.', error)
    case 50:
      return notAllowed('The service account may not do this in the directory.', error)
    default:
      return misconfigured('The directory server refused the request.', error)
  }
}

/**
 * The same of a search under the base, where "no such object" means the base and nobody's entry, and size and administrative
 * limits hold for paged searches too: waiting changes nothing.
 */
export function toSearchFailure(error: unknown): DirectoryFailure {
  if (!isAnswer(error)) return toFailure(error)
  if (error.code === 4 || error.code === 11) return misconfigured(entriesLimited, error)
  if (error.code === 32)
    return misconfigured('There is nothing at the base DN, or the service account may not see it.', error)
  return toFailure(error)
}
