/** Finding, listing and making SCIM users. */
import type { AccountKey, AccountPage, Cursor, Match, NewAccount, RemoteAccount } from '../connector.ts'
import { type AppFailure, misconfigured, unreachable } from '../failures.ts'
import { refusal, type ScimAnswer, type ScimHttp } from './http.ts'
import { enterpriseUser, type UserExtension } from './links.ts'
import { answersTo, equals, newUser, readListing, readUser } from './resource.ts'

export const pageSize = 100
/** Beyond this a service that cannot search cannot be worked with; 200 calls for one account is no way to live. */
const scanPagesMax = 200

export async function readOne(
  http: ScimHttp,
  remoteId: string,
): Promise<{ account: RemoteAccount; raw: unknown } | null> {
  const answer = await http.call('GET', userPath(remoteId))
  // 400 as well: some services find an id that is not of their making ill-formed rather than unknown.
  if (answer.status === 404 || answer.status === 400 || answer.status === 410) return null
  if (!answer.ok) throw refusal(answer, 'read the account')
  const account = readUser(answer.body)
  if (account === null) throw notScim()
  return { account, raw: answer.body }
}

/**
 * The app's id first, then our key, then the user name. An app that forgot the filter and answers with everybody, or refuses
 * to filter at all, is read from end to end instead.
 */
export async function findUser(http: ScimHttp, key: AccountKey, remoteId: string | null): Promise<Match[]> {
  if (remoteId !== null) {
    const known = await readOne(http, remoteId)
    // An id that now belongs to somebody else's key is not our account any more.
    const isOurs = known !== null && (known.account.externalId === null || answersTo(known.account, 'externalId', key))
    if (isOurs) return [{ account: known.account, by: 'remoteId' }]
  }
  for (const by of ['externalId', 'userName'] as const) {
    const found = await search(http, by, key)
    if (found === 'cannot') return scan(http, key)
    if (found.length > 0) return found.map((account) => ({ account, by }))
  }
  return []
}

async function search(
  http: ScimHttp,
  by: 'externalId' | 'userName',
  key: AccountKey,
): Promise<RemoteAccount[] | 'cannot'> {
  const answer = await http.call('GET', `/Users?filter=${equals(by, key[by])}`)
  if (answer.status === 404) throw noUsersHere()
  if (!answer.ok) return cannotFilter(answer) ? 'cannot' : Promise.reject(refusal(answer, 'look for the account'))
  const accounts = accountsOf(answer)
  const exact = accounts.filter((account) => answersTo(account, by, key))
  return exact.length === 0 && accounts.length > 0 ? 'cannot' : exact
}

function cannotFilter(answer: ScimAnswer): boolean {
  return answer.status === 400 || answer.status === 501 || answer.status === 405
}

async function scan(http: ScimHttp, key: AccountKey): Promise<Match[]> {
  const byName: Match[] = []
  const byKey: Match[] = []
  let cursor: Cursor = null
  for (let page = 0; page < scanPagesMax; page++) {
    const { items, next }: AccountPage = await listUsers(http, cursor)
    for (const account of items) {
      if (answersTo(account, 'externalId', key)) byKey.push({ account, by: 'externalId' })
      else if (answersTo(account, 'userName', key)) byName.push({ account, by: 'userName' })
    }
    if (next === null) return byKey.length > 0 ? byKey : byName
    cursor = next
  }
  throw misconfigured('The app cannot search its accounts and has too many to read them all for each one.')
}

/** `startIndex` counts from 1 (RFC 7644 §3.4.2.4). A page may be smaller than asked for, so the next starts after what came. */
export async function listUsers(http: ScimHttp, cursor: Cursor): Promise<AccountPage> {
  const start = cursor === null ? 1 : Number(cursor)
  const answer = await http.call('GET', `/Users?startIndex=${start}&count=${pageSize}`)
  if (answer.status === 404) throw noUsersHere()
  if (!answer.ok) throw refusal(answer, 'list its accounts')
  const listing = readListing(answer.body)
  if (listing === null) throw notScim()
  const next = start + listing.resources.length
  const isLast = listing.resources.length === 0 || next > listing.total
  return { items: accountsOf(answer), next: isLast ? null : String(next) }
}

/** Makes the account. A 409 is looked into once: when the account that is there carries our own key, it is ours. */
export async function createUser(
  http: ScimHttp,
  make: NewAccount,
  extension: UserExtension = enterpriseUser,
): Promise<RemoteAccount> {
  const answer = await http.call('POST', '/Users', newUser(make, extension))
  if (answer.status === 404) throw noUsersHere()
  if (answer.ok) {
    const made = readUser(answer.body)
    if (made !== null) return made
  }
  if (answer.ok || answer.status === 409 || answer.scimType === 'uniqueness') {
    const ours = (await findUser(http, make.key, null)).filter((match) => match.by === 'externalId' || answer.ok)
    const [only] = ours
    if (only !== undefined && ours.length === 1) return only.account
  }
  if (answer.ok) throw unreachable('The app says that it made the account, but it cannot be found there yet.')
  throw refusal(answer, 'make the account')
}

export function userPath(remoteId: string): string {
  return `/Users/${encodeURIComponent(remoteId)}`
}

function accountsOf(answer: ScimAnswer): RemoteAccount[] {
  const listing = readListing(answer.body)
  if (listing === null) throw notScim()
  return listing.resources.flatMap((resource) => readUser(resource) ?? [])
}

export function notScim(): AppFailure {
  return misconfigured('The address answers, but not like a SCIM 2.0 service. Check the base address.')
}

function noUsersHere(): AppFailure {
  return misconfigured(
    'There is no /Users below this address. Enter the base address of the SCIM service, often ending in /v2.',
  )
}
