/** The directories that people live in: where they are, how they are read, how they are. */
import { type Static, Type } from 'typebox'
import { Empty, Id, IdParams, Line, Lines, Page, PageQuery, Timestamp } from './common.ts'
import { route } from './route.ts'

const strict = { additionalProperties: false }
const readers = { roles: ['admin', 'auditor'] } as const
const admins = { roles: ['admin'] } as const
const orNull = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const DirectoryKind = Type.Union([
  Type.Literal('built-in'),
  Type.Literal('ldap'),
  Type.Literal('active-directory'),
])
export type DirectoryKind = Static<typeof DirectoryKind>

export const DirectoryRef = Type.Object({ id: Id, name: Type.String(), kind: DirectoryKind })

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

/** Whom nothing here resets, unlocks, enables, disables or edits, beside those the directory itself protects. */
export const OutOfReach = Type.Object(
  {
    logins: Type.Array(Line(200), { maxItems: 500 }),
    groups: Type.Array(Line(500), {
      maxItems: 100,
      description: 'Names or distinguished names; members of their members are out of reach, too',
    }),
  },
  strict,
)
export type OutOfReach = Static<typeof OutOfReach>

const hostName = Type.String({ minLength: 1, maxLength: 253, pattern: '^[A-Za-z0-9.:_-]+$' })
const portNumber = Type.Integer({ minimum: 1, maximum: 65535 })
const security = Type.Union([Type.Literal('ldaps'), Type.Literal('starttls')])

export const LdapSettings = Type.Object(
  {
    kind: Type.Literal('ldap'),
    host: hostName,
    port: portNumber,
    security,
    caPem: orNull(Lines(65536)),
    baseDn: Line(500),
    bindDn: Line(500),
    personClass: Type.Optional(attributeName),
    groupClass: Type.Optional(attributeName),
    loginAttribute: Type.Optional(attributeName),
    disabledWhen: Type.Optional(DisabledWhen),
    defaultPolicyDn: Type.Optional(orNull(Line(500))),
    outOfReach: Type.Optional(OutOfReach),
    timeZoneAttribute: Type.Optional(attributeName),
  },
  strict,
)
export type LdapSettings = Static<typeof LdapSettings>

export const BuiltInSettings = Type.Object(
  {
    kind: Type.Literal('built-in'),
    minLength: Type.Optional(
      Type.Integer({ minimum: 8, maximum: 64, description: 'Where the password is the only factor; 15 at least' }),
    ),
    minLengthWithSecondFactor: Type.Optional(
      Type.Integer({ minimum: 8, maximum: 64, description: 'For people with a second factor; 8 if left out' }),
    ),
    historyCount: Type.Optional(Type.Integer({ minimum: 0, maximum: 24 })),
    companyWords: Type.Optional(Type.Array(Line(60, 3), { maxItems: 200 })),
    maxAgeDays: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 3650,
        description: 'When passwords end; never if left out, which is better',
      }),
    ),
    lockoutTries: Type.Optional(
      Type.Integer({
        minimum: 3,
        maximum: 100,
        description: 'Wrong tries until the account is locked; 100 if left out',
      }),
    ),
    lockoutMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440, description: '15 if left out' })),
    breachListUrl: Type.Optional(
      orNull(
        Type.String({
          maxLength: 500,
          pattern: '^https?://[^\\s]+$',
          description:
            'A list of passwords known from breaches, asked by the first five characters of the SHA-1 only, such as https://api.pwnedpasswords.com/range/; nobody is asked if left out',
        }),
      ),
    ),
    outOfReach: Type.Optional(OutOfReach),
  },
  strict,
)
export type BuiltInSettings = Static<typeof BuiltInSettings>

export const ActiveDirectorySettings = Type.Object(
  {
    kind: Type.Literal('active-directory'),
    controllers: Type.Array(
      Type.Object(
        {
          host: hostName,
          port: portNumber,
          kdcPort: Type.Optional(Type.Integer({ minimum: 1, maximum: 65535, description: 'Kerberos; 88 if left out' })),
        },
        strict,
      ),
      { minItems: 1, maxItems: 8, description: 'Domain controllers of one domain, the preferred one first' },
    ),
    security,
    caPem: orNull(Lines(65536)),
    baseDn: Line(500),
    bindName: Line(500),
    oldPasswordMinutes: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1440,
        description:
          'How long the domain still takes the password before the present one at a bind (OldPasswordAllowedPeriod); 60 if left out',
      }),
    ),
    outOfReach: Type.Optional(OutOfReach),
  },
  strict,
)
export type ActiveDirectorySettings = Static<typeof ActiveDirectorySettings>

export const ConnectorSettings = Type.Union([LdapSettings, ActiveDirectorySettings, BuiltInSettings])
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
      description:
        'Mailboxes in these domains open with the password of this directory, so they cannot recover it. Empty: the domain of each person’s primary address, unless the directory is a built-in one. To have none, name one that does not exist: none.invalid',
    }),
    proofs: Type.Optional(
      Type.Object(
        {
          mail: Type.Boolean({ description: 'true if left out' }),
          phone: Type.Boolean({ description: 'false if left out' }),
        },
        {
          ...strict,
          description:
            'Which addresses and numbers may prove who somebody is: those that people cannot write themselves in this directory and that do not open with its password',
        },
      ),
    ),
    remindDays: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 90 }), {
        maxItems: 10,
        uniqueItems: true,
        description:
          'Days before a password ends at which its owner is told; 14, 7, 3 and 1 if left out, none if empty',
      }),
    ),
    timeZone: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z][A-Za-z0-9_+/-]{1,63}$',
        description:
          'Where most people of this directory live, such as Europe/Berlin; nobody is told at night. UTC if left out',
      }),
    ),
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

export const directoriesRoutes = {
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
    summary: 'Try a saved directory, or a change of it: can it be reached, with which rights; changes nothing in it',
    access: admins,
    evenWhenStale: true,
    params: IdParams,
    body: Type.Object(
      {
        settings: Type.Optional(ConnectorSettings),
        bindPassword: Type.Optional(bindPassword),
      },
      { ...strict, description: 'Settings that are not saved yet; what is saved if left out' },
    ),
    success: { status: 200, schema: DirectoryHealth },
    perMinute: 30,
  }),
  syncDirectory: route({
    id: 'directory.syncDirectory',
    method: 'POST',
    path: '/api/directories/:id/sync',
    summary: 'Read the whole directory again; the answer is the run to follow',
    access: admins,
    evenWhenStale: true,
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
