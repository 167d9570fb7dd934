/** The directory slice on the test platform, with real directories, for this slice's own tests. */

import { type AuditModule, createAudit, type Subjects } from '../audit/module.ts'
import type { EventKind } from '../platform/events.ts'
import type { JobPayload } from '../platform/jobs/jobs.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import {
  groupChanged,
  passwordSetOutside,
  personAdded,
  personChanged,
  personDisabled,
  personEnabled,
  personGone,
} from './events.ts'
import { createDirectory, type Directory } from './module.ts'
import type { Person } from './types.ts'

type StoredBody = Awaited<ReturnType<AuditModule['search']>>['items'][number]['body']

export type World = TestPlatform & {
  audit: AuditModule
  directory: Directory
  /** Events as they were emitted, `type personId`, since the last call. */
  heard(): string[]
  entries(subjects: Subjects): Promise<StoredBody[]>
  /** The one person with this login. */
  person(login: string): Promise<Person>
  /** Does what the service does by itself every second, as if the poll of every directory were due. */
  poll(): Promise<void>
}

export const operator = { kind: 'operator', name: 'test' } as const

export async function directoryWorld(internalHosts: readonly string[] = ['*']): Promise<World> {
  const platform = await testPlatform()
  const audit = createAudit({ ...platform, checkpointFile: null })
  const directory = createDirectory({
    ...platform,
    passwordCost: quickHashes,
    audit,
    internalHosts,
    publicUrl: new URL('https://hallpass.example'),
  })
  let heard: string[] = []
  const listen = <P extends JobPayload>(kind: EventKind<P>) =>
    platform.events.inTransaction(kind, 'test', async (_tx, payload) => {
      heard.push(`${kind.type} ${'personId' in payload ? payload.personId : payload.groupId}`)
    })
  for (const kind of [personAdded, personChanged, personDisabled, personEnabled, personGone]) listen(kind)
  listen(passwordSetOutside)
  listen(groupChanged)
  return {
    ...platform,
    audit,
    directory,
    heard() {
      const told = heard
      heard = []
      return told
    },
    async entries(subjects) {
      const { items } = await audit.search(platform.db, { subjects }, { limit: 200 })
      return items.map((entry) => entry.body).reverse()
    },
    async person(login) {
      const [found, ...more] = await directory.findByLogin(platform.db, login)
      if (!found || more.length > 0) throw new Error(`not one person with the login ${login}`)
      return found
    },
    async poll() {
      platform.clock.advance(60_000)
      await platform.jobs.runSweep('directory.sync-due')
      await platform.jobs.runUntilIdle()
    },
    async close() {
      await directory.close()
      await platform.close()
    },
  }
}
