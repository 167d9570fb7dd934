import type { Access } from '../access/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { accountsOfPerson } from './store-accounts.ts'
import { connectionsOf } from './store-connections.ts'
import type { AccountRow } from './types.ts'

/**
 * Of a role: every account that its apps need is there and active. Of an app: the account, if one is needed at all, is as
 * wanted. A wish that is newer than the last look makes either false.
 */
export async function isSettled(
  deps: { access: Pick<Access, 'role' | 'appsOfRole'> },
  reader: Reader,
  personId: string,
  appOrRoleId: string,
): Promise<boolean> {
  const [role, carried] = await Promise.all([
    deps.access.role(reader, appOrRoleId),
    deps.access.appsOfRole(reader, appOrRoleId),
  ])
  const appIds = role === null ? [appOrRoleId] : carried.map((app) => app.appId)
  const [found, held] = await Promise.all([connectionsOf(reader, appIds), accountsOfPerson(reader, personId)])
  const connections = found.filter((connection) => connection.kind !== 'none')
  if (connections.length === 0) return true
  const accounts = new Map(held.map((account) => [account.appId, account]))
  return connections.every(({ appId }) => {
    const account = accounts.get(appId)
    if (account === undefined || !isMet(account)) return false
    return role === null || account.actual === 'active'
  })
}

function isMet(account: AccountRow): boolean {
  return account.trouble === null && account.settledVersion >= account.wantedVersion
}
