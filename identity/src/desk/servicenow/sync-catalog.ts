import type { CatalogCallback, CatalogEntry } from '@hallpass/contract/servicenow-shapes'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type JobSpec, TryAgainAt } from '../../platform/jobs/jobs.ts'
import type { ServiceNowDeps } from './deps.ts'
import type { OpenClient } from './open-client.ts'
import { hashOf, type ShowAppsDeps, showApps } from './show-apps.ts'
import { type CallAppDeps, callApp } from './sign-call.ts'
import { forgetEntries, saveEntries, sentEntries } from './store-catalog.ts'
import { allConnections, findConnection, nextCatalogVersion, noteOnConnection } from './store-connections.ts'
import type { Connection } from './types.ts'

export type SyncCatalogDeps = ShowAppsDeps & CallAppDeps & { db: Database; openClient: OpenClient }

export const syncTask = 'servicenow.sync-catalog'
/** Entries in one call, so that none grows beyond what an instance takes. */
const entriesMax = 100

function syncJob(connectionId: string, isFull: boolean): JobSpec {
  const kind = isFull ? 'full' : 'changes'
  return {
    task: syncTask,
    payload: { connectionId, isFull },
    key: `${syncTask}:${connectionId}:${kind}`,
    maxAttempts: 1000,
  }
}

/** What can be asked for may have changed: every instance is told soon; ten changes at once are told once. */
export async function enqueueSync(
  deps: Pick<ServiceNowDeps, 'db' | 'jobs'>,
  { isFull, only }: { isFull: boolean; only?: string },
): Promise<void> {
  const connections = (await allConnections(deps.db)).filter(
    ({ id, state }) => state !== 'disabled' && (only ?? id) === id,
  )
  if (connections.length === 0) return
  await deps.db.transaction(async (tx: Tx) => {
    for (const { id } of connections) await deps.jobs.enqueue(tx, syncJob(id, isFull))
  })
}

/** Tells an instance what changed since it was last told, or everything. What was taken is remembered once it was. */
export async function syncCatalog(
  deps: SyncCatalogDeps,
  { connectionId, isFull }: { connectionId: string; isFull: boolean },
): Promise<void> {
  const { db, clock } = deps
  const connection = await findConnection(db, connectionId)
  if (!connection || connection.state === 'disabled' || connection.instanceId === null) return
  const entries = await showApps(deps, db, connection, undefined)
  const sent = await sentEntries(db, connectionId)
  const changed = isFull ? entries : entries.filter((entry) => sent.get(entry.id) !== hashOf(entry))
  const present = new Set(entries.map(({ id }) => id))
  const removed = [...sent.keys()].filter((id) => !present.has(id))
  try {
    if (isFull || changed.length > 0 || removed.length > 0) await send(deps, connection, { changed, removed, isFull })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    await noteOnConnection(db, connectionId, { last_failure_at: clock.now(), last_failure: error.message })
    throw new TryAgainAt(
      error.retryAt ?? new Date(clock.now().getTime() + (error.isRetryable ? 30_000 : 600_000)),
      error.message,
    )
  }
  const now = clock.now()
  await noteOnConnection(db, connectionId, { catalog_synced_at: now, ...(isFull ? { catalog_compared_at: now } : {}) })
}

type Changes = { changed: CatalogEntry[]; removed: string[]; isFull: boolean }

async function send(
  deps: SyncCatalogDeps,
  connection: Connection,
  { changed, removed, isFull }: Changes,
): Promise<void> {
  const client = await deps.openClient(connection)
  // Everything in one call, or in parts that each only say what is there; what is gone is said last.
  const isOnePart = changed.length <= entriesMax
  for (let at = 0; at === 0 || at < changed.length; at += entriesMax) {
    const apps = changed.slice(at, at + entriesMax)
    const isLast = at + entriesMax >= changed.length
    const version = await deps.db.transaction((tx) => nextCatalogVersion(tx, connection.id))
    const body: CatalogCallback = { version, isFull: isFull && isOnePart, apps, removed: isLast ? removed : [] }
    await callApp(deps, client, connection, { method: 'POST', path: 'catalog', body, subject: 'catalog' })
    await deps.db.transaction(async (tx) => {
      await saveEntries(
        tx,
        connection.id,
        apps.map((entry) => ({ roleId: entry.id, hash: hashOf(entry) })),
      )
      if (isLast) await forgetEntries(tx, connection.id, removed)
    })
  }
}
