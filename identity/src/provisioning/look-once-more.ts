import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { type LookAgainDeps, lookAgain, lookAgainIfNeeded } from './look-again.ts'
import { accountsOfPerson } from './store-accounts.ts'
import { connectionsOf } from './store-connections.ts'
import type { AccountRow } from './types.ts'

export type LookOnceMoreDeps = LookAgainDeps & Pick<ProvisioningDeps, 'db' | 'directory'>

/**
 * After the commit of what ends access: another transaction, open at the same time, did not see it and may have wanted an
 * account that the listener in the transaction did not see in turn. Whoever made that account read what was wanted before.
 */
export async function lookOnceMoreAtPerson(deps: LookOnceMoreDeps, personId: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (await deps.directory.isActive(tx, personId)) return
    // Accounts that settled before were there to be seen.
    await lookOnceMore(deps, tx, personId, (account) => account.settledVersion === 0)
  })
}

/** The same of a grant: its role may have been given an app just then. */
export async function lookOnceMoreAtGrant(
  deps: LookOnceMoreDeps & { access: Pick<ProvisioningDeps['access'], 'appsOfRole'> },
  grant: { grantId: string; personId: string; roleId: string },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const carried = new Set((await deps.access.appsOfRole(tx, grant.roleId)).map((app) => app.appId))
    const isMeant = ({ appId, grantIds }: AccountRow) => carried.has(appId) && !grantIds.includes(grant.grantId)
    await lookOnceMore(deps, tx, grant.personId, isMeant)
  })
}

/** `mayBeMissed`: of those not settled, which the listener in the transaction may not have seen. */
async function lookOnceMore(
  deps: LookAgainDeps,
  tx: Tx,
  personId: string,
  mayBeMissed: (account: AccountRow) => boolean,
): Promise<void> {
  const accounts = new Map((await accountsOfPerson(tx, personId)).map((account) => [account.appId, account]))
  for (const connection of await connectionsOf(tx, [...accounts.keys()])) {
    const account = accounts.get(connection.appId)
    if (account === undefined) continue
    const isMet = account.settledVersion >= account.wantedVersion && account.trouble === null
    if (isMet) await lookAgainIfNeeded(deps, tx, connection, personId)
    // What neither runs nor waits for a person reads what is wanted when its time has come.
    else if (mayBeMissed(account) && (account.runId !== null || account.trouble !== null))
      await lookAgain(deps, tx, connection, personId)
  }
}
