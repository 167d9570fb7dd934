import type { OutOfReach } from '@hallpass/contract/directory-settings'
import { keyOf } from '../../text.ts'
import type { LdapConnection } from './connection.ts'
import { foldDn } from './dn.ts'
import { both, equals, firstValue, groups, type LdapShape, valuesOf } from './entries.ts'
import type { LdapService } from './service.ts'

export type Reach = {
  /** Whether this entry is out of reach as the directory is now; asked before every write. */
  isBeyond(connection: LdapConnection, entry: { dn: string; login: string }): Promise<boolean>
  /** For listings: whoever is in a listed group, as it was at most a minute ago. */
  recent(): Promise<(entry: { dn: string; login: string }) => boolean>
}

const recentMs = 60_000

/**
 * Who is out of reach (security A.1): the account by which the directory is read, the logins that the operator lists,
 * and everybody in a listed group, however deep. Groups are looked at once each, so that one that contains itself ends.
 */
export function ldapReach(service: LdapService, shape: LdapShape, listed: OutOfReach | undefined): Reach {
  const logins = new Set((listed?.logins ?? []).map(keyOf))
  const names = new Set((listed?.groups ?? []).map((name) => foldDn(name) ?? keyOf(name)))
  const own = foldDn(shape.bindDn)
  const isNamed = (entry: { dn: string; login: string }) => logins.has(keyOf(entry.login)) || foldDn(entry.dn) === own
  const isListedGroup = (dn: string, name: string | null) =>
    names.has(foldDn(dn) ?? '') || (name !== null && names.has(keyOf(name)))

  let kept: { at: number; handles: Promise<ReadonlySet<string>> } | undefined
  const recentHandles = async (): Promise<ReadonlySet<string>> => {
    const now = performance.now()
    if (kept === undefined || now - kept.at > recentMs) {
      const handles = readMembers(service, shape, isListedGroup)
      kept = { at: now, handles }
      handles.catch(() => {
        kept = undefined
      })
    }
    return await kept.handles
  }

  return {
    async isBeyond(connection, entry) {
      if (isNamed(entry)) return true
      if (names.size === 0) return false
      const seen = new Set<string>()
      const waiting = [entry.dn]
      for (let dn = waiting.pop(); dn !== undefined; dn = waiting.pop()) {
        const filter = both(groups(shape), equals(shape.memberAttribute, dn))
        const holders = await connection.search({ base: shape.baseDn, scope: 'sub', filter, attributes: ['cn'] })
        for (const holder of holders) {
          if (isListedGroup(holder.dn, firstValue(holder, 'cn'))) return true
          const handle = foldDn(holder.dn) ?? holder.dn
          if (!seen.has(handle)) waiting.push(holder.dn)
          seen.add(handle)
        }
      }
      return false
    },
    async recent() {
      if (names.size === 0) return isNamed
      const handles = await recentHandles()
      return (entry) => isNamed(entry) || handles.has(foldDn(entry.dn) ?? '')
    },
  }
}

/** All groups once, then whoever is below the listed ones. */
async function readMembers(
  service: LdapService,
  shape: LdapShape,
  isListedGroup: (dn: string, name: string | null) => boolean,
): Promise<ReadonlySet<string>> {
  const members = new Map<string, string[]>()
  const waiting: string[] = []
  const connection = await service.own()
  try {
    const attributes = ['cn', shape.memberAttribute]
    const search = { base: shape.baseDn, scope: 'sub' as const, filter: groups(shape), attributes }
    for await (const page of connection.pages(search, 500)) {
      for (const entry of page) {
        const handle = foldDn(entry.dn)
        if (handle === null) continue
        members.set(
          handle,
          valuesOf(entry, shape.memberAttribute).flatMap((name) => foldDn(name) ?? []),
        )
        if (isListedGroup(entry.dn, firstValue(entry, 'cn'))) waiting.push(handle)
      }
    }
  } finally {
    await connection.close()
  }
  const found = new Set(waiting)
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    for (const member of members.get(group) ?? []) {
      if (!found.has(member)) waiting.push(member)
      found.add(member)
    }
  }
  return found
}
