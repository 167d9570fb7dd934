import { type Entry, NotFilter } from 'ldapts'
import type { GroupRecord } from '../connector.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { foldDn } from '../ldap/dn.ts'
import { both, equals, firstValue, present, valuesOf } from '../ldap/entries.ts'
import type { Domain } from './domain.ts'
import { ridOfEntry } from './entries.ts'
import { type AdShape, people } from './shape.ts'
import { bytesOf, guidOf } from './values.ts'

/** Primary groups that every account starts with: they hold everybody, and say nothing. */
const everybody = [513, 514, 515]

export const groupAttributes = (shape: AdShape): string[] => [
  'objectGUID',
  'objectSid',
  'sAMAccountName',
  'cn',
  'uSNChanged',
  `member;range=0-${shape.memberRange - 1}`,
]

/** Folded names of people by the last part of the identifier of their primary group, which lists none of them. */
export type PrimaryMembers = ReadonlyMap<number, readonly string[]>

export async function readPrimaryMembers(connection: LdapConnection, domain: Domain): Promise<PrimaryMembers> {
  const members = new Map<number, string[]>()
  const search = { base: domain.dn, scope: 'sub' as const, filter: both(people, notEverybody) }
  for await (const page of connection.pages({ ...search, attributes: ['primaryGroupID'] }, 500)) {
    for (const entry of page) {
      const rid = Number(firstValue(entry, 'primaryGroupID'))
      members.set(rid, [...(members.get(rid) ?? []), foldDn(entry.dn) ?? ''])
    }
  }
  return members
}

const notEverybody = both(...everybody.map((rid) => new NotFilter({ filter: equals('primaryGroupID', String(rid)) })))

/** Direct members, and whoever has the group as primary one. Groups in groups are followed by their handles. */
export async function toGroup(
  connection: LdapConnection,
  entry: Entry,
  shape: AdShape,
  primaryMembers: PrimaryMembers,
): Promise<GroupRecord | null> {
  const [guid] = bytesOf(entry, 'objectGUID')
  const handle = foldDn(entry.dn)
  if (guid === undefined || handle === null) return null
  const members = await listed(connection, entry, shape)
  const primary = primaryMembers.get(ridOfEntry(entry)) ?? []
  const name = firstValue(entry, 'sAMAccountName') ?? firstValue(entry, 'cn') ?? entry.dn
  return { key: guidOf(guid), name, handle, members: [...new Set([...members, ...primary])] }
}

/** The server hands out long lists in pieces and names each by its range ([MS-ADTS] 3.1.1.3.1.3.3). */
async function listed(connection: LdapConnection, first: Entry, shape: AdShape): Promise<string[]> {
  const members: string[] = []
  let entry: Entry | undefined = first
  while (entry !== undefined) {
    const piece: { values: string[]; next: number | null } = pieceOf(entry)
    members.push(...piece.values)
    if (piece.next === null) break
    const range = `member;range=${piece.next}-${piece.next + shape.memberRange - 1}`
    const search = { base: first.dn, scope: 'base' as const, filter: present('objectClass'), attributes: [range] }
    entry = (await connection.search(search))[0]
  }
  return members.map(foldDn).filter((member) => member !== null)
}

function pieceOf(entry: Entry): { values: string[]; next: number | null } {
  for (const name of Object.keys(entry)) {
    const range = /^member;range=\d+-(\d+|\*)$/i.exec(name)
    const values = range === null ? [] : valuesOf(entry, name)
    if (range === null || values.length === 0) continue
    return { values, next: range[1] === '*' ? null : Number(range[1]) + 1 }
  }
  return { values: [], next: null }
}
