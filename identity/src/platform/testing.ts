/** The platform for tests: a fresh database per call, a clock that stands still, jobs that run when asked to. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { type MovableClock, movableClock } from './clock.ts'
import { createKeyring, type Keyring } from './crypto/keyring.ts'
import type { Database } from './database/database.ts'
import { openDatabase } from './database/open-database.ts'
import { type DatabasePlace, withDatabase } from './database/place.ts'
import { templateDatabase } from './database/testing-server.ts'
import { createEvents, type Events } from './events.ts'
import { type Ids, uuidV7 } from './ids.ts'
import { drainJobs } from './jobs/drain.ts'
import { createJobs, type JobEngine } from './jobs/graphile.ts'
import { type OpenLive, openLive } from './live.ts'
import { createMailer, type Mail, type Mailer } from './mail/mail.ts'

export type TestPlatform = {
  db: Database
  /** `runUntilIdle` runs every job that is due by the clock, and those they enqueue; failures show in `inspect`. */
  jobs: JobEngine & { runUntilIdle(): Promise<void> }
  events: Events
  live: OpenLive
  clock: MovableClock
  ids: Ids
  log: pino.Logger
  keys: Keyring
  mail: Mailer
  /** Mails that left, after `runUntilIdle`. */
  mailbox: Mail[]
  /** Where the database is, also as its owner, for what the service's own role must not do. */
  place: DatabasePlace
  close(): Promise<void>
}

export async function testPlatform(): Promise<TestPlatform> {
  const database = await cloneDatabase()
  const clock = movableClock()
  const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
  const db = openDatabase({ url: database.place.serviceUrl })
  const engine = createJobs({ db, clock, engineTime: clock.now })
  const live = await openLive({ url: database.place.serviceUrl, log })
  const ids = uuidV7(clock)
  const keys = createKeyring([{ id: 'test', bytes: randomBytes(32) }])
  const mailbox: Mail[] = []
  const transport = { deliver: async (mail: Mail) => void mailbox.push(mail) }
  return {
    db,
    keys,
    mailbox,
    mail: createMailer({ db, jobs: engine, keys, ids, transport }),
    jobs: { ...engine, runUntilIdle: () => drainJobs(engine) },
    events: createEvents(engine),
    live,
    clock,
    ids,
    log,
    place: database.place,
    async close() {
      await live.close()
      await db.close()
      await database.drop()
    },
  }
}

/** A fresh copy of the migrated template, or an empty database of the test server. */
export async function cloneDatabase(
  template: string = templateDatabase,
): Promise<{ place: DatabasePlace; drop(): Promise<void> }> {
  const server = inject('database')
  const name = `test_${randomBytes(8).toString('hex')}`
  // File by file is half the work of writing every page to the log first, where nothing waits for the disk.
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  return {
    place: { ownerUrl: withDatabase(server.ownerUrl, name), serviceUrl: withDatabase(server.serviceUrl, name) },
    drop: () => onServer(server, `drop database ${name} with (force)`),
  }
}

async function onServer(server: DatabasePlace, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
