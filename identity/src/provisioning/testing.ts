/** Provisioning on the test platform, with real people, roles and a SCIM server that misbehaves on demand. */

import type { ProductRole } from '@hallpass/contract/common'
import type { PutConnection } from '@hallpass/contract/provisioning'
import { type MisbehavingScim, startMisbehavingScim } from '@hallpass/counterparts/misbehaving-scim'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type AccessModule, accessRoutes, createAccess, openCatalog } from '../access/module.ts'
import { type Actor, type AuditModule, createAudit, type Subjects } from '../audit/module.ts'
import { createDirectory, type Directory, personChanged, personGone } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import { createEgress, type Egress } from '../platform/egress/egress.ts'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import { accountSettled, accountStuck } from './events.ts'
import { createProvisioning, type Provisioning } from './module.ts'
import type { ReconcileDeps } from './run.ts'
import { findAccount } from './store-accounts.ts'
import { findOpenTask } from './store-tasks.ts'
import type { AccountRow, TaskRow } from './types.ts'

export const system: Actor = { kind: 'system', name: 'test' }
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

type StoredBody = Awaited<ReturnType<AuditModule['search']>>['items'][number]['body']

export type World = TestPlatform & {
  audit: AuditModule
  directory: Directory
  access: AccessModule
  provisioning: Provisioning
  deps: ReconcileDeps
  server: MisbehavingScim
  /** Throws at the n-th seam (before or after a transaction or a call to the app) and from then on, as a killed process. */
  seams: Seams
  person(login: string, facts?: { mail?: string | null; displayName?: string }): Promise<string>
  app(name: string, connection?: Partial<PutConnection>): Promise<string>
  role(name: string, apps: { appId: string; entitlements?: string[] }[], ownerIds?: string[]): Promise<string>
  /** Grants only; nothing outside has happened yet. */
  grant(personId: string, roleId: string): Promise<string>
  end(grantId: string): Promise<void>
  setState(personId: string, state: 'active' | 'disabled' | 'gone'): Promise<void>
  /** Names or mail as a sync of the directory would change them. */
  change(personId: string, facts: { displayName?: string; mail?: string }): Promise<void>
  account(appId: string, personId: string): Promise<AccountRow>
  task(appId: string, personId: string | null): Promise<TaskRow | null>
  /** Runs every due job. */
  settle(): Promise<void>
  /** Moves the clock, then does what the service does by itself. */
  later(milliseconds: number): Promise<void>
  /** Who settled or got stuck since the last call: `settled <person> <grants>` and `stuck <person>`. */
  heard(): string[]
  entries(subjects: Subjects): Promise<StoredBody[]>
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
export type Answer = { status: number; body: { code?: string; [key: string]: unknown }; text: string }

/** The routes of provisioning, and of access for what only its screens do. */
export type Door = {
  /** As nobody when `as` is null. */
  call(
    as: { personId: string; roles: ProductRole[]; provenAt?: Date } | null,
    method: Method,
    url: string,
    body?: object,
  ): Promise<Answer>
  close(): Promise<void>
}

export async function openDoor(world: World): Promise<Door> {
  let caller: Principal | undefined
  const server: FastifyInstance = await createServer({
    clock: world.clock,
    ids: world.ids,
    log: world.log,
    limiter: createRateLimiter({ db: world.db, clock: world.clock, perMinutePerAddress: 100_000 }),
    publicUrl: new URL('http://localhost:8080'),
    trustedProxies: [],
    readPrincipal: async () => caller,
    checkCsrf: async () => {},
  })
  world.provisioning.routes(server)
  accessRoutes(server, { ...world.access.deps, ...openCatalog() })
  return {
    async call(as, method, url, body) {
      caller = as
        ? {
            kind: 'person',
            personId: as.personId,
            sessionId: world.ids.next(),
            roles: new Set(as.roles),
            assurance: assuredBy(['password'], as.provenAt ?? world.clock.now()),
          }
        : undefined
      const answer = await server.inject({ method, url, ...(body ? { payload: body } : {}) })
      return { status: answer.statusCode, body: answer.json(), text: answer.body }
    },
    close: () => server.close(),
  }
}

export type Seams = { count: number; crashAt: number | null; revive(): void }

export async function provisioningWorld(): Promise<World> {
  const platform = await testPlatform()
  const { jobs, clock } = platform
  const server = await startMisbehavingScim()
  const seams = createSeams()
  const audit = createAudit({ ...platform, checkpointFile: null })
  const directory = createDirectory({ ...platform, passwordCost: quickHashes, audit, internalHosts: ['*'] })
  const publicUrl = new URL('https://hallpass.acme.example')
  const settings = { reminderDays: 7, disabledDaysMax: 30 }
  const access = createAccess({ ...platform, audit, directory, publicUrl, settings })
  const egress = seams.aroundEgress(createEgress({ internalHosts: ['*'] }))
  const db = seams.aroundDatabase(platform.db)
  const provisioning = createProvisioning({ ...platform, db, egress, audit, directory, access, publicUrl })
  const heard: string[] = []
  platform.events.afterCommit(accountSettled, 'test', async ({ personId, grantIds }) => {
    heard.push(`settled ${personId} ${grantIds.join(' ')}`.trim())
  })
  platform.events.afterCommit(accountStuck, 'test', async ({ personId }) => void heard.push(`stuck ${personId}`))
  const { id: directoryId } = await platform.db.transaction((tx) => directory.builtInDirectory(tx, system))
  const settle = () => jobs.runUntilIdle()
  const query = (statement: ReturnType<typeof sql>) => statement.execute(platform.db.withTables<object>())
  await settle()

  return {
    ...platform,
    audit,
    directory,
    access,
    provisioning,
    deps: provisioning.deps,
    server,
    seams,
    settle,
    async later(milliseconds) {
      clock.advance(milliseconds)
      await jobs.runSweep('provisioning.sweep-unsettled')
      await settle()
    },
    async person(login, { mail = `${login}@acme.example`, displayName = login } = {}) {
      const draft = { directoryId, login, displayName, mail: mail ?? `${login}@acme.example` }
      const { id } = await platform.db.transaction((tx) => directory.createPerson(tx, system, draft))
      if (mail === null) await query(sql`update people set mail = null where id = ${id}`)
      return id
    },
    async app(name, connection = {}) {
      const { id } = await access.addApp({ name }, system)
      const usual = { kind: 'scim', baseUrl: server.baseUrl, token: server.token, ratePerSecond: 1000 } as const
      await provisioning.putConnection({ appId: id, ...usual, ...connection }, system)
      await settle()
      return id
    },
    async role(name, apps, ownerIds = []) {
      const carried = apps.map(({ appId, entitlements = [] }) => ({ appId, entitlements }))
      return (await access.createRole({ name, askedBy: 'everyone', apps: carried, ownerIds }, system)).id
    },
    grant: (personId, roleId) =>
      platform.db.transaction(async (tx) => {
        const evidence = { source: 'sample' as const, approvals: [] }
        const input = { personId, roleId, requestId: null, reason: 'for work', durationDays: null, evidence }
        return (await access.grantRole(tx, input, system)).grantId
      }),
    end: (grantId) =>
      platform.db.transaction(async (tx) => void (await access.endGrant(tx, grantId, 'revoked', system))),
    async setState(personId, state) {
      if (state === 'gone') {
        return platform.db.transaction(async (tx) => {
          await sql`update people set state = 'gone' where id = ${personId}`.execute(tx.withTables<object>())
          await platform.events.emit(tx, personGone, { personId, version: 9 })
        })
      }
      const { connector, ref } = await directory.connectorOf(platform.db, personId)
      await (state === 'active' ? connector.accounts?.enable(ref) : connector.accounts?.disable(ref))
      await directory.refresh(personId)
    },
    change: (personId, { displayName = null, mail = null }: { displayName?: string | null; mail?: string | null }) =>
      platform.db.transaction(async (tx) => {
        await sql`update people set display_name = coalesce(${displayName}, display_name), mail = coalesce(${mail}, mail)
          where id = ${personId}`.execute(tx.withTables<object>())
        await platform.events.emit(tx, personChanged, { personId, version: 9 })
      }),
    async account(appId, personId) {
      const account = await findAccount(platform.db, appId, personId)
      if (account === null) throw new Error('There is no account.')
      return account
    },
    task: (appId, personId) => findOpenTask(platform.db, appId, personId),
    heard: () => heard.splice(0),
    async entries(subjects) {
      const { items } = await audit.search(platform.db, { subjects }, { limit: 200 })
      return items.map((entry) => entry.body).reverse()
    },
    async close() {
      await server.stop()
      await directory.close()
      await platform.close()
    },
  }
}

class Killed extends Error {
  constructor() {
    super('killed')
    this.name = 'Killed'
  }
}

function createSeams() {
  const seams: Seams = {
    count: 0,
    crashAt: null,
    revive() {
      seams.count = 0
      seams.crashAt = null
    },
  }
  const pass = () => {
    seams.count += 1
    if (seams.crashAt !== null && seams.count >= seams.crashAt) throw new Killed()
  }
  const isDead = () => seams.crashAt !== null && seams.count >= seams.crashAt
  return Object.assign(seams, {
    aroundEgress: (egress: Egress): Pick<Egress, 'fetch'> => ({
      async fetch(url, options) {
        pass()
        const answer = await egress.fetch(url, options)
        pass()
        return answer
      },
    }),
    aroundDatabase: (db: Database): Database => ({
      ...db,
      withTables: <T>() => {
        if (isDead()) throw new Killed()
        return db.withTables<T>()
      },
      async transaction(work) {
        pass()
        const result = await db.transaction(async (tx) => {
          const done = await work(tx)
          // Everything was said, and the process dies before it is committed.
          pass()
          return done
        })
        pass()
        return result
      },
    }),
  })
}
