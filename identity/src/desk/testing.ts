/** The desk on the test platform, behind the real HTTP server, with people of every kind; for this slice's own tests. */
import type { DeskCase, DeskProofKind, DeskQueue } from '@hallpass/contract/desk'
import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { type AccessModule, createAccess } from '../access/module.ts'
import { type AuditModule, createAudit } from '../audit/module.ts'
import { createDirectory, type Directory } from '../directory/module.ts'
import { createRateLimiter } from '../platform/http/rate-limit.ts'
import { createServer } from '../platform/http/server.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { dayMs } from './limits.ts'
import { createDesk, type Desk } from './module.ts'
import type { AssuranceMethods } from './testing-proofs.ts'
import { type StandIn, standInProofs } from './testing-proofs.ts'

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

export type Answer = { status: number; body: Record<string, unknown> & { code?: string }; text: string }
type Method = 'GET' | 'POST' | 'PUT'

export type DeskWorld = TestPlatform & {
  audit: AuditModule
  access: AccessModule
  directory: Directory
  desk: Desk
  server: FastifyInstance
  credentials: StandIn
  id: Record<Login, string>
  directoryId: string
  /** Numbers the directory knows. */
  phones: Map<string, { number: string; changedAt: Date | null; shared: boolean; proof: boolean }[]>
  protected: Set<string>
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
  const built = createDirectory({ ...platform, audit, internalHosts: [] })
  const phones: DeskWorld['phones'] = new Map()
  const protectedIds = new Set<string>()
  const directory = {
    ...built,
    phonesOf: async (_r: unknown, personId: string) => phones.get(personId) ?? [],
    isProtected: async (_r: unknown, personId: string) => protectedIds.has(personId),
  }
  const settings = { reminderDays: 7, disabledDaysMax: 30 }
  const access = createAccess({ ...platform, audit, directory, publicUrl, settings })
  const credentials = standInProofs(platform)
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
  phones.set(id.molly, [{ number: '+44 20 7946 0018', changedAt: null, shared: false, proof: true }])
  credentials.enrol(id.molly)
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
      const assurance = { methods: caller.methods, at: clock.now() }
      return { kind: 'person', personId, sessionId: ghost, roles, assurance }
    },
    checkCsrf: async () => {},
  })
  desk.routes(server)

  const raw = async (statement: RawBuilder<unknown>) => (await statement.execute(db.withTables<object>())).rows
  const answers: string[] = []
  const world: DeskWorld = {
    ...platform,
    ...{ audit, access, directory, desk, server, credentials, id, directoryId, phones, answers },
    protected: protectedIds,
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
          return world.work(agent, caseId, 'proofs/code/check', { code: credentials.lastCode() })
        case 'prompt': {
          const { prompt } = (await world.work(agent, caseId, 'proofs/prompt')) as unknown as { prompt: string }
          await world.call(null, 'POST', '/api/desk/prompts/open', { prompt })
          const code = credentials.totpOf()
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
    mails: (kind) => platform.mailbox.filter((mail) => mail.kind === kind),
    trail: async (caseId) => (await audit.entriesAbout(db, { caseId })).map((line) => line.action),
    sql: raw,
    settle: () => jobs.runUntilIdle(),
    async close() {
      await server.close()
      await built.close()
      await platform.close()
    },
  }
  return world
}
