import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { type Clock, offsetClock, systemClock } from './platform/clock.ts'
import { refuseLoginWithoutRole, refuseTablesWithoutRights } from './platform/database/check-service-login.ts'
import type { Database } from './platform/database/database.ts'
import { type EmbeddedServer, startEmbedded } from './platform/database/embedded.ts'
import { migrate } from './platform/database/migrate.ts'
import { openDatabase } from './platform/database/open-database.ts'
import { type DatabasePlace, externalPlace } from './platform/database/place.ts'
import { createEgress, type Egress } from './platform/egress/egress.ts'
import { createEvents, type Events } from './platform/events.ts'
import { type Ids, uuidV7 } from './platform/ids.ts'
import { createJobs, type JobEngine } from './platform/jobs/graphile.ts'
import { type OpenLive, openLive } from './platform/live.ts'
import { createLog } from './platform/log.ts'
import { createMailer, type Mailer, type MailTransport, noTransport, smtpTransport } from './platform/mail/mail.ts'
import { patientTransport } from './platform/mail/patient-transport.ts'

/** The pieces of the platform, opened and joined: what every slice is built on. */
export type Foundation = {
  config: Config
  clock: Clock
  ids: Ids
  log: Logger
  db: Database
  place: DatabasePlace
  jobs: JobEngine
  events: Events
  live: OpenLive
  egress: Egress
  transport: MailTransport
  mail: Mailer
  keys: Config['keys']
  /** True when the embedded database of a service that already runs was joined. */
  isJoined: boolean
  close(): Promise<void>
}

export type FoundationOptions = {
  /** Join the embedded database of a running service instead of refusing; for the command line. */
  joinRunning?: boolean
  log?: Logger
}

/**
 * Opens the database (starting the embedded one where no URL is set), brings it to this version, and joins the pieces.
 * Whatever fails on the way closes what was opened: a server left running would keep the process alive.
 */
export async function openFoundation(config: Config, options: FoundationOptions = {}): Promise<Foundation> {
  const log = options.log ?? createLog(config.logLevel)
  const clock = config.sampleClockPath ? offsetClock(config.sampleClockPath) : systemClock
  const opened = new AsyncDisposableStack()
  try {
    const { place, embedded } = await openPlace({ config, clock, log, joinRunning: options.joinRunning ?? false })
    opened.defer(() => embedded?.stop())
    // Its words alone: pg hangs the whole connection on the error.
    const onConnectionError = (error: Error) => log.warn({ error: error.message }, 'a database connection was lost')
    const db = openDatabase({ url: place.serviceUrl, poolMax: config.databasePool, onConnectionError })
    opened.defer(() => db.close())
    const ids = uuidV7(clock)
    const jobs = createJobs({ db, clock })
    const egress = createEgress({ internalHosts: config.internalHosts })
    opened.defer(() => egress.close())
    const live = opened.adopt(await openLive({ url: place.serviceUrl, log }), (it) => it.close())
    const transport = config.smtpUrl
      ? smtpTransport({ url: config.smtpUrl, from: config.mailFrom, timeoutMs: 10_000 })
      : noTransport()
    return {
      config,
      clock,
      ids,
      log,
      db,
      place,
      jobs,
      events: createEvents(jobs),
      live,
      egress,
      transport,
      mail: createMailer({ db, jobs, keys: config.keys, ids, transport: patientTransport(transport, { clock }) }),
      keys: config.keys,
      isJoined: embedded?.isJoined ?? false,
      close: () => opened.disposeAsync(),
    }
  } catch (error) {
    await opened.disposeAsync().catch(() => {})
    throw error
  }
}

/** Where signed checkpoints of the trail are copied, outside the database. */
export function checkpointFile(config: Config): string {
  return join(config.dataDir, 'checkpoints', 'trail.jsonl')
}

/** Which of the nodes of one database this is, by its machine; the embedded database has one. */
export function nodeName(config: Config): string | undefined {
  return config.databaseUrl ? hostname() : undefined
}

export type OpenPlaceInput = {
  config: Config
  clock: Clock
  log: Logger
  joinRunning: boolean
  /** Leaves the tables as they are; a restore makes them itself. */
  isBare?: boolean
}

/** Finds the database, starting the embedded one where no URL is set, and brings its tables to this version. */
export async function openPlace(
  input: OpenPlaceInput,
): Promise<{ place: DatabasePlace; embedded: EmbeddedServer | null }> {
  const { config, clock, log, joinRunning } = input
  const migrated = async (url: string) => (input.isBare ? { hasServiceRole: false } : migrate({ url, clock }))
  if (!config.databaseUrl) {
    const binFolder = process.env.HALLPASS_PG_BIN || undefined
    const embedded = await startEmbedded({ dataFolder: config.dataDir, log, joinRunning, binFolder })
    try {
      if (!embedded.isJoined) await migrated(embedded.place.ownerUrl)
    } catch (error) {
      await embedded.stop()
      throw error
    }
    return { place: embedded.place, embedded }
  }
  const serviceUrl = config.databaseUrl.reveal()
  const ownerUrl = config.databaseAdminUrl?.reveal() ?? serviceUrl
  if (!config.databaseAdminUrl) {
    const { hasServiceRole } = await migrated(ownerUrl)
    return { place: externalPlace(serviceUrl, hasServiceRole), embedded: null }
  }
  await refuseLoginWithoutRole({ serviceUrl, ownerUrl })
  await migrated(ownerUrl)
  if (!input.isBare) await refuseTablesWithoutRights(serviceUrl)
  return { place: { ownerUrl, serviceUrl }, embedded: null }
}
