/** Connectors kept open per app, and how fast each app is asked. */
import { TryAgainAt } from '../platform/jobs/jobs.ts'
import type { AppConnector } from './connectors/connector.ts'
import { type AutomatedKind, automatedKinds, openConnector } from './connectors/registry.ts'
import type { ProvisioningDeps } from './deps.ts'
import { sealedTokenOf } from './store-connections.ts'
import { adjust, holdBack, type Lane, noteAnswer, type Pace, paceOf } from './store-pace.ts'
import { takeTurns } from './take-turns.ts'
import type { AppConnection } from './types.ts'

type Deps = Pick<ProvisioningDeps, 'db' | 'keys' | 'egress' | 'clock'>

export type OpenApps = {
  /** The connector of an automated app; a changed connection gets a new one. `TryAgainAt` when it changed since it was read. */
  open(connection: AppConnection): Promise<AppConnector>
  /** When this account may be worked on: now, or its place in the line. */
  takeTurn(
    connection: AppConnection,
    lane: Lane,
    turnAt: Date | null,
  ): Promise<{ now: true } | { now: false; at: Date }>
  /** After a run: calls beyond those its turn was for count too. */
  settleTurn(connection: AppConnection, lane: Lane, answered: boolean): Promise<void>
  /** The app asked for time: nobody calls it before. */
  waitUntil(appId: string, until: Date, sentence: string): Promise<void>
  /** The app does not answer: the more often in a row, the longer everybody waits, up to a minute. */
  noteFailure(appId: string, sentence: string): Promise<void>
}

type Opened = {
  version: number
  connector: AppConnector
  accounted: number
  notedAt: number
  /** Calls of each lane beyond its turns (or below, when negative) that go with the next turn taken here. */
  owed: Record<Lane, number>
}

/** Looking by key and by name, and one write. */
const callsATurn = 3
const shareOf = { start: 0.75, end: 0.25 } as const
const burstMs = 2000
const noteEveryMs = 10_000
/** More than this is no longer kept here, where other nodes do not see it. */
const owedMax = 20
/** How long after its time a place in the line still counts. */
const placeKeptMs = 60_000

export function isAutomated(kind: string): kind is AutomatedKind {
  return (automatedKinds as readonly string[]).includes(kind)
}

/** The place of a token: a sealed value moved to another row does not open. */
export function tokenPlace(appId: string): string {
  return `app_connections.sealed_token:${appId}`
}

/**
 * Two lanes share an app's rate: making accounts, and ending them, so that a leaver does not wait behind an import of
 * thousands. A run may make more calls than its turn was for; the next ones then wait the longer.
 */
export function openApps(deps: Deps): OpenApps {
  const opened = new Map<string, Opened>()
  const take = takeTurns(deps.db)
  const msPerCall = (connection: AppConnection, lane: Lane) => 1000 / (connection.ratePerSecond * shareOf[lane])

  return {
    async open(connection) {
      const known = opened.get(connection.appId)
      if (known?.version === connection.version) return known.connector
      if (!isAutomated(connection.kind)) throw new Error(`An app of kind ${connection.kind} has no connector.`)
      const sealed = await sealedTokenOf(deps.db, connection)
      if (sealed === undefined) throw new TryAgainAt(deps.clock.now(), 'The connection was changed just now.')
      const token = sealed === null ? null : deps.keys.open('connector-secret', tokenPlace(connection.appId), sealed)
      const connector = openConnector(
        { egress: deps.egress, now: () => deps.clock.now() },
        connection.kind,
        connection.settings,
        token,
      )
      opened.set(connection.appId, {
        version: connection.version,
        connector,
        accounted: 0,
        notedAt: 0,
        owed: { start: 0, end: 0 },
      })
      return connector
    },
    async takeTurn(connection, lane, turnAt) {
      const now = deps.clock.now()
      if (turnAt !== null) {
        const pace = await paceOf(deps.db, connection.appId)
        if (turnAt > now && !isEarlierAsLeaver(lane, pace, turnAt)) return { now: false, at: turnAt }
        // Lost while the app is held back, and while nothing ran here: nobody may rush the app when that ends.
        const isKept = (pace === null || pace.held_until <= now) && now.getTime() - turnAt.getTime() <= placeKeptMs
        if (turnAt <= now && isKept) return { now: true }
      }
      const at = await take(connection.appId, lane, {
        calls: callsATurn + takeOwed(opened.get(connection.appId), lane),
        msPerCall: msPerCall(connection, lane),
        burstMs: Math.max(burstMs, callsATurn * msPerCall(connection, lane)),
        now,
      })
      if (at <= now) return { now: true }
      return { now: false, at: turnAt !== null && turnAt > now && turnAt < at ? turnAt : at }
    },
    async settleTurn(connection, lane, answered) {
      const known = opened.get(connection.appId)
      if (known === undefined) return
      const used = known.connector.calls() - known.accounted
      known.accounted += used
      known.owed[lane] += used - callsATurn
      if (Math.abs(known.owed[lane]) > owedMax)
        await adjust(deps.db, connection.appId, lane, takeOwed(known, lane) * msPerCall(connection, lane))
      const now = deps.clock.now()
      if (!answered || now.getTime() - known.notedAt < noteEveryMs) return
      known.notedAt = now.getTime()
      await noteAnswer(deps.db, connection.appId, now)
    },
    waitUntil: (appId, until, sentence) =>
      holdBack(deps.db, appId, { until, sentence, isFailure: false, now: deps.clock.now() }),
    async noteFailure(appId, sentence) {
      const known = opened.get(appId)
      if (known) known.notedAt = 0
      const now = deps.clock.now()
      const pace = await paceOf(deps.db, appId)
      const until = new Date(now.getTime() + holdSeconds((pace?.failures_in_a_row ?? 0) + 1) * 1000)
      await holdBack(deps.db, appId, { until, sentence, isFailure: true, now })
    },
  }
}

function takeOwed(opened: Opened | undefined, lane: Lane): number {
  if (opened === undefined) return 0
  const owed = opened.owed[lane]
  opened.owed[lane] = 0
  return owed
}

/**
 * Whoever stood in the line to be made or changed and leaves now need not wait for that place. A place of the lane for
 * leavers is never later than where this lane goes on, so it is kept.
 */
function isEarlierAsLeaver(lane: Lane, pace: Pace | null, turnAt: Date): boolean {
  return lane === 'end' && pace !== null && pace.next_end_at < turnAt && pace.held_until < turnAt
}

/** One failure may be chance; from the second on everybody waits 2, 4, 8 … 60 seconds. */
function holdSeconds(failures: number): number {
  return failures < 2 ? 0 : Math.min(2 ** (failures - 1), 60)
}
