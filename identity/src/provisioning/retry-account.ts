import type { Actor } from '../audit/module.ts'
import { accountNotFound, accountSettledAlready } from './errors.ts'
import { type LookAgainDeps, lookAgain } from './look-again.ts'
import type { ReconcileDeps } from './run.ts'
import { accountById } from './store-accounts.ts'
import { connectionOf } from './store-connections.ts'
import type { AccountRow } from './types.ts'

export type RetryAccountDeps = LookAgainDeps & Pick<ReconcileDeps, 'db' | 'audit'>

/** Somebody asks to try again now: with a new set of attempts, and ahead of any pause. */
export async function retryAccount(
  deps: RetryAccountDeps,
  input: { accountId: string },
  actor: Actor,
): Promise<AccountRow> {
  return deps.db.transaction(async (tx) => {
    const account = await accountById(tx, input.accountId)
    if (account === null) throw accountNotFound()
    if (account.trouble === null && account.settledVersion >= account.wantedVersion) throw accountSettledAlready()
    await lookAgain(deps, tx, await connectionOf(tx, account.appId), account.personId)
    deps.audit.record(tx, {
      action: 'account.tried_again',
      actor,
      subjects: { accountId: account.id, appId: account.appId, personId: account.personId },
      before: { state: account.state, attempts: account.attempts },
    })
    return (await accountById(tx, account.id)) ?? account
  })
}
