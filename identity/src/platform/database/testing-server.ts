import { rmSync } from 'node:fs'
import { makeQuickFolder } from '@hallpass/counterparts/quick-folder'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { systemClock } from '../clock.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { type DatabasePlace, withDatabase } from './place.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: DatabasePlace
  }
}

export const templateDatabase = 'hallpass_template'

/** One server for the whole test run, in memory where there is room and without fsync, with a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = makeQuickFolder('hallpass-test-')
  const server = await startEmbedded({
    dataFolder,
    log: silentLog,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
      // What is kept for a crash would take the room of the databases.
      wal_level: 'minimal',
      max_wal_senders: '0',
      max_wal_size: '256MB',
    },
  })
  await createTemplate(server.place)
  project.provide('database', server.place)
  return async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function createTemplate(place: DatabasePlace): Promise<void> {
  const client = new pg.Client({ connectionString: place.ownerUrl })
  await client.connect()
  await client.query(`create database ${templateDatabase}`)
  await client.end()
  await migrate({ url: withDatabase(place.ownerUrl, templateDatabase), clock: systemClock })
}

const silentLog = { debug() {}, info() {}, warn() {}, error() {} }
