import type { Tx } from '../platform/database/database.ts'
import { type LookAgainDeps, lookAgain } from './look-again.ts'
import { accountsOfPerson } from './store-accounts.ts'
import { connectionsOf } from './store-connections.ts'
import type { AccountRow } from './types.ts'

/** A new name, title or address is written to the accounts that are in use, and may be what others were waiting for. */
export async function onPersonChanged(deps: Omit<LookAgainDeps, 'access'>, tx: Tx, personId: string): Promise<void> {
  await lookAgainAtAll(deps, tx, personId, isInUse)
}

function isInUse(account: AccountRow): boolean {
  return account.actual === 'active' || account.settledVersion < account.wantedVersion
}

/** Every account of a person for which `isMeant`, in the caller's transaction. */
export async function lookAgainAtAll(
  deps: Omit<LookAgainDeps, 'access'>,
  tx: Tx,
  personId: string,
  isMeant: (account: AccountRow) => boolean,
): Promise<void> {
  const accounts = (await accountsOfPerson(tx, personId)).filter(isMeant)
  const connections = await connectionsOf(
    tx,
    accounts.map((account) => account.appId),
  )
  for (const connection of connections) await lookAgain(deps, tx, connection, personId)
}
