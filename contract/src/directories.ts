/** The directories that people live in: where they are, how they are read, how they are. */
import { type Static, Type } from 'typebox'
import { Empty, Id, IdParams, Line, Page, PageQuery, Timestamp } from './common.ts'
import { ConnectorSettings, SyncSettings } from './directory-settings.ts'
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
    warning: orNull(
      Type.Object({
        message: Type.String({ description: 'What a part of it does not do while the rest answers' }),
        since: Timestamp,
      }),
    ),
  }),
  paused: orNull(
    Type.Object({
      since: Timestamp,
      reason: Type.String(),
      removing: Type.Boolean({ description: 'It is being removed: its people become leavers' }),
    }),
  ),
  lastSyncAt: orNull(Timestamp),
  nextSyncAt: Timestamp,
  lastRun: orNull(SyncRun),
  /** The first built-in one, where the accounts of last resort are: never paused or removed. */
  isKept: Type.Boolean(),
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
  pauseDirectory: route({
    id: 'directory.pauseDirectory',
    method: 'POST',
    path: '/api/directories/:id/pause',
    summary: 'Ask nothing of a directory any more: no reading, no sign-in, no reset; its people stay as they are',
    access: admins,
    params: IdParams,
    body: Type.Object({ reason: Line(500) }, strict),
    success: { status: 200, schema: DirectoryDetail },
    problems: [404, 409],
  }),
  resumeDirectory: route({
    id: 'directory.resumeDirectory',
    method: 'POST',
    path: '/api/directories/:id/resume',
    summary: 'Go on with a paused directory; everything is read at once',
    access: admins,
    params: IdParams,
    body: Empty,
    success: { status: 200, schema: DirectoryDetail },
    problems: [404, 409],
  }),
  removeDirectory: route({
    id: 'directory.removeDirectory',
    method: 'POST',
    path: '/api/directories/:id/remove',
    summary: 'Take a paused directory away for good: all its people become leavers and lose everything they hold here',
    access: admins,
    params: IdParams,
    body: Type.Object(
      {
        people: Type.Integer({ minimum: 0, description: 'The number that was shown: active and disabled' }),
        reason: Line(500),
      },
      strict,
    ),
    success: { status: 202, schema: DirectoryDetail },
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
