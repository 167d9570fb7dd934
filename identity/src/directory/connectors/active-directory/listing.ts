import type { Entry } from 'ldapts'
import type { Cursor, GroupRecord, Page, PersonRecord } from '../connector.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { foldDn } from '../ldap/dn.ts'
import type { Listings } from '../ldap/listing.ts'
import type { AdContext } from './context.ts'
import { serverTime } from './domain.ts'
import { attributesFor, toPerson } from './entries.ts'
import { groupAttributes, type PrimaryMembers, readPrimaryMembers, toGroup } from './groups.ts'
import { isProtectedByItself, protectedHandles } from './protection.ts'
import { bytesAttributes, groups, people } from './shape.ts'

type AdListings = {
  people(page: Cursor): Promise<Page<PersonRecord>>
  groups(page: Cursor): Promise<Page<GroupRecord>>
}

/** What the pages of one listing share is read at its beginning; old listings that nobody finished are forgotten. */
export function adListings(context: AdContext, listings: Listings): AdListings {
  const protections = remembered<Awaited<ReturnType<typeof protectedPeople>>>()
  const primaries = remembered<PrimaryMembers>()
  const search = { base: context.shape.baseDn, scope: 'sub' as const, bytes: bytesAttributes }
  return {
    async people(page) {
      const isProtected = await protections.of(page, () =>
        context.service.read((connection) => protectedPeople(context, connection)),
      )
      const now = await context.service.read(serverTime)
      const wanted = { ...search, filter: people, attributes: attributesFor(context.shape) }
      const found = await listings.next(page, wanted, (entry) =>
        toPerson(entry, { now, isProtected: isProtected(entry), shape: context.shape }),
      )
      return protections.keep(found, isProtected)
    },
    async groups(page) {
      const { shape, service } = context
      const primaryMembers = await primaries.of(page, () =>
        service.read(async (connection) => readPrimaryMembers(connection, await context.domain(connection))),
      )
      const wanted = { ...search, filter: groups, attributes: groupAttributes(shape) }
      const found = await listings.next(page, wanted, (entry) => entry)
      const items = await service.read(async (connection) => {
        const records = []
        for (const entry of found.items) records.push(await toGroup(connection, entry, shape, primaryMembers))
        return records.filter((record) => record !== null)
      })
      return primaries.keep({ items, next: found.next }, primaryMembers)
    },
  }
}

/** Tells of any entry of a listing whether it is out of reach; membership is asked once for all. */
export async function protectedPeople(
  context: AdContext,
  connection: LdapConnection,
): Promise<(entry: Entry) => boolean> {
  const domain = await context.domain(connection)
  const handles = await protectedHandles(connection, context.shape, domain)
  return (entry) => isProtectedByItself(entry, context.shape, domain) || handles.has(foldDn(entry.dn) ?? '')
}

const keptMax = 16

function remembered<T>() {
  const kept = new Map<string, T>()
  return {
    async of(cursor: Cursor, read: () => Promise<T>): Promise<T> {
      return (cursor === null ? undefined : kept.get(cursor)) ?? (await read())
    },
    keep<P extends { next: Cursor }>(page: P, value: T): P {
      if (page.next !== null) kept.set(page.next, value)
      const oldest = kept.size > keptMax ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      return page
    },
  }
}
