/** Entitlements as membership of SCIM groups. */
import type { AppGroups } from '../connector.ts'
import { misconfigured, notFound, rejected } from '../failures.ts'
import { at, type Json, text } from './attributes.ts'
import { patch } from './change.ts'
import { refusal, type ScimAnswer, type ScimHttp } from './http.ts'
import { equals, groupSchema, readListing } from './resource.ts'
import { notScim, pageSize } from './users.ts'

export function scimGroups(http: ScimHttp): AppGroups {
  return {
    find: (name) => findGroup(http, name),
    async create(name) {
      const answer = await http.call('POST', '/Groups', { schemas: [groupSchema], displayName: name })
      const id = answer.ok ? text(at(answer.body, 'id')) : null
      if (id !== null) return id
      // Made a moment ago by somebody else, or made without saying its id.
      const found = answer.ok || answer.status === 409 ? await findGroup(http, name) : null
      if (found !== null) return found
      if (answer.status === 404) throw misconfigured('The app has no groups. Choose another place for entitlements.')
      throw refusal(answer, 'make the group')
    },
    async add(groupId, remoteId) {
      const members = [{ value: remoteId }]
      const answer = await firstUnderstood(http, groupId, [
        { op: 'add', path: 'members', value: members },
        { op: 'add', value: { members } },
      ])
      if (answer.ok || answer.status === 409) return
      if (answer.status === 404) throw notFound('The group is no longer in the app.')
      throw refusal(answer, 'add the account to the group')
    },
    async remove(groupId, remoteId) {
      const answer = await firstUnderstood(http, groupId, [
        { op: 'remove', path: `members[value eq ${JSON.stringify(remoteId)}]` },
        { op: 'remove', path: 'members', value: [{ value: remoteId }] },
      ])
      // No target is what some services call "was not a member" (RFC 7644 §3.12, noTarget).
      if (answer.ok || answer.status === 404 || answer.scimType === 'noTarget') return
      throw refusal(answer, 'take the account out of the group')
    },
  }
}

async function firstUnderstood(http: ScimHttp, groupId: string, operations: [Json, Json]): Promise<ScimAnswer> {
  const path = `/Groups/${encodeURIComponent(groupId)}`
  const first = await http.call('PATCH', path, patch([operations[0]]))
  if (first.status !== 400 && first.status !== 501) return first
  if (first.scimType === 'noTarget') return first
  return http.call('PATCH', path, patch([operations[1]]))
}

async function findGroup(http: ScimHttp, name: string): Promise<string | null> {
  const filtered = await http.call('GET', `/Groups?filter=${equals('displayName', name)}&excludedAttributes=members`)
  const groups = filtered.ok ? groupsOf(filtered) : []
  const exact = groups.filter((group) => at(group, 'displayName') === name)
  if (filtered.ok && (exact.length > 0 || groups.length === 0)) return onlyOne(exact)
  if (!filtered.ok && ![400, 404, 405, 501].includes(filtered.status)) throw refusal(filtered, 'look for the group')
  return onlyOne((await allGroups(http)).filter((group) => at(group, 'displayName') === name))
}

async function allGroups(http: ScimHttp): Promise<unknown[]> {
  const all: unknown[] = []
  for (let page = 0; page < 50; page++) {
    const answer = await http.call('GET', `/Groups?startIndex=${all.length + 1}&count=${pageSize}`)
    if (answer.status === 404) throw misconfigured('The app has no groups. Choose another place for entitlements.')
    if (!answer.ok) throw refusal(answer, 'list its groups')
    const groups = groupsOf(answer)
    all.push(...groups)
    if (groups.length === 0 || all.length >= (readListing(answer.body)?.total ?? 0)) return all
  }
  throw misconfigured('The app cannot search its groups and has too many to read them all.')
}

function groupsOf(answer: ScimAnswer): unknown[] {
  const listing = readListing(answer.body)
  if (listing === null) throw notScim()
  return listing.resources
}

function onlyOne(groups: unknown[]): string | null {
  if (groups.length > 1) throw rejected('The app has two groups of this name. Rename one of them, then try again.')
  return groups.length === 0 ? null : text(at(groups[0], 'id'))
}
