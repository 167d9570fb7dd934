/** The whole service on the test platform, with people of each kind who hold one thing of each kind, and browsers. */

import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { sql } from 'kysely'
import pg from 'pg'
import { type App, type AppOptions, createApp, createAppServer } from './app.ts'
import { readConfig } from './config.ts'
import { makeRecoveryCodes } from './credentials/make-recovery-codes.ts'
import { noWaiting } from './credentials/testing-credentials.ts'
import { askVoucher } from './desk/ask-voucher.ts'
import { vouchesFor } from './desk/store-proofs.ts'
import { assignCase, openForCaller } from './desk/work-on-case.ts'
import type { Foundation } from './foundation.ts'
import { createEgress } from './platform/egress/egress.ts'
import { createEvents } from './platform/events.ts'
import { servePortal } from './platform/http/portal-files.ts'
import { createLog } from './platform/log.ts'
import { Secret } from './platform/secret.ts'
import { type TestPlatform, testPlatform } from './platform/testing.ts'
import { quickHashes } from './platform/testing-hash-cost.ts'
import { askForAccess } from './requests/ask-for-access.ts'
import { sessionCookie } from './sso/cookies.ts'
import { startSession } from './sso/start-session.ts'

export const operator = { kind: 'operator', name: 'test' } as const
export const password = 'welcome to acme portal 1'

/** login → manager's login and product role */
const cast = {
  diana: { manager: null, role: null },
  ivan: { manager: 'diana', role: 'admin' },
  axel: { manager: 'diana', role: 'auditor' },
  dora: { manager: 'ivan', role: 'desk_agent' },
  marcus: { manager: 'diana', role: null },
  molly: { manager: 'marcus', role: null },
  leo: { manager: 'marcus', role: null },
} as const
export type Login = keyof typeof cast

/** Things that exist, by the path under which routes take their id. */
export type Things = Record<string, string>

export type Caller = { personId: string; sessionId: string; headers: Record<string, string> }

export type TestApp = {
  app: App
  platform: TestPlatform
  server: FastifyInstance<Server>
  id: Record<Login, string>
  /** Lines of the log so far. */
  log: string[]
  things: Things
  signIn(login: Login): Promise<Caller>
  /** The same for somebody of any directory. */
  signInAs(personId: string): Promise<Caller>
  /** Another node on the same database and files, as a second machine or as this one after a restart. */
  anotherNode(): Promise<{ app: App; server: FastifyInstance<Server> }>
  /** SQL as the owner of the tables, for what a test must see or put right behind the service's back. */
  owner: pg.Client
  /** The content of every table, as one number each; equal before and after when nothing was changed. */
  fingerprint(): Promise<Record<string, string>>
  /** Forgets what the rate limits have counted. */
  forgetCounts(): Promise<void>
  close(): Promise<void>
}

export async function openTestApp(
  environment: Record<string, string> = {},
  options: AppOptions = { delay: noWaiting },
): Promise<TestApp> {
  const platform = await testPlatform()
  const dataDir = mkdtempSync(join(tmpdir(), 'hallpass-app-'))
  const log: string[] = []
  const config = {
    ...readConfig({
      HALLPASS_DATA_DIR: dataDir,
      HALLPASS_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      HALLPASS_CALLS_PER_MINUTE: '10000000',
      ...environment,
    }),
    keys: platform.keys,
  }
  const egress = createEgress({ internalHosts: config.internalHosts })
  const foundation: Foundation = {
    ...platform,
    config,
    egress,
    log: createLog('info', { write: (line) => void log.push(line) }),
    transport: { deliver: async (mail) => void platform.mailbox.push(mail) },
    isJoined: false,
    close: async () => {},
  }
  const withQuickHashes = { passwordCost: quickHashes, ...options }
  const app = createApp(foundation, withQuickHashes)
  const server = await createAppServer(app, environment)
  await servePortal(server, null)
  await server.ready()
  const owner = new pg.Client({ connectionString: platform.place.ownerUrl })
  await owner.connect()
  const { id, things } = await furnish(app)
  await platform.jobs.runUntilIdle()
  const nodes: { app: App; server: FastifyInstance<Server> }[] = []
  const anotherNode = async () => {
    // Jobs are done by the first: what the others enqueue is one queue.
    const jobs = { ...platform.jobs, register() {}, schedule() {} }
    const other = createApp({ ...foundation, jobs, events: createEvents(jobs) }, withQuickHashes)
    const node = { app: other, server: (await createAppServer(other, environment)) as FastifyInstance<Server> }
    await node.server.ready()
    nodes.push(node)
    return node
  }
  // Not by the owner's one connection: callers that try a route at once forget at once.
  const forgetCounts = async () => void (await sql`delete from rate_counters`.execute(platform.db.withTables<object>()))

  return {
    app,
    platform,
    server,
    id,
    log,
    things,
    owner,
    forgetCounts,
    signIn: (login) => signInAs(app, id[login]),
    signInAs: (personId) => signInAs(app, personId),
    anotherNode,
    fingerprint: () => fingerprint(owner),
    async close() {
      for (const node of nodes) {
        await node.server.close()
        await node.app.directory.close()
      }
      await server.close()
      await owner.end()
      await app.directory.close()
      await egress.close()
      await platform.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A session of this person, without the second that proving the password takes. */
async function signInAs(app: App, personId: string): Promise<Caller> {
  const { db } = app.foundation
  const { epoch } = await app.credentials.validity(db, personId)
  const { sessionId, cookie } = await db.transaction((tx) =>
    startSession(app.sso.deps, tx, {
      personId,
      epoch,
      methods: ['password'],
      address: '127.0.0.1',
      userAgent: 'test',
      actor: { kind: 'person', personId },
    }),
  )
  const headers = {
    cookie: `${sessionCookie}=${cookie.reveal()}`,
    'x-csrf-token': app.sso.deps.csrf.forSession(sessionId),
  }
  return { personId, sessionId, headers }
}

/** Nobody yet, but a browser that has our page open. */
export async function openPage(server: FastifyInstance): Promise<Caller> {
  const answer: LightMyRequestResponse = await server.inject('/api/session')
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { personId: '', sessionId: '', headers: { cookie, 'x-csrf-token': answer.json().csrfToken } }
}

async function furnish(app: App): Promise<{ id: Record<Login, string>; things: Things }> {
  const { db, jobs } = app.foundation as Foundation & TestPlatform
  const directoryId = (await db.transaction((tx) => app.directory.builtInDirectory(tx, operator))).id
  const id = {} as Record<Login, string>
  for (const [login, { manager, role }] of Object.entries(cast) as [Login, (typeof cast)[Login]][]) {
    const draft = { directoryId, login, displayName: `${login} Acme`, mail: `${login}@acme.example` }
    const managerId = manager ? id[manager] : undefined
    id[login] = (await db.transaction((tx) => app.directory.createPerson(tx, operator, { ...draft, managerId }))).id
    if (role) await hold(app, id[login], await app.access.productRoleId(db, role))
  }
  const { connector, ref } = await app.directory.connectorOf(db, id.molly)
  await connector.passwords?.reset(ref, new Secret(password))

  const parking = await app.access.addApp(
    { name: 'Parking', addresses: { signOn: 'https://parking.example' } },
    operator,
  )
  await app.provisioning.putConnection({ appId: parking.id, kind: 'manual', taskOwnerId: id.ivan }, operator)
  const figma = await app.access.addApp({ name: 'Figma', addresses: { signOn: 'https://figma.example' } }, operator)
  const role = (name: string, appId: string) =>
    app.access.createRole(
      { name, askedBy: 'everyone', apps: [{ appId, entitlements: [] }], ownerIds: [id.ivan] },
      operator,
    )
  const drivers = await role('Drivers', parking.id)
  const designers = await role('Designers', figma.id)
  const secret = await app.access.createRole({ name: 'Directors', askedBy: 'nobody', apps: [] }, operator)
  const grantId = await hold(app, id.molly, drivers.id)
  await jobs.runUntilIdle()

  const asked = await askForAccess(app.requests.deps, {
    requesterId: id.molly,
    items: [{ roleId: designers.id, durationDays: 30 }],
    reason: 'for work',
    actor: { kind: 'person', personId: id.molly },
  })
  const run = await app.directory.syncNow(directoryId, operator)
  const session = await signInAs(app, id.molly)
  const groupId = app.foundation.ids.next()
  const one = async (statement: ReturnType<typeof sql<{ id: string }>>) =>
    (await statement.execute(db.withTables<object>())).rows[0]?.id ?? 'none'
  await sql`insert into groups (id, directory_id, ref, name, sort_name, is_gone, version, changed_at)
    values (${groupId}, ${directoryId}, 'finance', 'finance', 'finance', false, 1, ${app.foundation.clock.now()})`.execute(
    db.withTables<object>(),
  )
  const intentId = await db.transaction(async (tx) => {
    await jobs.enqueue(tx, { task: 'mail.deliver', payload: {}, runAt: new Date('2100-01-01') })
    return app.audit.intent(tx, { action: 'account.written', actor: operator, subjects: { personId: id.molly } })
  })
  const codes = await makeRecoveryCodes(app.credentials.deps, {
    personId: id.molly,
    actor: { kind: 'person', personId: id.molly },
  })
  const desk = await furnishDesk(app, id)
  const snow = await app.servicenow.create(
    { name: 'Acme', instanceUrl: 'https://acme.example', oauthClientId: 'hallpass', oauthClientSecret: 'as told' },
    operator,
  )
  const things: Things = {
    '/api/factors': codes.factor.id,
    '/api/jobs': (await jobs.inspect({ state: 'waiting' }))[0]?.id ?? 'none',
    '/api/trail/intents': intentId,
    '/api/sessions': session.sessionId,
    '/api/people': id.molly,
    '/launch': figma.id,
    '/api/directories': directoryId,
    '/api/policies/roles': designers.id,
    '/api/requests': asked.items[0]?.request?.id ?? 'none',
    '/api/desk/cases': desk.caseId,
    '/api/desk/vouches': desk.vouchId,
    '/api/servicenow/connections': snow.connection.id,
    '/api/apps': parking.id,
    '/api/roles': drivers.id,
    '/api/catalog': secret.id,
    '/api/grants': grantId,
    '/api/accounts': await one(sql`select id from accounts where person_id = ${id.molly}`),
    '/api/tasks': await one(sql`select id from provisioning_tasks where person_id = ${id.molly}`),
    '/api/groups': groupId,
    '/api/sync-runs': run.id,
    '/api/trail/entries': await one(sql`select id from audit_entries limit 1`),
  }
  return { id, things }
}

/** Molly called, Dora has her case in hand and asked Marcus to vouch. */
async function furnishDesk({ desk, foundation }: App, id: Record<Login, string>) {
  const agent = { agentId: id.dora, actor: { kind: 'person', personId: id.dora } } as const
  const { caseId } = await openForCaller(desk.deps, { ...agent, personId: id.molly, note: 'locked out' })
  await assignCase(desk.deps, { ...agent, caseId, assigneeId: id.dora, version: 1 })
  await askVoucher(desk.deps, { ...agent, caseId })
  const [vouch] = await vouchesFor(foundation.db, id.marcus, foundation.clock.now())
  return { caseId, vouchId: vouch?.id ?? 'none' }
}

async function hold(app: App, personId: string, roleId: string): Promise<string> {
  const evidence = { source: 'operator' as const, approvals: [] }
  const input = { personId, roleId, requestId: null, reason: 'from the start', durationDays: null, evidence }
  return app.foundation.db.transaction(async (tx) => {
    const { grantId } = await app.access.grantRole(tx, input, operator)
    await app.access.startGrant(tx, grantId)
    return grantId
  })
}

/** What calls may touch without anything having changed for anybody. */
const unwatched = ['rate_counters', 'sessions', 'audit_checkpoints']

async function fingerprint(owner: pg.Client): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of rows.filter((row) => !unwatched.includes(row.name))) {
    const { rows: sums } = await owner.query(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
    )
    found[name] = sums[0].sum
  }
  const { rows: sessions } = await owner.query(
    'select count(*) filter (where ended_at is not null) as ended from sessions',
  )
  return { ...found, sessions: String(sessions[0].ended) }
}
