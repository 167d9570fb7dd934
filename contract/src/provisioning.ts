/** The words on the wire of provisioning: how an app is connected, the accounts made in it, and the tasks people do by hand. */
import { type Static, type TLiteral, type TSchema, type TUnion, Type } from 'typebox'
import { AppSummary, Id, IdParams, Line, Lines, Page, PageQuery, PersonSummary, Timestamp } from './common.ts'
import { route } from './route.ts'

const strict = { additionalProperties: false } as const
const Nullable = <T extends TSchema>(item: T) => Type.Union([item, Type.Null()])
type Words<T extends readonly string[]> = TUnion<{ -readonly [K in keyof T]: TLiteral<T[K] & string> }>
const words = <const T extends readonly string[]>(...all: T): Words<T> =>
  Type.Union(all.map((word) => Type.Literal(word))) as unknown as Words<T>

/** `none`: nothing is made in the app. `manual`: a task for a person. `scim`: the app speaks SCIM 2.0. `servicenow`: an instance, by its Table API. */
export const ConnectionKind = words('none', 'manual', 'scim', 'servicenow')
export type ConnectionKind = Static<typeof ConnectionKind>

/** Whether a comparison repairs what it finds or only reports it. */
export const Drift = words('repair', 'report')

/** What becomes of a department, company, office or cost centre that the app has no record of: it is left out, or made there. */
export const MissingRecords = words('leave', 'make')

/** What the user name of an account is made of. */
export const UserNameSource = words('mail', 'login')
/** Where the entitlements of a role go: membership of a group of that name, or values of the SCIM attribute `entitlements`. */
export const EntitlementsAs = words('groups', 'entitlements')

export const CheckFinding = Type.Object({
  level: words('ok', 'warning', 'fault'),
  subject: words('address', 'token', 'users', 'find', 'patch', 'groups', 'list'),
  message: Type.String({ description: 'What was found and, unless ok, what to do' }),
})
export const CheckResult = Type.Object({ at: Timestamp, ok: Type.Boolean(), findings: Type.Array(CheckFinding) })
export type CheckResult = Static<typeof CheckResult>

export const Comparison = Type.Object({
  id: Id,
  state: words('running', 'done', 'held', 'failed'),
  startedAt: Timestamp,
  finishedAt: Nullable(Timestamp),
  listed: Type.Integer({ description: 'Accounts read from the app so far' }),
  missing: Type.Integer({ description: 'Should be there and are not' }),
  changed: Type.Integer({ description: 'There, and different from what roles say' }),
  extra: Type.Integer({ description: 'Should have ended and are active' }),
  unknown: Type.Integer({ description: 'Accounts that are no concern of any role; never touched' }),
  message: Nullable(Type.String()),
})
export type Comparison = Static<typeof Comparison>

/** How the app has been answering; `staleSince` is set while work waits longer than it should. */
export const AppHealth = Type.Object({
  state: words('idle', 'answering', 'slow_down', 'failing'),
  lastAnswerAt: Nullable(Timestamp),
  lastFailureAt: Nullable(Timestamp),
  lastFailure: Nullable(Type.String()),
  nextTryAt: Nullable(Timestamp),
  waiting: Type.Integer({ description: 'Accounts that do not match yet' }),
  staleSince: Nullable(Timestamp),
})

export const Connection = Type.Object({
  app: AppSummary,
  kind: ConnectionKind,
  baseUrl: Nullable(Type.String()),
  hasToken: Type.Boolean(),
  userName: UserNameSource,
  entitlementsAs: Type.Array(EntitlementsAs),
  ratePerSecond: Type.Number(),
  parallel: Type.Integer(),
  drift: Drift,
  removalsPercentMax: Type.Integer(),
  missingRecords: MissingRecords,
  taskOwner: Nullable(PersonSummary),
  awaitsComparison: Type.Boolean({
    description: 'After a restore: nothing is written to the app until a comparison was seen and confirmed',
  }),
  check: Nullable(CheckResult),
  comparison: Nullable(Comparison),
  health: AppHealth,
  counts: Type.Object({
    pending: Type.Integer(),
    active: Type.Integer(),
    inactive: Type.Integer(),
    failing: Type.Integer(),
    needsTask: Type.Integer(),
  }),
  version: Type.Integer(),
})
export type Connection = Static<typeof Connection>

/**
 * What is left out keeps its value, or takes the usual one. The token is write-only, and a new address needs it again:
 * a moved address must never receive a kept secret.
 */
export const PutConnection = Type.Object(
  {
    kind: ConnectionKind,
    baseUrl: Type.Optional(
      Type.String({
        minLength: 8,
        maxLength: 2000,
        pattern: '^https?://[^\\s]+$',
        description: 'Base address of the SCIM 2.0 service, without /Users, or of the instance of ServiceNow',
      }),
    ),
    token: Type.Optional(Line(8000)),
    userName: Type.Optional(UserNameSource),
    entitlementsAs: Type.Optional(Type.Array(EntitlementsAs, { maxItems: 2, uniqueItems: true })),
    ratePerSecond: Type.Optional(
      Type.Number({ minimum: 0.05, maximum: 1000, description: 'Calls a second, over all nodes' }),
    ),
    parallel: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 32, description: 'Accounts worked on at once, over all nodes' }),
    ),
    drift: Type.Optional(Drift),
    removalsPercentMax: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 100,
        description: 'A comparison that would end more than this share of the accounts is held back until confirmed',
      }),
    ),
    missingRecords: Type.Optional(MissingRecords),
    taskOwnerId: Type.Optional(Nullable(Id)),
  },
  strict,
)
export type PutConnection = Static<typeof PutConnection>

export const AccountState = words('none', 'pending', 'active', 'inactive', 'failing', 'needs_task')
export type AccountState = Static<typeof AccountState>

/** What an account should point at and does not: the app has no record of exactly this name, or several, or lets Hallpass make none. */
export const Unlinked = Type.Object({
  kind: words('manager', 'department', 'company', 'location', 'costCenter'),
  name: Nullable(
    Type.String({ description: 'As the directory names it; null for a manager, who has no account there yet' }),
  ),
  why: words('not_found', 'refused'),
})
export type Unlinked = Static<typeof Unlinked>

export const Account = Type.Object({
  id: Id,
  app: AppSummary,
  person: PersonSummary,
  state: AccountState,
  settled: Type.Boolean({ description: 'The account is as roles want it' }),
  userName: Nullable(Type.String()),
  remoteId: Nullable(Type.String()),
  entitlements: Type.Array(Type.String()),
  attempts: Type.Integer(),
  lastError: Nullable(Type.String()),
  nextTryAt: Nullable(Timestamp),
  settledAt: Nullable(Timestamp),
  taskId: Nullable(Id),
  unlinked: Type.Array(Unlinked),
})
export type Account = Static<typeof Account>

export const TaskKind = words(
  'make_account',
  'change_account',
  'end_account',
  'resolve_account',
  'fix_account',
  'fix_connection',
)
export type TaskKind = Static<typeof TaskKind>

export const TaskCandidate = Type.Object({
  remoteId: Type.String(),
  userName: Type.String(),
  displayName: Nullable(Type.String()),
  active: Type.Boolean(),
})

export const Task = Type.Object({
  id: Id,
  kind: TaskKind,
  state: words('open', 'done', 'dropped'),
  app: AppSummary,
  person: Nullable(PersonSummary),
  owner: Nullable(PersonSummary),
  instruction: Type.String({ description: 'What to do, in a sentence or two' }),
  entitlements: Type.Array(Type.String()),
  candidates: Type.Array(TaskCandidate, {
    description: 'Accounts that may be this person’s; one can be chosen when the task is done',
  }),
  createdAt: Timestamp,
  doneAt: Nullable(Timestamp),
  doneBy: Nullable(PersonSummary),
  note: Nullable(Type.String()),
})
export type Task = Static<typeof Task>

const readers = { roles: ['admin', 'auditor'] } as const
const admins = { roles: ['admin'] } as const

export const provisioningRoutes = {
  listConnections: route({
    id: 'provisioning.listConnections',
    method: 'GET',
    path: '/api/connections',
    summary: 'Every app that Hallpass makes accounts in, with its health',
    access: readers,
    query: Type.Object({ ...PageQuery }, strict),
    success: { status: 200, schema: Page(Connection) },
  }),
  getConnection: route({
    id: 'provisioning.getConnection',
    method: 'GET',
    path: '/api/apps/:id/connection',
    summary: 'How accounts are made in this app, and how that is going',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: Connection },
    problems: [404],
  }),
  putConnection: route({
    id: 'provisioning.putConnection',
    method: 'PUT',
    path: '/api/apps/:id/connection',
    summary: 'Set how accounts are made in this app',
    access: admins,
    params: IdParams,
    body: PutConnection,
    success: { status: 200, schema: Connection },
    problems: [404, 409],
  }),
  checkConnection: route({
    id: 'provisioning.checkConnection',
    method: 'POST',
    path: '/api/apps/:id/connection/check',
    summary: 'Ask the app, live, whether everything needed is there; changes nothing in it',
    access: admins,
    params: IdParams,
    success: { status: 200, schema: CheckResult },
    problems: [404, 409],
    perMinute: 20,
  }),
  compareApp: route({
    id: 'provisioning.compareApp',
    method: 'POST',
    path: '/api/apps/:id/connection/compare',
    summary: 'Compare the accounts in the app with what roles say, now',
    access: admins,
    params: IdParams,
    body: Type.Object(
      { confirmRemovals: Type.Optional(Type.Boolean({ description: 'Let go what a comparison holds back' })) },
      strict,
    ),
    success: { status: 202, schema: Comparison },
    problems: [404, 409],
    perMinute: 20,
  }),
  listComparisons: route({
    id: 'provisioning.listComparisons',
    method: 'GET',
    path: '/api/apps/:id/connection/comparisons',
    summary: 'The latest comparisons of this app, newest first',
    access: readers,
    params: IdParams,
    query: Type.Object({ ...PageQuery }, strict),
    success: { status: 200, schema: Page(Comparison) },
    problems: [404],
  }),
  listAccounts: route({
    id: 'provisioning.listAccounts',
    method: 'GET',
    path: '/api/accounts',
    summary: 'Accounts, of one person, of one app, in one state, or all',
    access: readers,
    query: Type.Object(
      {
        personId: Type.Optional(Id),
        appId: Type.Optional(Id),
        state: Type.Optional(AccountState),
        ...PageQuery,
      },
      strict,
    ),
    success: { status: 200, schema: Page(Account) },
  }),
  getAccount: route({
    id: 'provisioning.getAccount',
    method: 'GET',
    path: '/api/accounts/:id',
    summary: 'One account',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: Account },
    problems: [404],
  }),
  retryAccount: route({
    id: 'provisioning.retryAccount',
    method: 'POST',
    path: '/api/accounts/:id/retry',
    summary: 'Try again now, with a new set of attempts',
    access: admins,
    params: IdParams,
    success: { status: 202, schema: Account },
    problems: [404, 409],
  }),
  listTasks: route({
    id: 'provisioning.listTasks',
    method: 'GET',
    path: '/api/tasks',
    summary: 'What could not be automated, with its owner; open tasks unless asked otherwise',
    access: readers,
    query: Type.Object(
      {
        state: Type.Optional(words('open', 'done', 'dropped')),
        appId: Type.Optional(Id),
        personId: Type.Optional(Id),
        ...PageQuery,
      },
      strict,
    ),
    success: { status: 200, schema: Page(Task) },
  }),
  listMyTasks: route({
    id: 'provisioning.listMyTasks',
    method: 'GET',
    path: '/api/tasks/mine',
    summary: 'Open tasks I own',
    access: 'person',
    query: Type.Object({ ...PageQuery }, strict),
    success: { status: 200, schema: Page(Task) },
  }),
  assignTask: route({
    id: 'provisioning.assignTask',
    method: 'POST',
    path: '/api/tasks/:id/assign',
    summary: 'Give a task to a person, or back to the administrators',
    access: admins,
    params: IdParams,
    body: Type.Object({ ownerId: Nullable(Id) }, strict),
    success: { status: 200, schema: Task },
    problems: [404, 409],
  }),
  finishTask: route({
    id: 'provisioning.finishTask',
    method: 'POST',
    path: '/api/tasks/:id/done',
    summary: 'Say that a task is done; its owner or an administrator may',
    access: 'person',
    params: IdParams,
    body: Type.Object(
      {
        note: Type.Optional(Lines(2000)),
        remoteId: Type.Optional(
          Type.String({ minLength: 1, maxLength: 500, description: 'The account chosen among the candidates' }),
        ),
      },
      strict,
    ),
    success: { status: 200, schema: Task },
    problems: [404, 409],
  }),
}
