/** Accounts of an instance: rows of `sys_user`. Our key is kept in `source`, which the platform has for just that. */
import { createHash } from 'node:crypto'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Condition, Row } from '@hallpass/servicenow-client/query'
import type { Table } from '@hallpass/servicenow-client/table'
import type {
  AccountKey,
  AccountPage,
  AccountToBe,
  Cursor,
  Links,
  Match,
  NewAccount,
  Profile,
  RemoteAccount,
} from '../connector.ts'
import { alreadyExists, notFound } from '../failures.ts'
import type { InstanceUsers } from './instance-users.ts'

export const userFields = [
  'user_name',
  'name',
  'email',
  'title',
  'active',
  'locked_out',
  'source',
  'manager',
  'department',
] as const
const keyPrefix = 'hallpass:'
const pageSize = 200

const keyOf = ({ externalId }: AccountKey): string => `${keyPrefix}${externalId}`

function toAccount(row: Row): RemoteAccount {
  const { sys_id: remoteId = '', user_name: userName = '', name = '', email = '', title = '', source = '' } = row
  return {
    remoteId,
    externalId: source.startsWith(keyPrefix) ? source.slice(keyPrefix.length) : null,
    userName,
    displayName: name === '' ? null : name,
    mails: email === '' ? [] : [email],
    // A locked account lets nobody in, whatever else it says.
    active: row.active === 'true' && row.locked_out !== 'true',
    entitlements: null,
    groups: null,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([userName, name, email, title, ...linksOf(row)]))
      .digest('hex'),
  }
}

/** Told only where there is something, so that an account without looks as it always did. */
function linksOf({ manager = '', department = '' }: Row): string[] {
  return [...(manager === '' ? [] : [`manager ${manager}`]), ...(department === '' ? [] : [`department ${department}`])]
}

/** All are references to records; an empty one takes away what is there. */
const linkValues = ({ manager, department, places = {} }: Links): Record<string, string> => ({
  ...(manager === undefined ? {} : { manager: manager ?? '' }),
  ...(department === undefined ? {} : { department: department ?? '' }),
  ...(places.company === undefined ? {} : { company: places.company }),
  ...(places.location === undefined ? {} : { location: places.location }),
  ...(places.costCenter === undefined ? {} : { cost_center: places.costCenter }),
})

/** Accounts by the Table API, for instances without the SCIM plugin. */
export function tableUsers(table: Table): InstanceUsers {
  return {
    find: (key, remoteId) => findUser(table, key, remoteId),
    get: (remoteId) => getUser(table, remoteId),
    ensure: (account) => (account.found === null ? createUser(table, account.make) : changeUser(table, account)),
    list: (cursor) => listUsers(table, cursor),
  }
}

async function getUser(table: Table, remoteId: string): Promise<RemoteAccount | null> {
  const row = await rowOf(table, remoteId)
  return row && toAccount(row)
}

async function rowOf(table: Table, remoteId: string): Promise<Row | null> {
  return /^[0-9a-f]{32}$/.test(remoteId) ? table.get('sys_user', remoteId, ['sys_id', ...userFields]) : null
}

/** By the instance's id, then by our key, then by the user name; the first that answers at all. */
async function findUser(table: Table, key: AccountKey, remoteId: string | null): Promise<Match[]> {
  const known = remoteId === null ? null : await getUser(table, remoteId)
  if (known) return [{ account: known, by: 'remoteId' }]
  const ours = await where(table, { field: 'source', op: '=', value: keyOf(key) })
  if (ours.length > 0) return ours.map((account) => ({ account, by: 'externalId' }))
  const named = await where(table, { field: 'user_name', op: '=', value: key.userName })
  return named.map((account) => ({ account, by: 'userName' }))
}

/** What no query can carry is nobody's user name or key there either. */
async function where(table: Table, condition: Condition): Promise<RemoteAccount[]> {
  try {
    return (await table.list('sys_user', { where: [condition], fields: userFields })).map(toAccount)
  } catch (error) {
    if (error instanceof ServiceNowFailure && error.code === 'unsafe_value') return []
    throw error
  }
}

/** `name` is put together by the platform from two parts; the display name is what both together must read as. */
export function partsOf({ displayName, givenName, familyName }: Profile): { first_name: string; last_name: string } {
  if (givenName && familyName && `${givenName} ${familyName}` === displayName)
    return { first_name: givenName, last_name: familyName }
  const space = displayName.lastIndexOf(' ')
  return space === -1
    ? { first_name: displayName, last_name: '' }
    : { first_name: displayName.slice(0, space), last_name: displayName.slice(space + 1) }
}

const profileOf = (profile: Profile): Record<string, string> => ({
  ...partsOf(profile),
  title: profile.title ?? '',
  email: profile.mail ?? '',
})

/** A user who is inactive is locked out too: some doors of the platform look at the one, some at the other. */
export const switchedTo = (active: boolean): Record<string, string> => ({
  active: String(active),
  locked_out: String(!active),
})

/** Looks first, so that a lost answer never makes a second one; a user name of somebody else is refused. */
async function createUser(table: Table, { key, profile, links = {} }: NewAccount): Promise<RemoteAccount> {
  const [found] = await findUser(table, key, null)
  if (found?.by === 'externalId') return switchOn(table, found.account)
  if (found) throw alreadyExists('Somebody in ServiceNow has this user name already.')
  const values = {
    user_name: key.userName,
    source: keyOf(key),
    ...profileOf(profile),
    ...linkValues(links),
    ...switchedTo(true),
  }
  try {
    return toAccount(await table.insert('sys_user', values, userFields))
  } catch (error) {
    // Made a moment ago by another run; or the name was taken meanwhile.
    const isRefused = error instanceof ServiceNowFailure && ['forbidden', 'rejected'].includes(error.code)
    const [other] = isRefused ? await findUser(table, key, null) : []
    if (other?.by === 'externalId') return other.account
    if (other) throw alreadyExists('Somebody in ServiceNow has this user name already.', error)
    throw error
  }
}

async function switchOn(table: Table, account: RemoteAccount): Promise<RemoteAccount> {
  if (account.active) return account
  return toAccount(await table.update('sys_user', account.remoteId, switchedTo(true), userFields))
}

async function changeUser(
  table: Table,
  { found, key, change }: Extract<AccountToBe, { found: RemoteAccount }>,
): Promise<RemoteAccount> {
  const values = {
    ...(change.active === undefined ? {} : switchedTo(change.active)),
    ...(change.claim ? { source: keyOf(key) } : {}),
    ...(change.profile ? profileOf(change.profile) : {}),
    ...linkValues(change.links ?? {}),
    ...(change.userName === undefined ? {} : { user_name: change.userName }),
  }
  if (Object.keys(values).length > 0)
    return toAccount(await table.update('sys_user', found.remoteId, values, userFields))
  const account = await getUser(table, found.remoteId)
  if (!account) throw notFound('The account is no longer in ServiceNow.')
  return account
}

/** A page by key; the cursor is the last id of the page before. */
async function listUsers(table: Table, cursor: Cursor): Promise<AccountPage> {
  const after: Condition[] = cursor === null ? [] : [{ field: 'sys_id', op: '>', value: cursor }]
  const pages = table.pages('sys_user', { where: after, fields: userFields, pageSize, rowsMax: 1 })
  const { value } = await pages.next()
  const items = (value ?? []).map(toAccount)
  return { items, next: items.at(-1)?.remoteId ?? null }
}
