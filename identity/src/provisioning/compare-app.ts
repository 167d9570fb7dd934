/** Compares an app with what roles say, and repairs or reports what differs. */
import type { Actor } from '../audit/module.ts'
import { TryAgainAt } from '../platform/jobs/jobs.ts'
import { type CompareDeps, comparer, concludeComparison, type Findings } from './conclude-comparison.ts'
import type { AppConnector, Cursor, RemoteAccount } from './connectors/connector.ts'
import { AppFailure } from './connectors/failures.ts'
import { automatedKinds } from './connectors/registry.ts'
import { driftOf } from './drift.ts'
import { noComparison, notAutomated } from './errors.ts'
import { isAutomated } from './open-app.ts'
import { accountsByPeople, accountsByRemoteIds, markSeen, unseenSince } from './store-accounts.ts'
import {
  appsToCompare,
  beginComparison,
  type ComparisonRow,
  comparisonById,
  runningComparison,
  updateComparison,
} from './store-comparisons.ts'
import { connectionOf } from './store-connections.ts'
import { groupIds } from './store-groups.ts'
import type { AppConnection } from './types.ts'

export const compareTask = 'provisioning.compare-app'

const compareEveryMs = 24 * 3600_000

/** The sweep: every automated app that was not compared for a day. */
export async function compareApps(deps: CompareDeps, now: Date): Promise<number> {
  const due = await appsToCompare(deps.db, new Date(now.getTime() - compareEveryMs), automatedKinds)
  for (const appId of due) await startComparison(deps, { appId, confirmRemovals: false }, comparer)
  return due.length
}

/** Asks for a comparison now; one that runs already is the answer. */
export async function startComparison(
  deps: Pick<CompareDeps, 'db' | 'jobs' | 'clock' | 'ids' | 'audit'>,
  input: { appId: string; confirmRemovals: boolean },
  actor: Actor,
): Promise<ComparisonRow> {
  return deps.db.transaction(async (tx) => {
    const connection = await connectionOf(tx, input.appId)
    if (!isAutomated(connection.kind)) throw notAutomated()
    const begun = await beginComparison(tx, { id: deps.ids.next(), ...input, now: deps.clock.now() })
    const comparison = begun ?? (await runningComparison(tx, input.appId))
    if (comparison === null) throw noComparison()
    if (begun !== null) {
      deps.audit.record(tx, {
        action: 'app.compared',
        actor,
        subjects: { appId: input.appId },
        after: { comparisonId: begun.id, confirmRemovals: input.confirmRemovals },
      })
    }
    const payload = { comparisonId: comparison.id }
    await deps.jobs.enqueue(tx, {
      task: compareTask,
      payload,
      key: `compare:${input.appId}`,
      queue: `compare:${input.appId}`,
    })
    return comparison
  })
}

/** The job. It only reads the app; killed or put off, it reads from the beginning again. */
export async function compareApp(deps: CompareDeps, { comparisonId }: { comparisonId: string }): Promise<void> {
  const comparison = await comparisonById(deps.db, comparisonId)
  if (comparison?.state !== 'running') return
  const connection = await connectionOf(deps.db, comparison.app_id)
  try {
    if (!isAutomated(connection.kind)) throw notAutomated()
    const findings = await readApp(deps, await deps.apps.open(connection), connection, comparison)
    await concludeComparison(deps, connection, comparison, findings)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error instanceof AppFailure && error.retryable && isFresh(comparison, deps.clock.now())) {
      const seconds = error.retryAfterSeconds ?? 60
      throw new TryAgainAt(new Date(deps.clock.now().getTime() + seconds * 1000), error.message)
    }
    if (!(error instanceof AppFailure)) throw error
    const ended = { state: 'failed', message: error.message, finished_at: deps.clock.now() } as const
    await updateComparison(deps.db, comparison.id, ended)
  }
}

/** An app that stays away for this long is told as a failed comparison; tomorrow's will try again. */
function isFresh(comparison: ComparisonRow, now: Date): boolean {
  return now.getTime() - comparison.started_at.getTime() < 2 * 3600_000
}

async function readApp(
  deps: CompareDeps,
  connector: AppConnector,
  connection: AppConnection,
  comparison: ComparisonRow,
): Promise<Findings> {
  if (connector.list === undefined) throw notAutomated()
  const findings: Findings = { missing: [], changed: [], extra: [], ended: 0, unknown: 0, listed: 0 }
  let cursor: Cursor = null
  do {
    const page: { items: RemoteAccount[]; next: Cursor } = await connector.list(cursor)
    await judge(deps, connection, page.items, findings)
    findings.listed += page.items.length
    await updateComparison(deps.db, comparison.id, { listed: findings.listed })
    cursor = page.next
  } while (cursor !== null)
  const unseen = await unseenSince(deps.db, connection.appId, comparison.started_at)
  findings.missing = unseen.map((account) => account.personId)
  return findings
}

/** Whose each account is: by the app's id in our books, else by our key, which is the id of a person. */
async function judge(
  deps: CompareDeps,
  connection: AppConnection,
  remotes: readonly RemoteAccount[],
  findings: Findings,
): Promise<void> {
  const { appId, settings } = connection
  const accounts = await accountsByRemoteIds(
    deps.db,
    appId,
    remotes.map((remote) => remote.remoteId),
  )
  const byRemoteId = new Map(accounts.map((account) => [account.remoteId, account]))
  await markSeen(
    deps.db,
    accounts.map((account) => account.id),
    deps.clock.now(),
  )
  const ids = await groupIds(deps.db, appId, [...new Set(accounts.flatMap((account) => account.entitlements))])
  const strangers: RemoteAccount[] = []
  for (const remote of asTold(remotes)) {
    const account = byRemoteId.get(remote.remoteId)
    if (account === undefined) {
      strangers.push(remote)
      continue
    }
    const drift = driftOf(remote, account, settings, ids)
    if (drift !== 'same') findings[drift].push(account.personId)
    if (drift === 'changed' && !remote.active) findings.ended += 1
  }
  const keyed = await keyedStrangers(deps, appId, strangers)
  findings.extra.push(...keyed)
  findings.unknown += strangers.length - keyed.length
}

/** What an app leaves out where there is nothing, and tells of others, is nothing; what it tells of nobody is unknown. */
function asTold(remotes: readonly RemoteAccount[]): RemoteAccount[] {
  const groups = remotes.some((remote) => remote.groups !== null) ? [] : null
  const entitlements = remotes.some((remote) => remote.entitlements !== null) ? [] : null
  return remotes.map((remote) => ({
    ...remote,
    groups: remote.groups ?? groups,
    entitlements: remote.entitlements ?? entitlements,
  }))
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Active accounts that carry the key of a person and are in nobody's books: made by a Hallpass that was restored since. */
async function keyedStrangers(
  deps: CompareDeps,
  appId: string,
  strangers: readonly RemoteAccount[],
): Promise<string[]> {
  const keys = strangers.flatMap(({ active, externalId }) =>
    active && externalId !== null && uuid.test(externalId) ? [externalId] : [],
  )
  if (keys.length === 0) return []
  const people = await deps.directory.people(deps.db, keys)
  const known = await accountsByPeople(
    deps.db,
    appId,
    people.map((person) => person.id),
  )
  const busy = new Set(known.map((account) => account.personId))
  return people.map((person) => person.id).filter((personId) => !busy.has(personId))
}
