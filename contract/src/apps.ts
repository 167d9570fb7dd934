/** Apps of this company: added from a template or by hand. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Lines, Page, PageQuery, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, Protocol, readers, Slug } from './templates.ts'

export const admins = { roles: ['admin'] } as const
export const ReasonBody = Type.Object({ reason: Lines(1000, 3) }, { additionalProperties: false })
export const Version = Type.Integer({
  minimum: 1,
  description: 'As last read; an edit of an older version is refused with 409',
})
const Address = Type.String({ minLength: 1, maxLength: 2000 })

/** Addresses of the app as this company uses it; `signOn` is where the tile leads. */
export const AppAddresses = Type.Object({
  signOn: orNull(Type.String()),
  entityId: orNull(Type.String()),
  acs: orNull(Type.String()),
  relayState: orNull(Type.String()),
  redirectUris: Type.Array(Type.String()),
  scimBase: orNull(Type.String()),
})
export type AppAddresses = Static<typeof AppAddresses>

export const AppState = Type.Union([Type.Literal('active'), Type.Literal('retired')])

export const AppRow = Type.Object({
  id: Id,
  name: Type.String(),
  category: Type.String(),
  icon: orNull(Type.String()),
  state: AppState,
  builtIn: Type.Boolean({ description: 'Hallpass itself; cannot be edited or retired' }),
  roles: Type.Integer({ description: 'How many roles carry it' }),
})
export type AppRow = Static<typeof AppRow>

export const AppDetail = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  category: Type.String(),
  icon: orNull(Type.String()),
  iconSlug: orNull(Type.String()),
  state: AppState,
  builtIn: Type.Boolean(),
  templateSlug: orNull(Type.String()),
  parameters: Type.Record(Type.String(), Type.String()),
  protocols: Type.Array(Protocol),
  addresses: AppAddresses,
  roles: Type.Array(Type.Object({ id: Id, name: Type.String(), entitlements: Type.Array(Type.String()) })),
  version: Version,
  createdAt: Timestamp,
  retiredAt: orNull(Timestamp),
})
export type AppDetail = Static<typeof AppDetail>

const AddressesInput = Type.Object(
  {
    signOn: Type.Optional(orNull(Address)),
    entityId: Type.Optional(orNull(Address)),
    acs: Type.Optional(orNull(Address)),
    relayState: Type.Optional(orNull(Address)),
    redirectUris: Type.Optional(Type.Array(Address, { maxItems: 20 })),
    scimBase: Type.Optional(orNull(Address)),
  },
  { additionalProperties: false },
)
export type AddressesInput = Static<typeof AddressesInput>

const Choice = Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 50 })))
/** Which alternative of each list to use: the first when left out, none when null. Redirect addresses: all when left out. */
const Choices = Type.Object(
  {
    signOn: Choice,
    entityId: Choice,
    acs: Choice,
    relayState: Choice,
    scimBase: Choice,
    redirectUris: Type.Optional(Type.Array(Type.Integer({ minimum: 0, maximum: 50 }), { maxItems: 50 })),
  },
  { additionalProperties: false },
)
export type Choices = Static<typeof Choices>

export const AddAppFromTemplate = Type.Object(
  {
    template: Slug,
    name: Type.Optional(Line(120)),
    description: Type.Optional(Lines(2000)),
    parameters: Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,63}$' }), Type.String({ maxLength: 500 })),
    choices: Type.Optional(Choices),
    /** Addresses typed over what the template gives. */
    addresses: Type.Optional(AddressesInput),
  },
  { additionalProperties: false },
)
export type AddAppFromTemplate = Static<typeof AddAppFromTemplate>

export const AddApp = Type.Object(
  {
    name: Line(120),
    description: Type.Optional(Lines(2000)),
    category: Type.Optional(Slug),
    iconSlug: Type.Optional(orNull(Type.String({ pattern: '^[a-z0-9]+$', maxLength: 100 }))),
    addresses: Type.Optional(AddressesInput),
  },
  { additionalProperties: false },
)
export type AddApp = Static<typeof AddApp>

export const EditApp = Type.Object(
  {
    version: Version,
    name: Type.Optional(Line(120)),
    description: Type.Optional(Lines(2000)),
    category: Type.Optional(Slug),
    iconSlug: Type.Optional(orNull(Type.String({ pattern: '^[a-z0-9]+$', maxLength: 100 }))),
    addresses: Type.Optional(AddressesInput),
  },
  { additionalProperties: false },
)
export type EditApp = Static<typeof EditApp>

export const appRoutes = {
  listApps: route({
    id: 'access.listApps',
    method: 'GET',
    path: '/api/apps',
    summary: 'Apps of this company',
    access: readers,
    query: Type.Object(
      {
        ...PageQuery,
        q: Type.Optional(Type.String({ maxLength: 100 })),
        category: Type.Optional(Slug),
        state: Type.Optional(AppState),
      },
      { additionalProperties: false },
    ),
    success: { status: 200, schema: Page(AppRow) },
    problems: [400],
  }),
  getApp: route({
    id: 'access.getApp',
    method: 'GET',
    path: '/api/apps/:id',
    summary: 'One app with its addresses and the roles that carry it',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: AppDetail },
    problems: [404],
  }),
  addAppFromTemplate: route({
    id: 'access.addAppFromTemplate',
    method: 'POST',
    path: '/api/apps/from-template',
    summary: 'Add an app from a template by filling its typed values',
    access: admins,
    body: AddAppFromTemplate,
    success: { status: 201, schema: AppDetail },
    problems: [400, 404, 409],
  }),
  addApp: route({
    id: 'access.addApp',
    method: 'POST',
    path: '/api/apps',
    summary: 'Add an app by hand',
    access: admins,
    body: AddApp,
    success: { status: 201, schema: AppDetail },
    problems: [400, 409],
  }),
  editApp: route({
    id: 'access.editApp',
    method: 'PATCH',
    path: '/api/apps/:id',
    summary: 'Change what an app is called and where it is',
    access: admins,
    params: IdParams,
    body: EditApp,
    success: { status: 200, schema: AppDetail },
    problems: [400, 404, 409],
  }),
  retireApp: route({
    id: 'access.retireApp',
    method: 'POST',
    path: '/api/apps/:id/retire',
    summary: 'Take an app out of use: nobody may use it any more and its accounts are ended',
    access: admins,
    params: IdParams,
    body: ReasonBody,
    success: { status: 200, schema: AppDetail },
    problems: [404, 409],
  }),
} as const
