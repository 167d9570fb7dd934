import { randomUUID } from 'node:crypto'
import type { Entry } from 'ldapts'
import type { Cursor, Page } from '../connector.ts'
import { DirectoryFailure, unreachable } from '../failures.ts'
import { type LdapConnection, type LdapSearch, toSearchFailure } from './connection.ts'

export type Listings = {
  /** The next page of the listing that the cursor names, or the first page of a new one. */
  next<T>(cursor: Cursor, search: LdapSearch, convert: (entry: Entry) => T | null): Promise<Page<T>>
  close(): Promise<void>
}

const pageSize = 500
const openMax = 8

type Listing = { connection: LdapConnection; pages: AsyncGenerator<Entry[]> }

/**
 * Pages of a search (RFC 2696) by cursor. The server's cookie lives and dies with its connection, so each listing has
 * one of its own; a listing whose connection broke cannot be continued, only begun again.
 */
export function ldapListings(open: () => Promise<LdapConnection>): Listings {
  const listings = new Map<string, Listing>()

  const end = async (id: string) => {
    const listing = listings.get(id)
    listings.delete(id)
    await listing?.connection.close()
  }
  const begin = async (search: LdapSearch): Promise<string> => {
    const connection = await open()
    const id = randomUUID()
    listings.set(id, { connection, pages: connection.pages(search, pageSize) })
    // Listings that nobody finished: the oldest gives way.
    const oldest = listings.size > openMax ? listings.keys().next().value : undefined
    if (oldest !== undefined) await end(oldest)
    return id
  }

  return {
    async next(cursor, search, convert) {
      const id = cursor ?? (await begin(search))
      const listing = listings.get(id)
      if (!listing) throw unreachable('This listing has ended; begin again.')
      try {
        const { value, done } = await listing.pages.next()
        if (done) {
          await end(id)
          return { items: [], next: null }
        }
        return { items: value.map(convert).filter((item) => item !== null), next: id }
      } catch (error) {
        await end(id)
        throw error instanceof DirectoryFailure ? error : toSearchFailure(error)
      }
    },
    async close() {
      await Promise.all([...listings.keys()].map(end))
    },
  }
}
