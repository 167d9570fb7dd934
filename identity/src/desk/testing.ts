/** The desk on the test platform, behind the real HTTP server, with people of every kind; for this slice's own tests. */

import type { DeskCase, DeskProofKind, DeskQueue } from '@hallpass/contract/desk'
import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { TOTP } from 'otpauth'
import { type AccessModule, createAccess } from '../access/module.ts'
import { type AuditModule, createAudit } from '../audit/module.ts'
import { createCredentials, credentialsRoutes, recoveryFinished } from '../credentials/module.ts'
import { createDirectory, type Directory } from '../directory/module.ts'
import { createEgress } from '../platform/egress/egress.ts'
import { type Assurance, assuredBy } from '../platform/http/principal.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import { dayMs } from './limits.ts'
import { createDesk, type Desk } from './module.ts'

export const ghost = '0199d3a0-0000-7000-8000-00000000dead'
const system = { kind: 'system', name: 'test' } as const

/** login → manager and product role. Dora, Emil and Gina are agents; Dora manages Leo. */
const cast = {
  diana: { manager: null, role: null },
  ivan: { manager: 'diana', role: 'admin' },
  axel: { manager: 'diana', role: 'auditor' },
  dora: { manager: 'ivan', role: 'desk_agent' },
  emil: { manager: 'ivan', role: 'desk_agent' },
  gina: { manager: 'ivan', role: 'desk_agent' },
  marcus: { manager: 'diana', role: null },
  molly: { manager: 'marcus', role: null },
  leo: { manager: 'dora', role: null },
} as const
export type Login = keyof typeof cast

type AssuranceMethods = Assurance['methods']
export type Answer = { status: number; body: Record<string, unknown> & { code?: string }; text: string }
type Method = 'GET' | 'POST' | 'PUT'

export type RecoveredFacts = {
  login: Login
  kind: 'reset' | 'unlock'
  door: 'self_service' | 'desk'
  startedAt: Date
  finishedAt: Date
  caseId?: string
}

export type DeskWorld = TestPlatform & {
  audit: AuditModule
  access: AccessModule
  directory: Directory
  desk: Desk
  server: FastifyInstance
  id: Record<Login, string>
  directoryId: string
  /** The one number the directory has of a person. */
  setPhone(login: Login, number: string, changedAt?: Date | null): Promise<void>
  setProtected(login: Login, isProtected: boolean): Promise<void>
  /** The last code that was mailed. */
  lastCode(): string
  /** What Molly's authenticator app shows; half a minute passes, since each code counts once. */
  totp(): string
  /** Every link and pass that was mailed so far. */
  secrets(): string[]
  /** Everything the API answered so far, for what no answer may contain. */
  answers: string[]
  call(as: Login | null, method: Method, url: string, body?: object, methods?: AssuranceMethods): Promise<Answer>
  /** The same, and the case it answers with; fails on anything but 200 and 201. */
  work(as: Login, caseId: string, action: string, body?: object): Promise<DeskCase>
  show(as: Login, caseId: string): Promise<DeskCase>
  queue(as: Login, query?: string): Promise<DeskQueue>
  /** A case for somebody who calls, in the hand of this agent. */
  callFrom(login: Login, agent?: Login): Promise<string>
  /** Gives one proof from beginning to end. */
  prove(agent: Login, caseId: string, kind: DeskProofKind): Promise<DeskCase>
  /** Somebody got in, as credentials tells of it. */
  recovered(facts: RecoveredFacts): Promise<void>
  /** The last of it is told once more. */
  recoveredAgain(): Promise<void>
  mails(kind: string): Mail[]
  trail(caseId: string): Promise<string[]>
  sql(statement: RawBuilder<unknown>): Promise<unknown[]>
  settle(): Promise<void>
}

export async function deskWorld(): Promise<DeskWorld> {
  const platform = await testPlatform()
  const { db, clock, jobs } = platform
  const publicUrl = new URL('https://hallpass.acme.example')
  const audit = createAudit({ ...platform, checkpointFile: null })
  const directory = createDirectory({ ...platform, passwordCost: quickHashes, audit, internalHosts: [] })
  const settings = { reminderDays: 7, disabledDaysMax: 30 }
  const access = createAccess({ ...platform, audit, directory, publicUrl, settings })
  const egress = createEgress({ internalHosts: [] })
  const credentials = createCredentials({
    ...platform,
    ...{ audit, directory, egress, publicUrl, companyName: 'Acme' },
    rolesOf: (r, personId) => access.productRoles(r, personId),
    // A right answer comes at once; only a refusal would wait so long.
    deadlines: { signInMs: 10_000, proofMs: 10_000 },
  })
  const desk = createDesk({ ...platform, audit, directory, credentials, access, publicUrl, companyName: 'Acme' })

  const directoryId = (await db.transaction((tx) => directory.builtInDirectory(tx, system))).id
  const id = {} as Record<Login, string>
  for (const [login, { manager, role }] of Object.entries(cast) as [Login, (typeof cast)[Login]][]) {
    const draft = { directoryId, login, displayName: `${login} Acme`, mail: `${login}@home.example` }
    const managerId = manager ? id[manager] : undefined
    id[login] = (await db.transaction((tx) => directory.createPerson(tx, system, { ...draft, managerId }))).id
    if (!role) continue
    const roleId = await access.productRoleId(db, role)
    await db.transaction(async (tx) => {
      const evidence = { source: 'sample' as const, approvals: [] }
      const given = { personId: id[login], roleId, requestId: null, reason: 'test', durationDays: null, evidence }
      const { grantId } = await access.grantRole(tx, given, system)
      await access.startGrant(tx, grantId)
    })
  }
  clock.advance(30 * dayMs)
  await jobs.runUntilIdle()
  platform.mailbox.length = 0

  let caller: { login: Login; methods: AssuranceMethods } | null = null
  const server = await createServer({
    ...platform,
    limiter: createRateLimiter({ db, clock, perMinutePerAddress: 100_000 }),
    publicUrl,
    trustedProxies: [],
    async readPrincipal() {
      if (!caller) return undefined
      const personId = id[caller.login]
      const roles = await access.productRoles(db, personId)
      const assurance = assuredBy(caller.methods, clock.now())
      return { kind: 'person', personId, sessionId: ghost, roles, assurance }
    },
    checkCsrf: async () => {},
  })
  credentialsRoutes(server, credentials.deps)
  desk.routes(server)

  const raw = async (statement: RawBuilder<unknown>) => (await statement.execute(db.withTables<object>())).rows
  const answers: string[] = []
  let lastRecovery = ''
  const world: DeskWorld = {
    ...platform,
    ...{ audit, access, directory, desk, server, id, directoryId, answers },
    async setPhone(login, number, changedAt = null) {
      const digits = number.replace(/\D/g, '')
      await raw(sql`delete from person_phones where person_id = ${id[login]}`)
      await raw(sql`insert into person_phones values (${id[login]}, ${digits}, ${number}, ${changedAt})`)
    },
    async setProtected(login, isProtected) {
      await raw(sql`update people set protected = ${isProtected} where id = ${id[login]}`)
    },
    lastCode: () => /\b\d{6}\b/.exec(world.mails('proof_code').at(-1)?.text ?? '')?.[0] ?? '',
    totp() {
      clock.advance(30_000)
      return app.generate({ timestamp: clock.now().getTime() })
    },
    secrets: () =>
      [...world.mails('reset_link'), ...world.mails('desk_pass')].flatMap(
        ({ text }) => /#(\S{20,})/.exec(text)?.[1] ?? /pass: (\S+)/.exec(text)?.[1] ?? [],
      ),
    async call(as, method, url, body, methods = ['password']) {
      // Limits have tests of their own.
      await raw(sql`delete from rate_counters`)
      caller = as && { login: as, methods }
      const answer = await server.inject({ method, url, ...(body ? { payload: body } : {}) })
      answers.push(answer.body)
      const isJson = String(answer.headers['content-type']).includes('json')
      return { status: answer.statusCode, body: isJson ? answer.json() : {}, text: answer.body }
    },
    async work(as, caseId, action, body = {}) {
      const answer = await world.call(as, 'POST', `/api/desk/cases/${caseId}/${action}`, body)
      if (answer.status > 201) throw new Error(`${action}: ${answer.text}`)
      return answer.body as unknown as DeskCase
    },
    async show(as, caseId) {
      const answer = await world.call(as, 'GET', `/api/desk/cases/${caseId}`)
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body as unknown as DeskCase
    },
    async queue(as, query = '') {
      const answer = await world.call(as, 'GET', `/api/desk/cases${query}`)
      if (answer.status !== 200) throw new Error(answer.text)
      return answer.body as unknown as DeskQueue
    },
    async callFrom(login, agent = 'dora') {
      const opened = await world.call(agent, 'POST', '/api/desk/cases', { personId: id[login], note: 'locked out' })
      const found = (opened.body as unknown as { case: DeskCase }).case.case
      await world.work(agent, found.id, 'assign', { assigneeId: id[agent], version: found.version })
      return found.id
    },
    async prove(agent, caseId, kind) {
      const { ladder, channels } = await world.show(agent, caseId)
      const refOf = (from: { ref: string }[] | undefined) => ({ ref: from?.[0]?.ref ?? 'none' })
      switch (kind) {
        case 'callback':
          await world.work(agent, caseId, 'proofs/callback', refOf(ladder.steps[0]?.channels))
          return world.work(agent, caseId, 'proofs', { kind, passed: true, note: '' })
        case 'photo_id':
        case 'personal_data':
          return world.work(agent, caseId, 'proofs', { kind, passed: true, note: '' })
        case 'address_code':
          await world.work(agent, caseId, 'proofs/code', refOf(channels))
          await world.settle()
          return world.work(agent, caseId, 'proofs/code/check', { code: world.lastCode() })
        case 'prompt': {
          const { prompt } = (await world.work(agent, caseId, 'proofs/prompt')) as unknown as { prompt: string }
          await world.call(null, 'POST', '/api/desk/prompts/open', { prompt })
          const code = world.totp()
          await world.call(null, 'POST', '/api/desk/prompts/answer', { prompt, kind: 'totp', code })
          return world.show(agent, caseId)
        }
        case 'voucher': {
          await world.work(agent, caseId, 'proofs/voucher')
          const open = await world.call('marcus', 'GET', '/api/desk/vouches')
          const [vouch] = (open.body as unknown as { items: { id: string }[] }).items
          await world.call('marcus', 'POST', `/api/desk/vouches/${vouch?.id}/answer`, { vouch: true, note: '' }, [
            'otp',
          ])
          return world.show(agent, caseId)
        }
      }
    },
    async recovered({ login, caseId = null, ...facts }) {
      lastRecovery = platform.ids.next()
      const { kind, door, startedAt, finishedAt } = facts
      await raw(sql`insert into recoveries (id, person_id, kind, door, case_id, started_at, finished_at)
        values (${lastRecovery}, ${id[login]}, ${kind}, ${door}, ${caseId}, ${startedAt}, ${finishedAt})`)
      await world.recoveredAgain()
    },
    async recoveredAgain() {
      await db.transaction((tx) => platform.events.emit(tx, recoveryFinished, { recoveryId: lastRecovery }))
      await jobs.runUntilIdle()
    },
    mails: (kind) => platform.mailbox.filter((mail) => mail.kind === kind),
    trail: async (caseId) => (await audit.entriesAbout(db, { caseId })).map((line) => line.action),
    sql: raw,
    settle: () => jobs.runUntilIdle(),
    async close() {
      await server.close()
      await directory.close()
      await egress.close()
      await platform.close()
    },
  }
  await world.setPhone('molly', '+44 20 7946 0018')
  const begun = await world.call('molly', 'POST', '/api/factors/totp', {})
  const app = new TOTP({ secret: String(begun.body.secret), digits: 6, period: 30 })
  const enrolment = { enrolmentId: begun.body.enrolmentId, name: 'Phone', code: world.totp() }
  const added = await world.call('molly', 'POST', '/api/factors', enrolment)
  if (added.status > 201) throw new Error(added.text)
  await jobs.runUntilIdle()
  platform.mailbox.length = 0
  answers.length = 0
  return world
}
