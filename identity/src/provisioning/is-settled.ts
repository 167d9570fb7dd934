import type { Access } from '../access/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { accountsOfPerson } from './store-accounts.ts'
import { connectionsOf } from './store-connections.ts'
import type { AccountRow } from './types.ts'

/**
 * Of a role: every account that its apps need is there and active; an app out of use needs none. Of an app: the account, if
 * one is needed at all, is as wanted. A wish that is newer than the last look makes either false.
 */
export async function isSettled(
  deps: { access: Pick<Access, 'role' | 'apps' | 'appsOfRole'> },
  reader: Reader,
  personId: string,
  appOrRoleId: string,
): Promise<boolean> {
  const [role, carried] = await Promise.all([
    deps.access.role(reader, appOrRoleId),
    deps.access.appsOfRole(reader, appOrRoleId),
  ])
  const appIds = role === null ? [appOrRoleId] : carried.map((app) => app.appId)
  const [found, apps, held] = await Promise.all([
    connectionsOf(reader, appIds),
    deps.access.apps(reader, appIds),
    accountsOfPerson(reader, personId),
  ])
  const retired = new Set(apps.filter((app) => app.state === 'retired').map((app) => app.id))
  const accounts = new Map(held.map((account) => [account.appId, account]))
  return found.every(({ appId, kind }) => {
    if (kind === 'none') return true
    const account = accounts.get(appId)
    if (retired.has(appId)) return role !== null || account === undefined || isMet(account)
    if (account === undefined || !isMet(account)) return false
    return role === null || account.actual === 'active'
  })
}

function isMet(account: AccountRow): boolean {
  return account.trouble === null && account.settledVersion >= account.wantedVersion
}
