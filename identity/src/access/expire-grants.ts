import { endGrants } from './change-grant.ts'
import type { AccessDeps } from './deps.ts'
import { lockDueGrants } from './store-sweeps.ts'

export const sweepBatch = 500

/** Sweep: ends grants whose time is up, in batches, each in a transaction of its own. Returns how many. */
export async function expireGrants(deps: Pick<AccessDeps, 'db' | 'audit' | 'events'>, now: Date): Promise<number> {
  for (let total = 0; ; ) {
    const count = await deps.db.transaction(async (tx) => {
      const grants = await lockDueGrants(tx, now, sweepBatch)
      await endGrants(deps, tx, {
        grants,
        now,
        reason: 'expired',
        actor: { kind: 'system', name: 'access.expire-grants' },
      })
      return grants.length
    })
    total += count
    if (count < sweepBatch) return total
  }
}
