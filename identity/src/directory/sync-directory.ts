import type { Tx } from '../platform/database/database.ts'
import { giveBackMemory } from '../platform/give-back-memory.ts'
import { applyGroups, applyGroupsGone } from './apply-groups.ts'
import { type Applied, applyPeople, recordLink } from './apply-people.ts'
import { applyRemovals } from './apply-removals.ts'
import type { ChangeFeed, Cursor, DirectoryConnector, Page } from './connectors/connector.ts'
import { DirectoryFailure, directoryPaused } from './connectors/failures.ts'
import type { SliceDeps } from './deps.ts'
import { personChanged } from './events.ts'
import { refuseSecondReading } from './refuse-second-reading.ts'
import { countPeople, directoryById, holdVersion, noteSync } from './store/directories.ts'
import { failSilentRuns, forgetRuns, insertRun, runById, updateRun } from './store/runs.ts'
import type { DirectoryRow, SyncRunRow } from './store/tables.ts'
import { linkManagers } from './store/write-people.ts'
import { type Counts, failRun, finishRun, newRun, noCounts, noteHealthy } from './sync-run.ts'

const actor = { kind: 'system', name: 'directory.sync' } as const
const fullEveryMs = 24 * 3_600_000
const silentMsMax = 120_000
const historyMs = 90 * 24 * 3_600_000
/** In larger directories looking at all keys costs too much to do on a hint. */
const hintedSweepPeopleMax = 5000
/** From so many entries on, reading everything leaves enough behind to be worth standing still for a moment. */
const largeMin = 10_000

/**
 * Brings people and groups here up to what the directory says: by what changed since the last time, or everything when
 * asked for (`runId`), the first time, and once a day. A directory that does not answer ends the run visibly and changes
 * nobody; the next run goes on. What was read of it as it was before somebody changed it ends nothing and is read again.
 * Never throws for what a directory did.
 */
export async function syncDirectory(
  deps: SliceDeps,
  input: { directoryId: string; runId: string | null },
): Promise<void> {
  const directory = await directoryById(deps.db, input.directoryId)
  if (directory === null) return
  if (directory.paused_at !== null) return await refuseRun(deps, input.runId)
  const now = deps.clock.now()
  await deps.db.transaction((tx) => failSilentRuns(tx, directory.id, new Date(now.getTime() - silentMsMax), now))
  const asked = input.runId === null ? null : await runById(deps.db, input.runId)
  if (asked?.state === 'done' || asked?.state === 'failed') return
  let run: SyncRunRow | null = asked
  try {
    const connector = deps.connectors.of(directory)
    const isFull = asked !== null || directory.cursor === null || directory.next_full_at <= now || !connector.changes
    if (!isFull && connector.changes && (await poll(deps, directory, connector.changes, directory.cursor as string)))
      return
    run = await beginFull(deps, directory, asked)
    const read = await readAll(deps, directory, connector, run)
    if (read >= largeMin) await giveBackMemory()
  } catch (error) {
    if (error instanceof Superseded) return await syncDirectory(deps, { ...input, runId: run?.id ?? null })
    const known = error instanceof DirectoryFailure
    if (!known) deps.log.error({ err: error, directoryId: directory.id }, 'a directory sync failed')
    const failure = known
      ? error
      : { code: 'sync_failed', message: 'The sync ended by a fault of this service.', retryable: true }
    await failRun(deps, directory, run, failure)
  }
}

/** What changed since the cursor. False when that is too much, so that everything must be read. */
async function poll(deps: SliceDeps, directory: DirectoryRow, feed: ChangeFeed, cursor: string): Promise<boolean> {
  const changes = await feed.since(cursor)
  if (changes.kind === 'tooMany') return false
  const now = deps.clock.now()
  const isSweepDue = directory.next_sweep_at <= now || (changes.removalsLikely && (await isSmall(deps, directory)))
  const keys = isSweepDue ? await allKeys(feed) : null
  await deps.db.transaction(async (tx) => {
    await requireAsRead(tx, directory, true)
    const input = { directoryId: directory.id, records: changes.people, actor }
    const counts = sum({ ...noCounts(), read_count: changes.people.length }, await applyPeople(deps, tx, input))
    const groups = await applyGroups(deps, tx, directory.id, changes.groups)
    let news = 0
    if (keys !== null) {
      const sweep = { directoryId: directory.id, seen: keys, readFrom: now, limits: directory.sync, confirmed: false }
      const removals = await applyRemovals(deps, tx, sweep)
      counts.gone_count = removals.gone
      counts.held_back_count = removals.heldBack
      news = removals.newlyHeldBack
    }
    const nextSweep =
      keys === null ? {} : { next_sweep_at: new Date(now.getTime() + directory.sync.sweepEverySeconds * 1000) }
    await noteSync(tx, directory.id, { cursor: changes.cursor, ...nextSweep })
    await noteHealthy(deps, tx, directory)
    if (counts.added_count + counts.changed_count + counts.gone_count + groups + news === 0) return
    const run = newRun(deps, directory.id, { kind: 'changes', trigger: 'schedule', state: 'running', started_at: now })
    await insertRun(tx, run)
    await finishRun(deps, tx, directory, run, counts)
  })
  return true
}

async function isSmall(deps: SliceDeps, directory: DirectoryRow): Promise<boolean> {
  const people = await countPeople(deps.db, directory.id)
  return people.active + people.disabled <= hintedSweepPeopleMax
}

async function beginFull(deps: SliceDeps, directory: DirectoryRow, asked: SyncRunRow | null): Promise<SyncRunRow> {
  const now = deps.clock.now()
  const people = await countPeople(deps.db, directory.id)
  const begun = {
    state: 'running' as const,
    started_at: now,
    heard_at: now,
    expected_count: people.active + people.disabled || null,
  }
  const run = asked ?? newRun(deps, directory.id, { kind: 'full', trigger: 'schedule', ...begun })
  // A node that died may have begun this run before; what it counted is counted again.
  await deps.db.transaction((tx) => (asked ? updateRun(tx, run.id, { ...begun, ...noCounts() }) : insertRun(tx, run)))
  return run
}

async function readAll(
  deps: SliceDeps,
  directory: DirectoryRow,
  connector: DirectoryConnector,
  run: SyncRunRow,
): Promise<number> {
  const now = deps.clock.now()
  let counts = noCounts()
  // Taken before the listing: whatever changes meanwhile is told by the next poll.
  const cursor = (await connector.changes?.start()) ?? null
  // A change of settings makes it read everything again, and is no first reading.
  if (directory.last_sync_at === null) await refuseSecondReading(deps.db, directory, allRefs(connector))
  const seen = new Set<string>()
  for await (const records of pages((page) => connector.list(page))) {
    for (const record of records) seen.add(record.ref.key)
    counts.read_count += records.length
    counts = await deps.db.transaction(async (tx) => {
      await requireAsRead(tx, directory)
      const next = sum(counts, await applyPeople(deps, tx, { directoryId: directory.id, records, actor }))
      await updateRun(tx, run.id, { ...next, heard_at: deps.clock.now() })
      return next
    })
  }
  const groups = new Set<string>()
  if (connector.groups) {
    const list = connector.groups.list
    for await (const records of pages(list)) {
      for (const record of records) groups.add(record.key)
      await deps.db.transaction(async (tx) => {
        await requireAsRead(tx, directory)
        await applyGroups(deps, tx, directory.id, records)
      })
    }
  }
  await deps.db.transaction(async (tx) => {
    await requireAsRead(tx, directory, true)
    for (const link of await linkManagers(tx, directory.id, 'all', deps.clock.now())) {
      recordLink(deps, tx, { actor, directoryId: directory.id }, link.id, link.managerId)
      await deps.events.emit(tx, personChanged, { personId: link.id, version: link.version })
    }
    if (connector.groups) await applyGroupsGone(deps, tx, directory.id, groups)
    const confirmed = run.confirms_run_id !== null
    const input = { directoryId: directory.id, seen, readFrom: now, limits: directory.sync, confirmed }
    const removals = await applyRemovals(deps, tx, input)
    await noteSync(tx, directory.id, {
      cursor,
      next_sweep_at: new Date(now.getTime() + directory.sync.sweepEverySeconds * 1000),
      next_full_at: new Date(now.getTime() + fullEveryMs),
    })
    await noteHealthy(deps, tx, directory)
    await forgetRuns(tx, directory.id, new Date(now.getTime() - historyMs))
    await finishRun(deps, tx, directory, run, {
      ...counts,
      gone_count: removals.gone,
      held_back_count: removals.heldBack,
    })
  })
  return counts.read_count
}

/** Somebody changed the directory, or paused it and had it go on, while it was read. */
class Superseded extends Error {
  constructor() {
    super('the directory was changed while it was read')
    this.name = 'Superseded'
  }
}

/**
 * What was read before the directory was paused brings nobody back that its removal ended; and what was read by other
 * settings than those in force is not what there is to read.
 */
async function requireAsRead(tx: Tx, { id, version }: DirectoryRow, writes = false): Promise<void> {
  const now = await holdVersion(tx, id, writes)
  if (now === null) throw directoryPaused()
  if (now !== version) throw new Superseded()
}

/** A run that somebody asked for a moment before the directory was paused. */
async function refuseRun(deps: SliceDeps, runId: string | null): Promise<void> {
  const run = runId === null ? null : await runById(deps.db, runId)
  if (run === null || run.state === 'done' || run.state === 'failed') return
  const { code, message, retryable } = directoryPaused()
  const failure = { failure_code: code, failure_message: message, failure_retryable: retryable }
  await deps.db.transaction((tx) =>
    updateRun(tx, run.id, { state: 'failed', finished_at: deps.clock.now(), ...failure }),
  )
}

async function* pages<T>(list: (page: Cursor) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let cursor: Cursor = null
  do {
    const page: Page<T> = await list(cursor)
    yield page.items
    cursor = page.next
  } while (cursor !== null)
}

/** Of everybody there is, by the cheapest way this directory has. */
async function* allRefs(connector: DirectoryConnector): AsyncGenerator<string[]> {
  const { changes } = connector
  if (changes) yield* pages((page) => changes.keys(page))
  else for await (const records of pages((page) => connector.list(page))) yield records.map((record) => record.ref.key)
}

async function allKeys(feed: ChangeFeed): Promise<Set<string>> {
  const keys = new Set<string>()
  for await (const page of pages(feed.keys)) for (const key of page) keys.add(key)
  return keys
}

function sum(counts: Counts, applied: Applied): Counts {
  return {
    ...counts,
    added_count: counts.added_count + applied.added,
    changed_count: counts.changed_count + applied.changed,
    disabled_count: counts.disabled_count + applied.disabled,
    enabled_count: counts.enabled_count + applied.enabled,
  }
}
