/** People and groups, as the portal and programs see them. */
import { type Static, Type } from 'typebox'
import { Empty, Id, IdParams, Line, Page, PageQuery, PersonSummary, Timestamp } from './common.ts'
import { DirectoryRef } from './directories.ts'
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

export const PersonPhone = Type.Object({
  number: Type.String(),
  changedAt: orNull(Timestamp),
  proof: Type.Boolean({ description: 'May be called back on, or receive codes where a policy allows messages' }),
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
  employeeNumber: orNull(Type.String({ description: 'What the company knows them by, as the directory says' })),
  company: orNull(Type.String()),
  location: orNull(Type.String({ description: 'The office, as the directory names it' })),
  costCenter: orNull(Type.String()),
  manager: orNull(PersonSummary),
  reports: Type.Array(PersonSummary, { description: 'The first 50 people who name this person as their manager' }),
  groups: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  state: PersonState,
  stateSince: Timestamp,
  missingSince: orNull(Timestamp),
  phones: Type.Array(PersonPhone),
  protected: Type.Boolean({ description: 'Out of reach: nothing here writes about this person in their directory' }),
  passwordSetAt: orNull(Timestamp),
  passwordExpiresAt: orNull(Timestamp),
  directory: DirectoryRef,
  directoryPausedAt: orNull(
    Type.String({ format: 'date-time', description: 'Since when an administrator has their directory paused' }),
  ),
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
    company: Type.Optional(Line(100)),
    location: Type.Optional(Line(100)),
    costCenter: Type.Optional(Line(100)),
    locale: Type.Optional(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 })),
    managerId: Type.Optional(Id),
    phone: Type.Optional(Line(40, 5)),
    employeeNumber: Type.Optional(Line(100)),
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

export const peopleRoutes = {
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
}
