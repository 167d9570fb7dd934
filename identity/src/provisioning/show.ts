/** Rows as they go over the wire, joined with the names of apps and people. */
import type { AppSummary, PersonSummary } from '@hallpass/contract/common'
import type { Account, Comparison, Connection, Task } from '@hallpass/contract/provisioning'
import { type Access, appSummary } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/database/database.ts'
import { countByState, oldestWish } from './store-accounts.ts'
import { type ComparisonRow, comparisonsOf } from './store-comparisons.ts'
import { checkOf } from './store-connections.ts'
import { type Pace, paceOf } from './store-pace.ts'
import { openTasksOf } from './store-tasks.ts'
import type { AccountRow, AppConnection, TaskRow } from './types.ts'

export type ShowDeps = {
  access: Pick<Access, 'apps'>
  directory: Pick<Directory, 'people' | 'summary'>
  clock: Clock
}

type Names = { app(id: string): AppSummary; person(id: string): PersonSummary }

async function namesOf(
  deps: ShowDeps,
  reader: Reader,
  ids: { apps: readonly string[]; people: readonly (string | null)[] },
): Promise<Names> {
  const apps = new Map((await deps.access.apps(reader, [...new Set(ids.apps)])).map((app) => [app.id, appSummary(app)]))
  const wanted = [...new Set(ids.people.filter((id): id is string => id !== null))]
  const people = new Map(
    (await deps.directory.people(reader, wanted)).map((one) => [one.id, deps.directory.summary(one)]),
  )
  return {
    app: (id) => apps.get(id) ?? { id, name: 'A removed app', category: 'other', icon: null },
    person: (id) => people.get(id) ?? { id, displayName: 'Somebody who is no longer here', title: null, mail: null },
  }
}

const at = (time: Date | null): string | null => time?.toISOString() ?? null

export async function showAccounts(deps: ShowDeps, reader: Reader, rows: readonly AccountRow[]): Promise<Account[]> {
  const names = await namesOf(deps, reader, {
    apps: rows.map((row) => row.appId),
    people: rows.map((row) => row.personId),
  })
  const tasks = new Map((await openTasksOf(reader, rows)).map((task) => [`${task.appId} ${task.personId}`, task.id]))
  return rows.map((row) => ({
    id: row.id,
    app: names.app(row.appId),
    person: names.person(row.personId),
    state: row.state,
    settled: row.trouble === null && row.settledVersion >= row.wantedVersion,
    userName: row.userName,
    remoteId: row.remoteId,
    entitlements: row.entitlements,
    attempts: row.attempts,
    lastError: row.lastError,
    nextTryAt: at(row.nextTryAt),
    settledAt: at(row.settledAt),
    taskId: tasks.get(`${row.appId} ${row.personId}`) ?? null,
    unlinked: row.actual === 'active' ? row.unlinked : [],
  }))
}

export async function showTasks(deps: ShowDeps, reader: Reader, rows: readonly TaskRow[]): Promise<Task[]> {
  const names = await namesOf(deps, reader, {
    apps: rows.map((row) => row.appId),
    people: rows.flatMap((row) => [row.personId, row.ownerId, row.doneBy]),
  })
  const person = (id: string | null) => (id === null ? null : names.person(id))
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    state: row.state,
    app: names.app(row.appId),
    person: person(row.personId),
    owner: person(row.ownerId),
    instruction: row.instruction,
    entitlements: row.entitlements,
    candidates: row.candidates,
    createdAt: row.createdAt.toISOString(),
    doneAt: at(row.doneAt),
    doneBy: person(row.doneBy),
    note: row.note,
  }))
}

export function showComparison(row: ComparisonRow): Comparison {
  return {
    id: row.id,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    finishedAt: at(row.finished_at),
    listed: row.listed,
    missing: row.missing,
    changed: row.changed,
    extra: row.extra,
    unknown: row.unknown,
    message: row.message,
  }
}

export async function showConnections(
  deps: ShowDeps,
  reader: Reader,
  connections: readonly AppConnection[],
): Promise<Connection[]> {
  const names = await namesOf(deps, reader, {
    apps: connections.map((connection) => connection.appId),
    people: connections.map((connection) => connection.taskOwnerId),
  })
  const shown: Connection[] = []
  for (const connection of connections) shown.push(await showConnection(deps, reader, connection, names))
  return shown
}

async function showConnection(
  deps: ShowDeps,
  reader: Reader,
  connection: AppConnection,
  names: Names,
): Promise<Connection> {
  const { appId, kind, settings, taskOwnerId, ...rest } = connection
  const counts = await countByState(reader, appId)
  const count = (state: AccountRow['state']) => counts.get(state) ?? 0
  const [comparison] = await comparisonsOf(reader, appId, null, 1)
  const waiting = count('pending') + count('failing') + count('needs_task')
  const since = waiting === 0 ? null : await oldestWish(reader, appId)
  return {
    app: names.app(appId),
    kind,
    ...settings,
    hasToken: rest.hasToken,
    ratePerSecond: rest.ratePerSecond,
    parallel: rest.parallel,
    awaitsComparison: rest.awaitsComparison,
    taskOwner: taskOwnerId === null ? null : names.person(taskOwnerId),
    check: await checkOf(reader, appId),
    comparison: comparison === undefined ? null : showComparison(comparison),
    health: healthOf(await paceOf(reader, appId), waiting, since, deps.clock.now()),
    counts: {
      pending: count('pending'),
      active: count('active'),
      inactive: count('inactive'),
      failing: count('failing'),
      needsTask: count('needs_task'),
    },
    version: rest.version,
  }
}

/** Work that waits longer than this is worth a warning, whatever the reason. */
const staleAfterMs = 10 * 60_000

function healthOf(pace: Pace | null, waiting: number, since: Date | null, now: Date): Connection['health'] {
  const isStale = since !== null && now.getTime() - since.getTime() > staleAfterMs
  return {
    state: healthState(pace, now),
    lastAnswerAt: at(pace?.last_answer_at ?? null),
    lastFailureAt: at(pace?.last_failure_at ?? null),
    lastFailure: pace?.last_failure ?? null,
    nextTryAt: pace !== null && pace.held_until > now ? pace.held_until.toISOString() : null,
    waiting,
    staleSince: isStale ? at(since) : null,
  }
}

function healthState(pace: Pace | null, now: Date): Connection['health']['state'] {
  if (pace === null) return 'idle'
  if (pace.failures_in_a_row > 0) return 'failing'
  return pace.held_until > now ? 'slow_down' : 'answering'
}
