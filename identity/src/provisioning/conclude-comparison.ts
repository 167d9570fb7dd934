/** What follows from a comparison of an app with what roles say. */
import type { Access } from '../access/module.ts'
import type { Actor } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import { isTooMany } from './drift.ts'
import { type LookAgainDeps, lookAgain, lookAgainIfNeeded } from './look-again.ts'
import { enqueueRecheck } from './recheck-app.ts'
import type { ReconcileDeps } from './run.ts'
import { countByState, pageOfApp } from './store-accounts.ts'
import { type ComparisonRow, updateComparison } from './store-comparisons.ts'
import { endWaiting } from './store-connections.ts'
import { accountsAwaitingLinks } from './store-links.ts'
import type { AppConnection } from './types.ts'

export type CompareDeps = LookAgainDeps &
  Pick<ReconcileDeps, 'db' | 'audit' | 'apps'> & {
    access: Pick<Access, 'holdersOf' | 'desiredAccount'>
    directory: Pick<Directory, 'people'>
  }

export type Findings = {
  missing: string[]
  changed: string[]
  extra: string[]
  /** How many of the changed are inactive in the app. */
  ended: number
  unknown: number
  listed: number
}

export const comparer: Actor = { kind: 'system', name: 'provisioning.compare' }

/** Repairs or reports what was found; holds back what a person should see first. */
export async function concludeComparison(
  deps: CompareDeps,
  connection: AppConnection,
  comparison: ComparisonRow,
  findings: Findings,
): Promise<void> {
  const { repairs, removals, holders, heldBecause } = await weigh(deps, connection, comparison, findings)
  const isHeld = heldBecause !== null
  const { drift } = connection.settings
  const mayWrite = drift === 'repair' && !(isHeld && connection.awaitsComparison)
  const awaiting = await accountsAwaitingLinks(deps.db, connection.appId)
  if (mayWrite) await lookAgainAtHolders(deps, connection, holders)
  await deps.db.transaction(async (tx) => {
    if (mayWrite) for (const personId of repairs) await lookAgain(deps, tx, connection, personId)
    // A manager or department may have come into the app by another way than ours. To look at a removal is to end it.
    const toLink = awaiting.filter((personId) => !removals.has(personId))
    if (mayWrite) for (const personId of toLink) await lookAgain(deps, tx, connection, personId)
    if (mayWrite && !isHeld) for (const personId of removals) await lookAgain(deps, tx, connection, personId)
    if (connection.awaitsComparison && !isHeld) {
      await endWaiting(tx, connection.appId)
      await enqueueRecheck(deps, tx, { appId: connection.appId, who: 'differing' })
    }
    const counts = {
      missing: findings.missing.length,
      changed: findings.changed.length,
      extra: removals.size,
      unknown: findings.unknown,
    }
    await updateComparison(tx, comparison.id, {
      ...counts,
      state: isHeld ? 'held' : 'done',
      message: heldBecause,
      finished_at: deps.clock.now(),
    })
    deps.audit.record(tx, {
      action: isHeld ? 'app.comparison_held' : 'app.comparison_finished',
      actor: comparer,
      subjects: { appId: connection.appId },
      after: { comparisonId: comparison.id, ...counts, drift },
    })
  })
}

/** What a comparison found, held against who should have an account. */
type Verdict = { repairs: Set<string>; removals: Set<string>; holders: string[]; heldBecause: string | null }

async function weigh(
  deps: CompareDeps,
  connection: AppConnection,
  comparison: ComparisonRow,
  findings: Findings,
): Promise<Verdict> {
  const holders = new Set(await deps.access.holdersOf(deps.db, connection.appId))
  const leaving = await activeWithout(deps, connection.appId, holders)
  const removals = new Set([...findings.extra.filter((personId) => !holders.has(personId)), ...leaving])
  const differing = [...findings.missing, ...findings.changed, ...findings.extra]
  const repairs = new Set(differing.filter((personId) => !removals.has(personId)))
  const active = (await countByState(deps.db, connection.appId)).get('active') ?? 0
  const heldBecause = comparison.confirm_removals
    ? null
    : reasonToHold(connection, { repairs: repairs.size, ended: findings.ended, removals: removals.size, active })
  return { repairs, removals, holders: [...holders], heldBecause }
}

function reasonToHold(
  { awaitsComparison, settings }: AppConnection,
  count: { repairs: number; ended: number; removals: number; active: number },
): string | null {
  if (awaitsComparison) {
    return `Hallpass was restored from a backup, and this app may know better. Going on would end ${count.removals} accounts and write ${count.repairs}, ${count.ended} of which somebody has ended since. Confirm it if that is right.`
  }
  if (!isTooMany(count.removals, count.active, settings.removalsPercentMax)) return null
  return `${count.removals} of ${count.active} accounts would be ended, more than expected at once. Confirm it if that is right.`
}

async function lookAgainAtHolders(deps: CompareDeps, connection: AppConnection, personIds: string[]): Promise<void> {
  for (let start = 0; start < personIds.length; start += 200) {
    await deps.db.transaction(async (tx) => {
      for (const id of personIds.slice(start, start + 200)) await lookAgainIfNeeded(deps, tx, connection, id)
    })
  }
}

/** Active by our books although no role wants them: a wish that got lost, or grants that a restore took away. */
async function activeWithout(deps: CompareDeps, appId: string, holders: ReadonlySet<string>): Promise<string[]> {
  const found: string[] = []
  for (let after: string | null = null; ; ) {
    const page = await pageOfApp(deps.db, appId, after, 500)
    found.push(
      ...page
        .filter((account) => account.actual === 'active' && !holders.has(account.personId))
        .map((one) => one.personId),
    )
    after = page.at(-1)?.personId ?? null
    if (page.length < 500) return found
  }
}
