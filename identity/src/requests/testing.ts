/** Requests on the test platform, with real people, roles and accounts, for this slice's own tests. */

import type { CreateRole } from '@hallpass/contract/roles'
import { type RawBuilder, sql } from 'kysely'
import { type AccessModule, createAccess, type Grant, type Role, roleChanged } from '../access/module.ts'
import { type Actor, createAudit, type Subjects } from '../audit/module.ts'
import { createDirectory, type Directory, groupChanged, personChanged, personGone } from '../directory/module.ts'
import { createEgress } from '../platform/egress/egress.ts'
import { assuredBy, type Principal } from '../platform/http/principal.ts'
import type { Mail } from '../platform/mail/mail.ts'
import { type TestPlatform, testPlatform } from '../platform/testing.ts'
import { quickHashes } from '../platform/testing-hash-cost.ts'
import { createProvisioning, type Provisioning } from '../provisioning/module.ts'
import { approveRequest } from './approve-request.ts'
import { askForAccess } from './ask-for-access.ts'
import { denyRequest } from './deny-request.ts'
import { createRequests, type Requests } from './module.ts'
import { findRequest } from './store.ts'
import type { PolicyRules, PolicyStage, Request } from './types.ts'

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs
export const system: Actor = { kind: 'system', name: 'test' }
export const ghost = '0199d3a0-0000-7000-8000-00000000dead'

/** login → manager's login */
const cast = {
  diana: null,
  marcus: 'diana',
  molly: 'marcus',
  fiona: 'diana',
  frank: 'fiona',
  ivan: 'diana',
  axel: 'diana',
  sio: 'marcus',
} as const
export type Login = keyof typeof cast

export type World = TestPlatform & {
  directory: Directory
  access: AccessModule
  requests: Requests
  provisioning: Provisioning
  id: Record<Login, string>
  finance: string
  principal(login: Login, ...roles: ('admin' | 'auditor' | 'desk_agent')[]): Principal
  actor(login: Login): Actor
  app(name: string): Promise<string>
  role(name: string, facts?: Partial<CreateRole>): Promise<Role>
  policy(roleId: string | null, ...stages: Partial<PolicyStage>[]): Promise<void>
  ask(login: Login, roleId: string, durationDays?: number | null): Promise<Request>
  approve(login: Login, requestId: string, stage: number, comment?: string): Promise<Request>
  deny(login: Login, requestId: string, stage: number, reason?: string): Promise<Request>
  request(requestId: string): Promise<Request>
  grantOf(login: Login, roleId: string): Promise<Grant | null>
  /** Gives back what a person holds, so that they may ask again. */
  endHeld(login: Login, roleId: string): Promise<void>
  /** Who is asked now, by login. */
  asked(requestId: string): Promise<string[]>
  setState(login: Login, state: 'active' | 'disabled' | 'gone'): Promise<void>
  setManager(login: Login, manager: Login | null): Promise<void>
  setMembers(groupId: string, ...logins: Login[]): Promise<void>
  retireRole(roleId: string): Promise<void>
  /** Disables or enables without anybody being told, as if the event had been lost. */
  setStateQuietly(login: Login, state: 'active' | 'disabled'): Promise<void>
  /** Many more people who wait for the same, like this request. */
  crowd(like: string, count: number): Promise<void>
  makeAdministrator(login: Login): Promise<void>
  mails(kind: string): Mail[]
  trail(subjects: Subjects): Promise<string[]>
  sql(statement: RawBuilder<unknown>): Promise<unknown[]>
  /** Moves the clock, then does what the service does by itself. */
  later(milliseconds: number): Promise<void>
  settle(): Promise<void>
}

export const managerStage: PolicyStage = {
  name: 'Manager',
  approvers: { kind: 'manager' },
  quorum: 1,
  remindAfterHours: 24,
  escalateAfterHours: 48,
  denyAfterHours: 96,
  fallback: null,
  escalateTo: { kind: 'administrators' },
}

export async function requestsWorld(): Promise<World> {
  const platform = await testPlatform()
  const { db, jobs } = platform
  const publicUrl = new URL('https://hallpass.acme.example')
  const audit = createAudit({ ...platform, checkpointFile: null })
  const directory = createDirectory({ ...platform, passwordCost: quickHashes, audit, internalHosts: [] })
  const settings = { reminderDays: 7, disabledDaysMax: 30 }
  const access = createAccess({ ...platform, audit, directory, publicUrl, settings })
  const egress = createEgress({ internalHosts: [] })
  const provisioning = createProvisioning({ ...platform, egress, audit, directory, access, publicUrl })
  const requests = createRequests({ ...platform, audit, directory, access, provisioning, publicUrl })
  const { deps } = requests
  const raw = async (statement: RawBuilder<unknown>) => (await statement.execute(db.withTables<object>())).rows

  const directoryId = (await db.transaction((tx) => directory.builtInDirectory(tx, system))).id
  const id = {} as Record<Login, string>
  for (const [login, manager] of Object.entries(cast) as [Login, Login | null][]) {
    const mail = `${login}@acme.example`
    const draft = { directoryId, login, displayName: login, mail, department: 'Acme', title: 'Person' }
    const managerId = manager ? id[manager] : undefined
    id[login] = (await db.transaction((tx) => directory.createPerson(tx, system, { ...draft, managerId }))).id
  }
  const finance = platform.ids.next()
  await raw(sql`insert into groups (id, directory_id, ref, name, sort_name, is_gone, version, changed_at)
    values (${finance}, ${directoryId}, 'finance', 'finance', 'finance', false, 1, ${platform.clock.now()})`)
  for (const login of ['fiona', 'frank'] as const)
    await raw(sql`insert into group_members (group_id, person_id) values (${finance}, ${id[login]})`)
  await jobs.runUntilIdle()
  platform.mailbox.length = 0

  const principal: World['principal'] = (login, ...roles) => ({
    kind: 'person',
    personId: id[login],
    sessionId: ghost,
    roles: new Set(roles),
    assurance: assuredBy(['password'], platform.clock.now()),
  })
  const actor = (login: Login): Actor => ({ kind: 'person', personId: id[login] })
  const request = async (requestId: string) => {
    const found = await findRequest(db, requestId)
    if (!found) throw new Error(`no request ${requestId}`)
    return found
  }
  const change = (login: Login, statement: RawBuilder<unknown>, kind: typeof personChanged) =>
    db.transaction(async (tx) => {
      await statement.execute(tx.withTables<object>())
      await platform.events.emit(tx, kind, { personId: id[login], version: 2 })
    })

  return {
    ...platform,
    directory,
    access,
    requests,
    provisioning,
    id,
    finance,
    principal,
    actor,
    request,
    sql: raw,
    app: async (name) => (await access.addApp({ name }, system)).id,
    role: (name, facts = {}) => access.createRole({ name, askedBy: 'everyone', ...facts }, system),
    async policy(roleId, ...stages) {
      const rules: PolicyRules = {
        stages: stages.map((stage) => ({ ...managerStage, ...stage })),
        samePersonMayDecideSeveralStages: false,
      }
      await db.transaction((tx) => requests.setPolicy(tx, { kind: 'operator', name: 'test' }, roleId, rules))
      await jobs.runUntilIdle()
      platform.mailbox.length = 0
    },
    async ask(login, roleId, durationDays = null) {
      const items = [{ roleId, durationDays }]
      const made = await askForAccess(deps, { requesterId: id[login], items, reason: 'for work', actor: actor(login) })
      const [item] = made.items
      if (!item?.request) throw new Error('nothing was asked for')
      return item.request
    },
    approve: (login, requestId, stage, comment) =>
      approveRequest(deps, { requestId, approver: principal(login), stage, comment, actor: actor(login) }),
    deny: (login, requestId, stage, reason = 'not needed') =>
      denyRequest(deps, { requestId, approver: principal(login), stage, reason, actor: actor(login) }),
    grantOf: (login, roleId) => access.heldGrant(db, id[login], roleId),
    async endHeld(login, roleId) {
      const held = await access.heldGrant(db, id[login], roleId)
      await db.transaction((tx) => access.endGrant(tx, held?.id ?? '', 'given_back', system))
    },
    async asked(requestId) {
      const open = (await request(requestId)).approvals.filter((a) => a.state === 'open').map((a) => a.approverId)
      return (Object.keys(id) as Login[]).filter((login) => open.includes(id[login])).sort()
    },
    async setState(login, state) {
      if (state === 'gone')
        return change(login, sql`update people set state = 'gone' where id = ${id[login]}`, personGone)
      const { connector, ref } = await directory.connectorOf(db, id[login])
      await (state === 'active' ? connector.accounts?.enable(ref) : connector.accounts?.disable(ref))
      await directory.refresh(id[login])
    },
    setManager: (login, manager) =>
      change(
        login,
        sql`update people set manager_id = ${manager ? id[manager] : null} where id = ${id[login]}`,
        personChanged,
      ),
    async setMembers(groupId, ...logins) {
      await db.transaction(async (tx) => {
        await sql`delete from group_members where group_id = ${groupId}`.execute(tx.withTables<object>())
        for (const login of logins)
          await sql`insert into group_members (group_id, person_id) values (${groupId}, ${id[login]})`.execute(
            tx.withTables<object>(),
          )
        await platform.events.emit(tx, groupChanged, { groupId, version: 2 })
      })
    },
    retireRole: (roleId) =>
      db.transaction(async (tx) => {
        const at = platform.clock.now()
        await sql`update roles set state = 'retired', retired_at = ${at} where id = ${roleId}`.execute(
          tx.withTables<object>(),
        )
        await platform.events.emit(tx, roleChanged, { roleId, appIds: [] })
      }),
    async setStateQuietly(login, state) {
      await raw(sql`update people set state = ${state} where id = ${id[login]}`)
    },
    async crowd(like, count) {
      const rows = Array.from({ length: count }, (_, at) => ({
        p: platform.ids.next(),
        r: platform.ids.next(),
        name: `crowd-${at}`,
      }))
      await raw(sql`with n as (select * from jsonb_to_recordset(${JSON.stringify(rows)}) as n(p uuid, r uuid, name text)),
        made as (insert into people select (jsonb_populate_record(people, jsonb_build_object(
          'id', p, 'ref', n.name, 'login', n.name, 'login_key', n.name, 'sort_name', n.name))).*
          from n, people where people.id = ${id.molly} returning id),
        asked as (insert into requests select (jsonb_populate_record(requests, jsonb_build_object(
          'id', r, 'requester_id', p, 'beneficiary_id', p))).* from n, requests where requests.id = ${like} returning id)
        insert into approvals select (jsonb_populate_record(approvals, jsonb_build_object('request_id', r))).*
          from n, approvals where approvals.request_id = ${like}`)
    },
    async makeAdministrator(login) {
      await db.transaction(async (tx) => {
        const roleId = await access.productRoleId(tx, 'admin')
        const evidence = { source: 'operator' as const, approvals: [] }
        const given = { personId: id[login], roleId, requestId: null, reason: 'first', durationDays: null, evidence }
        const { grantId } = await access.grantRole(tx, given, system)
        await access.startGrant(tx, grantId)
      })
      await jobs.runUntilIdle()
      platform.mailbox.length = 0
    },
    mails: (kind) => platform.mailbox.filter((mail) => mail.kind === kind),
    trail: async (subjects) => (await audit.entriesAbout(db, subjects)).map((line) => line.action),
    async later(milliseconds) {
      platform.clock.advance(milliseconds)
      await jobs.runSweep('requests.escalate')
      await jobs.runUntilIdle()
    },
    settle: () => jobs.runUntilIdle(),
    async close() {
      await directory.close()
      await platform.close()
    },
  }
}
