/**
 * Accounts of an instance by its SCIM service. Two things SCIM does not carry there are added by the Table API: the lock,
 * and a name that is put together from two parts.
 */
import type { Row } from '@hallpass/servicenow-client/query'
import type { Table } from '@hallpass/servicenow-client/table'
import type {
  AccountKey,
  AccountPage,
  AccountToBe,
  Cursor,
  Match,
  NewAccount,
  Profile,
  RemoteAccount,
} from '../connector.ts'
import { notFound } from '../failures.ts'
import { changeUser, type Memory } from '../scim/change.ts'
import type { ScimHttp } from '../scim/http.ts'
import { servicenowUser } from '../scim/links.ts'
import { createUser, findUser, listUsers, readOne } from '../scim/users.ts'
import type { InstanceUsers } from './instance-users.ts'
import { partsOf, switchedTo } from './users.ts'

export function scimUsers(http: ScimHttp, table: Table): InstanceUsers {
  const memory: Memory = { way: 'patch_value', extension: servicenowUser }
  const look = async (key: AccountKey, remoteId: string | null): Promise<Match[]> => {
    const matches = await findUser(http, key, remoteId)
    const locked = await lockedAmong(
      table,
      matches.map(({ account }) => account),
    )
    return matches.map(({ account, by }) => ({ account: withLock(account, locked), by }))
  }
  const get = async (remoteId: string): Promise<RemoteAccount | null> => {
    const known = await readOne(http, remoteId)
    return known && withLock(known.account, await lockedAmong(table, [known.account]))
  }
  return {
    find: look,
    get,
    async ensure(account: AccountToBe) {
      if (account.found === null) return unlock(await createUser(http, named(account.make), servicenowUser))
      const { found, key, change } = account
      // Locked first: whatever comes after, nobody gets in by it.
      if (change.active === false) await setLock(found.remoteId, false)
      const { profile, ...others } = change
      const wanted = { ...others, ...(profile ? { profile: asParts(profile) } : {}) }
      const now = await changeUser(http, memory, { found, key, change: wanted })
      if (change.active === true) return unlock(now)
      return withLock(now, await lockedAmong(table, [now]))
    },
    async list(cursor: Cursor): Promise<AccountPage> {
      const page = await listUsers(http, cursor)
      const locked = await lockedAmong(table, page.items)
      return { ...page, items: page.items.map((account) => withLock(account, locked)) }
    },
  }

  async function setLock(remoteId: string, active: boolean): Promise<Row> {
    if (!/^[0-9a-f]{32}$/.test(remoteId)) throw notFound('The account is no longer in ServiceNow.')
    return table.update('sys_user', remoteId, switchedTo(active), ['active', 'locked_out'])
  }

  /** A new account is not locked; one that was there, and is found by its key, may be inactive and locked. */
  async function unlock(account: RemoteAccount): Promise<RemoteAccount> {
    const locked = await lockedAmong(table, [account])
    if (account.active && !locked.has(account.remoteId)) return account
    await setLock(account.remoteId, true)
    return { ...account, active: true }
  }
}

/** A locked account lets nobody in, whatever else it says. */
function withLock(account: RemoteAccount, locked: ReadonlySet<string>): RemoteAccount {
  return { ...account, active: account.active && !locked.has(account.remoteId) }
}

async function lockedAmong(table: Table, accounts: readonly RemoteAccount[]): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set()
  const rows = await table.list('sys_user', {
    where: [
      { field: 'sys_id', op: 'IN', value: accounts.map((account) => account.remoteId) },
      { field: 'locked_out', op: '=', value: 'true' },
    ],
    fields: ['locked_out'],
  })
  return new Set(rows.map((row) => row.sys_id ?? ''))
}

const named = ({ profile, ...others }: NewAccount): NewAccount => ({ ...others, profile: asParts(profile) })

/** The platform makes the name of the two parts, whatever is sent as display name. */
function asParts(profile: Profile): Profile {
  const { first_name: givenName, last_name: familyName } = partsOf(profile)
  return { ...profile, givenName, familyName }
}
