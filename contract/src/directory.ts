/** People, groups and the directories they live in, as the portal and programs see them. */
import { type Static, Type } from 'typebox'
import { Empty, Id, IdParams, Line, Lines, Page, PageQuery, PersonSummary, Timestamp } from './common.ts'
import { route } from './route.ts'

const strict = { additionalProperties: false }
const readers = { roles: ['admin', 'auditor'] } as const
const searchers = { roles: ['admin', 'auditor', 'desk_agent'] } as const
const admins = { roles: ['admin'] } as const
const orNull = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const PersonState = Type.Union([Type.Literal('active'), Type.Literal('disabled'), Type.Literal('gone')], {
  description: 'active; disabled in the directory; gone: the directory no longer has the entry',
})
export type PersonState = Static<typeof PersonState>

export const DirectoryKind = Type.Union([Type.Literal('built-in'), Type.Literal('ldap')])
export type DirectoryKind = Static<typeof DirectoryKind>

const DirectoryRef = Type.Object({ id: Id, name: Type.String(), kind: DirectoryKind })

export const PersonListItem = Type.Object({
  id: Id,
  displayName: Type.String(),
  login: Type.String(),
  mail: orNull(Type.String()),
  title: orNull(Type.String()),
  department: orNull(Type.String()),
  state: PersonState,
  directory: DirectoryRef,
})
export type PersonListItem = Static<typeof PersonListItem>

export const PersonAddress = Type.Object({
  mail: Type.String(),
  primary: Type.Boolean(),
  changedAt: orNull(Timestamp),
  recovery: Type.Boolean({ description: 'May receive codes when the password is forgotten' }),
})

export const PersonDetail = Type.Object({
  id: Id,
  displayName: Type.String(),
  givenName: orNull(Type.String()),
  familyName: orNull(Type.String()),
  login: Type.String(),
  mail: orNull(Type.String()),
  addresses: Type.Array(PersonAddress),
  title: orNull(Type.String()),
  department: orNull(Type.String()),
  locale: orNull(Type.String()),
  manager: orNull(PersonSummary),
  reports: Type.Array(PersonSummary, { description: 'The first 50 people who name this person as their manager' }),
  groups: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  state: PersonState,
  stateSince: Timestamp,
  missingSince: orNull(Timestamp),
  directory: DirectoryRef,
  editable: Type.Object({
    disable: Type.Boolean(),
    enable: Type.Boolean(),
    reason: orNull(Type.String({ description: 'Why not, when it is not' })),
  }),
  version: Type.Integer(),
})
export type PersonDetail = Static<typeof PersonDetail>

export const MyProfile = Type.Object({
  id: Id,
  displayName: Type.String(),
  login: Type.String(),
  mail: orNull(Type.String()),
  addresses: Type.Array(PersonAddress),
  title: orNull(Type.String()),
  department: orNull(Type.String()),
  locale: orNull(Type.String()),
  manager: orNull(PersonSummary),
  groups: Type.Array(Type.String()),
  directoryName: Type.String(),
})
export type MyProfile = Static<typeof MyProfile>

export const NewPerson = Type.Object(
  {
    directoryId: Id,
    login: Line(64),
    displayName: Line(200),
    givenName: Type.Optional(Line(100)),
    familyName: Type.Optional(Line(100)),
    mail: Type.String({ format: 'email', maxLength: 254 }),
    title: Type.Optional(Line(100)),
    department: Type.Optional(Line(100)),
    locale: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })),
    managerId: Type.Optional(Id),
  },
  strict,
)
export type NewPerson = Static<typeof NewPerson>

const ImportRow = Type.Object({
  line: Type.Integer({ description: 'Line in the file, the header being line 1' }),
  login: Type.String(),
  displayName: Type.String(),
  outcome: Type.Union([Type.Literal('create'), Type.Literal('unchanged'), Type.Literal('fault')]),
  faults: Type.Array(Type.Object({ column: Type.String(), message: Type.String() })),
})

export const ImportReport = Type.Object({
  applied: Type.Boolean(),
  creates: Type.Integer(),
  unchanged: Type.Integer(),
  faults: Type.Integer(),
  rows: Type.Array(ImportRow),
})
export type ImportReport = Static<typeof ImportReport>

export const GroupItem = Type.Object({ id: Id, name: Type.String(), directory: DirectoryRef, members: Type.Integer() })
export type GroupItem = Static<typeof GroupItem>

/** What disabled means in an LDAP directory; an entry that is gone ends access in each of them. */
export const DisabledWhen = Type.Union([
  Type.Object({ kind: Type.Literal('locked_by_administrator') }, strict),
  Type.Object(
    {
      kind: Type.Literal('attribute'),
      attribute: Line(64),
      values: Type.Array(Line(200), { minItems: 1, maxItems: 20 }),
    },
    strict,
  ),
  Type.Object({ kind: Type.Literal('entry_gone') }, strict),
])
export type DisabledWhen = Static<typeof DisabledWhen>

const attributeName = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]{0,63}$' })

export const LdapSettings = Type.Object(
  {
    kind: Type.Literal('ldap'),
    host: Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9.:_-]+$' }),
    port: Type.Integer({ minimum: 1, maximum: 65535 }),
    security: Type.Union([Type.Literal('ldaps'), Type.Literal('starttls')]),
    caPem: orNull(Lines(65536)),
    baseDn: Line(500),
    bindDn: Line(500),
    personClass: Type.Optional(attributeName),
    groupClass: Type.Optional(attributeName),
    loginAttribute: Type.Optional(attributeName),
    disabledWhen: Type.Optional(DisabledWhen),
    defaultPolicyDn: Type.Optional(orNull(Line(500))),
  },
  strict,
)
export type LdapSettings = Static<typeof LdapSettings>

export const BuiltInSettings = Type.Object(
  {
    kind: Type.Literal('built-in'),
    minLength: Type.Optional(Type.Integer({ minimum: 8, maximum: 64 })),
    historyCount: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 })),
    companyWords: Type.Optional(Type.Array(Line(60, 3), { maxItems: 200 })),
  },
  strict,
)
export type BuiltInSettings = Static<typeof BuiltInSettings>

export const ConnectorSettings = Type.Union([LdapSettings, BuiltInSettings])
export type ConnectorSettings = Static<typeof ConnectorSettings>

/** The same for every kind. */
export const SyncSettings = Type.Object(
  {
    syncEverySeconds: Type.Integer({ minimum: 1, maximum: 86400 }),
    sweepEverySeconds: Type.Integer({ minimum: 1, maximum: 86400 }),
    removalsPercentMax: Type.Integer({ minimum: 1, maximum: 100 }),
    removalsCountMax: Type.Integer({ minimum: 0, maximum: 100000 }),
    ownMailDomains: Type.Array(Type.String({ pattern: '^[A-Za-z0-9.-]{1,253}$' }), {
      maxItems: 100,
      description: 'Mailboxes in these domains open with the password of this directory, so they cannot recover it',
    }),
  },
  strict,
)
export type SyncSettings = Static<typeof SyncSettings>

const bindPassword = Type.String({ minLength: 1, maxLength: 1024, writeOnly: true })

export const NewDirectory = Type.Object(
  {
    name: Line(100),
    settings: ConnectorSettings,
    sync: Type.Optional(Type.Partial(SyncSettings, strict)),
    bindPassword: Type.Optional(bindPassword),
  },
  strict,
)
export type NewDirectory = Static<typeof NewDirectory>

export const DirectoryChange = Type.Object(
  {
    version: Type.Integer(),
    name: Line(100),
    settings: ConnectorSettings,
    sync: Type.Partial(SyncSettings, strict),
    bindPassword: Type.Optional(bindPassword),
  },
  strict,
)
export type DirectoryChange = Static<typeof DirectoryChange>

const CheckPoint = Type.Object({ name: Type.String(), ok: Type.Boolean(), message: Type.String() })
export const DirectoryHealth = Type.Object({ ok: Type.Boolean(), points: Type.Array(CheckPoint) })
export type DirectoryHealth = Static<typeof DirectoryHealth>

const Ability = Type.Object({
  name: Type.Union([
    Type.Literal('authenticate'),
    Type.Literal('reset'),
    Type.Literal('change'),
    Type.Literal('unlock'),
    Type.Literal('groups'),
    Type.Literal('accounts'),
    Type.Literal('changes'),
  ]),
  available: Type.Boolean(),
  reason: orNull(Type.String()),
})

export const SyncRun = Type.Object({
  id: Id,
  directoryId: Id,
  kind: Type.Union([Type.Literal('full'), Type.Literal('changes')]),
  trigger: Type.Union([Type.Literal('schedule'), Type.Literal('person'), Type.Literal('command_line')]),
  state: Type.Union([Type.Literal('waiting'), Type.Literal('running'), Type.Literal('done'), Type.Literal('failed')]),
  createdAt: Timestamp,
  startedAt: orNull(Timestamp),
  finishedAt: orNull(Timestamp),
  read: Type.Integer({ description: 'Entries read so far; moves while the run is running' }),
  expected: orNull(
    Type.Integer({ description: 'How many people the directory had the last time, for a progress bar' }),
  ),
  added: Type.Integer(),
  changed: Type.Integer(),
  disabled: Type.Integer(),
  enabled: Type.Integer(),
  gone: Type.Integer(),
  heldBack: Type.Integer({
    description: 'People not seen any more, held back by the guard until an administrator confirms',
  }),
  confirmable: Type.Boolean(),
  failure: orNull(Type.Object({ code: Type.String(), message: Type.String(), retryable: Type.Boolean() })),
})
export type SyncRun = Static<typeof SyncRun>

export const DirectoryDetail = Type.Object({
  id: Id,
  name: Type.String(),
  kind: DirectoryKind,
  settings: ConnectorSettings,
  sync: SyncSettings,
  hasBindPassword: Type.Boolean(),
  people: Type.Object({
    active: Type.Integer(),
    disabled: Type.Integer(),
    gone: Type.Integer(),
    missing: Type.Integer(),
  }),
  groups: Type.Integer(),
  abilities: Type.Array(Ability),
  health: Type.Object({
    state: Type.Union([Type.Literal('unknown'), Type.Literal('ok'), Type.Literal('failing')]),
    since: orNull(Timestamp),
    message: orNull(Type.String()),
  }),
  lastSyncAt: orNull(Timestamp),
  nextSyncAt: Timestamp,
  lastRun: orNull(SyncRun),
  version: Type.Integer(),
})
export type DirectoryDetail = Static<typeof DirectoryDetail>

export const directoryRoutes = {
  listPeople: route({
    id: 'directory.listPeople',
    method: 'GET',
    path: '/api/people',
    summary: 'Search people by the beginnings of their names, login or mail, whatever the case and accents',
    access: searchers,
    query: Type.Object(
      {
        ...PageQuery,
        q: Type.Optional(Line(200, 0)),
        directoryId: Type.Optional(Id),
        state: Type.Optional(PersonState),
      },
      strict,
    ),
    success: { status: 200, schema: Page(PersonListItem) },
  }),
  getPerson: route({
    id: 'directory.getPerson',
    method: 'GET',
    path: '/api/people/:id',
    summary: 'One person: who they are, their manager, groups and addresses',
    access: searchers,
    params: IdParams,
    success: { status: 200, schema: PersonDetail },
  }),
  getMyProfile: route({
    id: 'directory.getMyProfile',
    method: 'GET',
    path: '/api/me/profile',
    summary: 'What the directory says about whoever is signed in',
    access: 'person',
    success: { status: 200, schema: MyProfile },
    problems: [404],
  }),
  createPerson: route({
    id: 'directory.createPerson',
    method: 'POST',
    path: '/api/people',
    summary: 'Create a person in a built-in directory; an invitation gives them their first password',
    access: admins,
    body: NewPerson,
    success: { status: 201, schema: PersonDetail },
    problems: [404, 409],
  }),
  importPeople: route({
    id: 'directory.importPeople',
    method: 'POST',
    path: '/api/people/import',
    summary: 'Preview or apply a CSV file of people; it is applied as a whole or not at all',
    access: admins,
    body: Type.Object({ directoryId: Id, csv: Type.String({ maxLength: 2_000_000 }), apply: Type.Boolean() }, strict),
    success: { status: 200, schema: ImportReport },
    problems: [404],
    bodyBytesMax: 4_200_000,
  }),
  disablePerson: route({
    id: 'directory.disablePerson',
    method: 'POST',
    path: '/api/people/:id/disable',
    summary: 'Disable a person of a built-in directory; sessions and access end at once',
    access: admins,
    params: IdParams,
    body: Type.Object({ reason: Line(500) }, strict),
    success: { status: 200, schema: PersonDetail },
    problems: [404, 409],
  }),
  enablePerson: route({
    id: 'directory.enablePerson',
    method: 'POST',
    path: '/api/people/:id/enable',
    summary: 'Enable a disabled person of a built-in directory',
    access: admins,
    params: IdParams,
    body: Type.Object({ reason: Line(500) }, strict),
    success: { status: 200, schema: PersonDetail },
    problems: [404, 409],
  }),
  refreshPerson: route({
    id: 'directory.refreshPerson',
    method: 'POST',
    path: '/api/people/:id/refresh',
    summary: 'Read one person again from their directory, now',
    access: { roles: ['admin', 'desk_agent'] },
    params: IdParams,
    body: Empty,
    success: { status: 200, schema: PersonDetail },
    problems: [404, 503],
    perMinute: 60,
  }),
  listGroups: route({
    id: 'directory.listGroups',
    method: 'GET',
    path: '/api/groups',
    summary: 'Search groups by the beginnings of their names',
    access: readers,
    query: Type.Object({ ...PageQuery, q: Type.Optional(Line(200, 0)), directoryId: Type.Optional(Id) }, strict),
    success: { status: 200, schema: Page(GroupItem) },
  }),
  getGroup: route({
    id: 'directory.getGroup',
    method: 'GET',
    path: '/api/groups/:id',
    summary: 'One group',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: GroupItem },
  }),
  listGroupMembers: route({
    id: 'directory.listGroupMembers',
    method: 'GET',
    path: '/api/groups/:id/members',
    summary: 'The members of a group',
    access: readers,
    params: IdParams,
    query: Type.Object({ ...PageQuery }, strict),
    success: { status: 200, schema: Page(PersonListItem) },
  }),
  listDirectories: route({
    id: 'directory.listDirectories',
    method: 'GET',
    path: '/api/directories',
    summary: 'All directories with their health and last sync',
    access: readers,
    success: { status: 200, schema: Type.Object({ items: Type.Array(DirectoryDetail) }) },
  }),
  getDirectory: route({
    id: 'directory.getDirectory',
    method: 'GET',
    path: '/api/directories/:id',
    summary: 'One directory; secrets are never shown',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: DirectoryDetail },
  }),
  createDirectory: route({
    id: 'directory.createDirectory',
    method: 'POST',
    path: '/api/directories',
    summary: 'Connect a directory; its first sync starts at once',
    access: admins,
    body: NewDirectory,
    success: { status: 201, schema: DirectoryDetail },
    problems: [409],
  }),
  updateDirectory: route({
    id: 'directory.updateDirectory',
    method: 'PUT',
    path: '/api/directories/:id',
    summary: 'Change a directory; a change of where it is or who binds needs the bind password again',
    access: admins,
    params: IdParams,
    body: DirectoryChange,
    success: { status: 200, schema: DirectoryDetail },
    problems: [404, 409],
  }),
  checkNewDirectory: route({
    id: 'directory.checkNewDirectory',
    method: 'POST',
    path: '/api/directories/check',
    summary: 'Try settings before they are saved; changes nothing',
    access: admins,
    body: Type.Object({ settings: ConnectorSettings, bindPassword: Type.Optional(bindPassword) }, strict),
    success: { status: 200, schema: DirectoryHealth },
    perMinute: 30,
  }),
  checkDirectory: route({
    id: 'directory.checkDirectory',
    method: 'POST',
    path: '/api/directories/:id/check',
    summary: 'Try a saved directory: can it be reached, with which rights; changes nothing in it',
    access: admins,
    params: IdParams,
    body: Empty,
    success: { status: 200, schema: DirectoryHealth },
    perMinute: 30,
  }),
  syncDirectory: route({
    id: 'directory.syncDirectory',
    method: 'POST',
    path: '/api/directories/:id/sync',
    summary: 'Read the whole directory again; the answer is the run to follow',
    access: admins,
    params: IdParams,
    body: Empty,
    success: { status: 202, schema: SyncRun },
  }),
  listSyncRuns: route({
    id: 'directory.listSyncRuns',
    method: 'GET',
    path: '/api/directories/:id/runs',
    summary: 'The runs of a directory, newest first; runs that changed nothing are kept for a short time only',
    access: readers,
    params: IdParams,
    query: Type.Object({ ...PageQuery }, strict),
    success: { status: 200, schema: Page(SyncRun) },
  }),
  getSyncRun: route({
    id: 'directory.getSyncRun',
    method: 'GET',
    path: '/api/sync-runs/:id',
    summary: 'One run; its counts move while it is running',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: SyncRun },
  }),
  confirmRemovals: route({
    id: 'directory.confirmRemovals',
    method: 'POST',
    path: '/api/sync-runs/:id/confirm-removals',
    summary: 'Say that the people this run held back are really gone; they are looked for once more first',
    access: admins,
    params: IdParams,
    body: Type.Object({ heldBack: Type.Integer({ minimum: 1, description: 'The number that was shown' }) }, strict),
    success: { status: 202, schema: SyncRun },
    problems: [404, 409],
  }),
}
