/** Walks through everybody who has, had or should have an account in an app. */
import type { Access } from '../access/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { ProvisioningDeps } from './deps.ts'
import { type LookAgainDeps, lookAgain, lookAgainIfNeeded } from './look-again.ts'
import { pageOfApp } from './store-accounts.ts'
import { connectionOf } from './store-connections.ts'

export const recheckTask = 'provisioning.recheck-app'

/** `differing`: those whose books differ from what roles say. `all`: everybody, because the app itself is another. */
export type Recheck = { appId: string; who: 'differing' | 'all' }

export type RecheckDeps = LookAgainDeps &
  Pick<ProvisioningDeps, 'db'> & { access: Pick<Access, 'holdersOf' | 'desiredAccount'> }

const batch = 200

export async function enqueueRecheck(deps: Pick<ProvisioningDeps, 'jobs'>, tx: Tx, recheck: Recheck): Promise<void> {
  await deps.jobs.enqueue(tx, {
    task: recheckTask,
    payload: recheck,
    // Not one key for both: a walk over all must not be replaced by one over the differing.
    key: `recheck:${recheck.appId}:${recheck.who}`,
  })
}

/** Batch by batch, each in its own transaction; killed in between, it starts anew and finds less to do. */
export async function recheckApp(deps: RecheckDeps, { appId, who }: Recheck): Promise<number> {
  let looked = 0
  const look = async (personIds: readonly string[]) => {
    await deps.db.transaction(async (tx) => {
      const connection = await connectionOf(tx, appId)
      for (const personId of personIds) {
        if (who === 'all') await lookAgain(deps, tx, connection, personId)
        else if (!(await lookAgainIfNeeded(deps, tx, connection, personId))) continue
        looked += 1
      }
    })
  }
  const known = new Set<string>()
  for (let after: string | null = null; ; ) {
    const page = await pageOfApp(deps.db, appId, after, batch)
    await look(page.map((account) => account.personId))
    for (const account of page) known.add(account.personId)
    after = page.at(-1)?.personId ?? null
    if (page.length < batch) break
  }
  const others = (await deps.access.holdersOf(deps.db, appId)).filter((personId) => !known.has(personId))
  for (let start = 0; start < others.length; start += batch) await look(others.slice(start, start + batch))
  return looked
}
