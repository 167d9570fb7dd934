/** Apps, roles, the catalog people ask from, and grants: who may use what, why, and until when. */
import { type Static, Type } from 'typebox'
import {
  AppSummary,
  Empty,
  Id,
  IdParams,
  Line,
  Lines,
  Page,
  PageQuery,
  PersonSummary,
  ProductRole,
  Timestamp,
} from './common.ts'
import { route } from './route.ts'

const readers = { roles: ['admin', 'auditor'] } as const
const admins = { roles: ['admin'] } as const

function orNull<T extends import('typebox').TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 100 })
const Days = Type.Integer({ minimum: 1, maximum: 3650 })
const Version = Type.Integer({
  minimum: 1,
  description: 'As last read; an edit of an older version is refused with 409',
})
const Address = Type.String({ minLength: 1, maxLength: 2000 })
const Entitlement = Line(200)

// --- templates ------------------------------------------------------------------------------------------------------

export const Protocol = Type.Union([
  Type.Literal('saml'),
  Type.Literal('oidc'),
  Type.Literal('ldap'),
  Type.Literal('linked'),
])
export type Protocol = Static<typeof Protocol>

export const Hosting = Type.Union([Type.Literal('saas'), Type.Literal('self-hosted')])

export const ParameterType = Type.Union([
  Type.Literal('hostLabel'),
  Type.Literal('host'),
  Type.Literal('domain'),
  Type.Literal('tld'),
  Type.Literal('port'),
  Type.Literal('url'),
  Type.Literal('pathSegment'),
  Type.Literal('queryValue'),
  Type.Literal('uuid'),
  Type.Literal('string'),
])
export type ParameterType = Static<typeof ParameterType>

/** One value a template asks for. `idpEntityId` parameters are filled by Hallpass and never asked for. */
export const TemplateParameter = Type.Object({ name: Type.String(), type: ParameterType })

export const TemplateHit = Type.Object({
  slug: Slug,
  name: Type.String(),
  category: Type.String(),
  hosting: Hosting,
  protocols: Type.Array(Protocol),
  provisioning: Type.Boolean({ description: 'Automated provisioning is stated' }),
  icon: orNull(Type.String()),
})
export type TemplateHit = Static<typeof TemplateHit>

/** Patterns hold `{parameters}`; each list names alternatives (regions, editions), the usual one first. */
export const Template = Type.Object({
  slug: Slug,
  name: Type.String(),
  category: Type.String(),
  hosting: Hosting,
  url: orNull(Type.String()),
  protocols: Type.Array(Protocol),
  icon: orNull(Type.String()),
  parameters: Type.Array(TemplateParameter),
  saml: orNull(
    Type.Object({
      initiation: Type.Array(Type.Union([Type.Literal('sp'), Type.Literal('idp')])),
      signOn: Type.Array(Type.String()),
      entityId: Type.Array(Type.String()),
      acs: Type.Array(Type.String()),
      relayState: Type.Array(Type.String()),
      nameIdFormat: orNull(Type.String()),
      nameIdAttribute: orNull(Type.String()),
      claims: Type.Array(
        Type.Object({ name: Type.String(), attribute: Type.String(), namespace: orNull(Type.String()) }),
      ),
      jit: orNull(Type.Boolean()),
    }),
  ),
  oidc: orNull(
    Type.Object({
      redirectUris: Type.Array(Type.String()),
      scopes: Type.Array(Type.String()),
      tokenAuth: orNull(Type.String()),
      public: Type.Boolean(),
      pkce: Type.Boolean(),
    }),
  ),
  provisioning: orNull(
    Type.Object({
      protocol: orNull(Type.String()),
      baseUrl: Type.Array(Type.String()),
      operations: Type.Array(Type.String()),
    }),
  ),
})
export type Template = Static<typeof Template>

// --- apps -----------------------------------------------------------------------------------------------------------

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

// --- roles ----------------------------------------------------------------------------------------------------------

export const GroupName = Type.Object({ id: Id, name: Type.String() })

export const AskedBy = Type.Union([Type.Literal('nobody'), Type.Literal('everyone'), Type.Literal('groups')])
export type AskedBy = Static<typeof AskedBy>

export const RoleRow = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  apps: Type.Array(AppSummary),
  askedBy: AskedBy,
  holders: Type.Integer({ description: 'People with a pending or active grant' }),
  productRole: orNull(ProductRole),
  state: AppState,
})
export type RoleRow = Static<typeof RoleRow>

export const RoleDetail = Type.Object({
  id: Id,
  name: Type.String(),
  description: Type.String(),
  apps: Type.Array(Type.Object({ app: AppSummary, entitlements: Type.Array(Type.String()) })),
  owners: Type.Array(PersonSummary),
  askedBy: AskedBy,
  groups: Type.Array(GroupName, { description: 'Who may ask, when askedBy is groups' }),
  daysMax: orNull(Days),
  daysDefault: orNull(Days),
  holders: Type.Integer(),
  productRole: orNull(ProductRole),
  state: AppState,
  version: Version,
  createdAt: Timestamp,
})
export type RoleDetail = Static<typeof RoleDetail>

const RoleApps = Type.Array(
  Type.Object({ appId: Id, entitlements: Type.Array(Entitlement, { maxItems: 50 }) }, { additionalProperties: false }),
  { maxItems: 50 },
)
const roleFields = {
  description: Type.Optional(Lines(2000)),
  apps: Type.Optional(RoleApps),
  ownerIds: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  askedBy: Type.Optional(AskedBy),
  groupIds: Type.Optional(Type.Array(Id, { maxItems: 100 })),
  daysMax: Type.Optional(orNull(Days)),
  daysDefault: Type.Optional(orNull(Days)),
}

export const CreateRole = Type.Object({ name: Line(120), ...roleFields }, { additionalProperties: false })
export type CreateRole = Static<typeof CreateRole>

export const EditRole = Type.Object(
  { version: Version, name: Type.Optional(Line(120)), ...roleFields },
  { additionalProperties: false },
)
export type EditRole = Static<typeof EditRole>

// --- grants ---------------------------------------------------------------------------------------------------------

export const GrantState = Type.Union([Type.Literal('pending'), Type.Literal('active'), Type.Literal('ended')])
export type GrantState = Static<typeof GrantState>

/** Why a grant ended. */
export const EndReason = Type.Union([
  Type.Literal('expired'),
  Type.Literal('given_back'),
  Type.Literal('revoked'),
  Type.Literal('person_gone'),
  Type.Literal('disabled_too_long'),
  Type.Literal('role_retired'),
  Type.Literal('request_cancelled'),
  Type.Literal('replaced'),
])
export type EndReason = Static<typeof EndReason>

export const Grant = Type.Object({
  id: Id,
  person: PersonSummary,
  role: Type.Object({ id: Id, name: Type.String(), productRole: orNull(ProductRole) }),
  apps: Type.Array(AppSummary),
  state: GrantState,
  requestId: orNull(Id),
  reason: Type.String(),
  durationDays: orNull(Days),
  grantedAt: Timestamp,
  startedAt: orNull(Timestamp),
  endsAt: orNull(Timestamp),
  endedAt: orNull(Timestamp),
  endReason: orNull(EndReason),
  /** The role has a longest duration, so more time can be asked for. */
  extendable: Type.Boolean(),
})
export type Grant = Static<typeof Grant>

/** One decision behind a grant, as it was on that day. */
export const WhyApproval = Type.Object({
  stage: Type.String(),
  approver: orNull(PersonSummary),
  at: Timestamp,
  comment: orNull(Type.String()),
})

export const WhyGrant = Type.Object({
  grantId: Id,
  role: Type.Object({ id: Id, name: Type.String() }),
  state: GrantState,
  entitlements: Type.Array(Type.String(), { description: 'What the role gives in the app asked about' }),
  askedBy: orNull(PersonSummary),
  askedAt: orNull(Timestamp),
  source: Type.Union([
    Type.Literal('request'),
    Type.Literal('bootstrap'),
    Type.Literal('operator'),
    Type.Literal('sample'),
  ]),
  reason: Type.String(),
  policy: orNull(Type.Object({ id: orNull(Id), name: Type.String(), version: orNull(Type.Integer()) })),
  approvals: Type.Array(WhyApproval),
  extensions: Type.Array(
    Type.Object({ requestId: orNull(Id), days: Days, at: Timestamp, approvals: Type.Array(WhyApproval) }),
  ),
  requestId: orNull(Id),
  since: orNull(Timestamp),
  until: orNull(Timestamp),
  endedAt: orNull(Timestamp),
  endReason: orNull(EndReason),
})

export const Why = Type.Object({
  person: PersonSummary,
  personActive: Type.Boolean(),
  role: orNull(Type.Object({ id: Id, name: Type.String() })),
  app: orNull(AppSummary),
  /** Whether the person may use it this moment. */
  holds: Type.Boolean(),
  grants: Type.Array(WhyGrant, { description: 'Those that hold first, then the ended ones, newest first' }),
})
export type Why = Static<typeof Why>

const WhyQuery = Type.Object({ roleId: Type.Optional(Id), appId: Type.Optional(Id) }, { additionalProperties: false })

// --- the catalog people ask from ------------------------------------------------------------------------------------

/** The grant the caller has of a role. */
export const Held = Type.Object({ grantId: Id, state: GrantState, endsAt: orNull(Timestamp) })

export const CatalogItem = Type.Object({
  roleId: Id,
  name: Type.String(),
  description: Type.String(),
  apps: Type.Array(AppSummary),
  daysMax: orNull(Days),
  daysDefault: orNull(Days),
  held: orNull(Held),
})
export type CatalogItem = Static<typeof CatalogItem>

export const CatalogDetail = Type.Object({
  roleId: Id,
  name: Type.String(),
  description: Type.String(),
  apps: Type.Array(
    Type.Object({ app: AppSummary, description: Type.String(), entitlements: Type.Array(Type.String()) }),
  ),
  owners: Type.Array(PersonSummary),
  daysMax: orNull(Days),
  daysDefault: orNull(Days),
  held: orNull(Held),
})
export type CatalogDetail = Static<typeof CatalogDetail>

const grantListQuery = Type.Object(
  { ...PageQuery, state: Type.Optional(Type.Union([Type.Literal('held'), Type.Literal('ended')])) },
  { additionalProperties: false },
)
const ReasonBody = Type.Object({ reason: Lines(1000, 3) }, { additionalProperties: false })

export const accessRoutes = {
  searchTemplates: route({
    id: 'access.searchTemplates',
    method: 'GET',
    path: '/api/templates',
    summary: 'Search the app templates as one types',
    access: readers,
    query: Type.Object(
      {
        q: Type.Optional(Type.String({ maxLength: 100 })),
        category: Type.Optional(Slug),
        protocol: Type.Optional(
          Type.Union([
            Type.Literal('saml'),
            Type.Literal('oidc'),
            Type.Literal('ldap'),
            Type.Literal('linked'),
            Type.Literal('provisioning'),
          ]),
        ),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
      },
      { additionalProperties: false },
    ),
    success: {
      status: 200,
      schema: Type.Object({
        items: Type.Array(TemplateHit),
        total: Type.Integer(),
        categories: Type.Array(Type.Object({ category: Type.String(), count: Type.Integer() }), {
          description: 'Of what matches the words and protocol',
        }),
      }),
    },
    perMinute: 600,
  }),
  getTemplate: route({
    id: 'access.getTemplate',
    method: 'GET',
    path: '/api/templates/:slug',
    summary: 'One app template with its patterns and the values it asks for',
    access: readers,
    params: Type.Object({ slug: Slug }, { additionalProperties: false }),
    success: { status: 200, schema: Template },
    problems: [404],
  }),
  getIcon: route({
    id: 'access.getIcon',
    method: 'GET',
    path: '/icons/:slug.svg',
    summary: 'An icon in its brand colour',
    access: 'public',
    params: Type.Object({ slug: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
    success: { status: 200, content: 'file' },
    problems: [404],
    perMinute: 3000,
  }),

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

  listRoles: route({
    id: 'access.listRoles',
    method: 'GET',
    path: '/api/roles',
    summary: 'Roles of this company',
    access: readers,
    query: Type.Object(
      {
        ...PageQuery,
        q: Type.Optional(Type.String({ maxLength: 100 })),
        appId: Type.Optional(Id),
        state: Type.Optional(AppState),
      },
      { additionalProperties: false },
    ),
    success: { status: 200, schema: Page(RoleRow) },
    problems: [400],
  }),
  getRole: route({
    id: 'access.getRole',
    method: 'GET',
    path: '/api/roles/:id',
    summary: 'One role: what it carries, who owns it, who may ask for it',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: RoleDetail },
    problems: [404],
  }),
  createRole: route({
    id: 'access.createRole',
    method: 'POST',
    path: '/api/roles',
    summary: 'Create a role',
    access: admins,
    body: CreateRole,
    success: { status: 201, schema: RoleDetail },
    problems: [400, 409],
  }),
  editRole: route({
    id: 'access.editRole',
    method: 'PATCH',
    path: '/api/roles/:id',
    summary: 'Change a role; what it carries changes for everyone who holds it',
    access: admins,
    params: IdParams,
    body: EditRole,
    success: { status: 200, schema: RoleDetail },
    problems: [400, 404, 409],
  }),
  retireRole: route({
    id: 'access.retireRole',
    method: 'POST',
    path: '/api/roles/:id/retire',
    summary: 'Take a role out of use: its grants end',
    access: admins,
    params: IdParams,
    body: ReasonBody,
    success: { status: 200, schema: RoleDetail },
    problems: [404, 409],
  }),
  listRoleGrants: route({
    id: 'access.listRoleGrants',
    method: 'GET',
    path: '/api/roles/:id/grants',
    summary: 'Who holds a role, or held it',
    access: readers,
    params: IdParams,
    query: grantListQuery,
    success: { status: 200, schema: Page(Grant) },
    problems: [400, 404],
  }),

  searchCatalog: route({
    id: 'access.searchCatalog',
    method: 'GET',
    path: '/api/catalog',
    summary: 'What the caller may ask for',
    access: 'person',
    query: Type.Object(
      { ...PageQuery, q: Type.Optional(Type.String({ maxLength: 100 })), category: Type.Optional(Slug) },
      { additionalProperties: false },
    ),
    success: {
      status: 200,
      schema: Type.Object({
        items: Type.Array(CatalogItem),
        next: orNull(Type.String()),
        categories: Type.Array(Type.Object({ category: Type.String(), count: Type.Integer() }), {
          description: 'Of all the caller may ask for',
        }),
      }),
    },
    problems: [400],
    perMinute: 600,
  }),
  getCatalogRole: route({
    id: 'access.getCatalogRole',
    method: 'GET',
    path: '/api/catalog/:id',
    summary: 'What one gets with a role the caller may ask for or holds',
    access: 'person',
    params: IdParams,
    success: { status: 200, schema: CatalogDetail },
    problems: [404],
  }),

  listMyGrants: route({
    id: 'access.listMyGrants',
    method: 'GET',
    path: '/api/me/grants',
    summary: 'Roles the caller holds, or held',
    access: 'person',
    query: grantListQuery,
    success: { status: 200, schema: Page(Grant) },
    problems: [400],
  }),
  getMyWhy: route({
    id: 'access.getMyWhy',
    method: 'GET',
    path: '/api/me/why',
    summary: 'Why the caller may use an app or holds a role; give one of roleId and appId',
    access: 'person',
    query: WhyQuery,
    success: { status: 200, schema: Why },
    problems: [400, 404],
  }),
  listPersonGrants: route({
    id: 'access.listPersonGrants',
    method: 'GET',
    path: '/api/people/:id/grants',
    summary: 'Roles a person holds, or held',
    access: readers,
    params: IdParams,
    query: grantListQuery,
    success: { status: 200, schema: Page(Grant) },
    problems: [400, 404],
  }),
  getPersonWhy: route({
    id: 'access.getPersonWhy',
    method: 'GET',
    path: '/api/people/:id/why',
    summary: 'Why a person may use an app or holds a role; give one of roleId and appId',
    access: readers,
    params: IdParams,
    query: WhyQuery,
    success: { status: 200, schema: Why },
    problems: [400, 404],
  }),
  getGrant: route({
    id: 'access.getGrant',
    method: 'GET',
    path: '/api/grants/:id',
    summary: 'One grant: the caller’s own, or any for administrators and auditors',
    access: 'person',
    params: IdParams,
    success: { status: 200, schema: Grant },
    problems: [404],
  }),
  giveBackGrant: route({
    id: 'access.giveBackGrant',
    method: 'POST',
    path: '/api/grants/:id/give-back',
    summary: 'Give back a role the caller holds',
    access: 'person',
    params: IdParams,
    body: Empty,
    success: { status: 200, schema: Grant },
    problems: [404, 409],
  }),
  revokeGrant: route({
    id: 'access.revokeGrant',
    method: 'POST',
    path: '/api/grants/:id/revoke',
    summary: 'Take a role from a person',
    access: admins,
    params: IdParams,
    body: ReasonBody,
    success: { status: 200, schema: Grant },
    problems: [404, 409],
  }),
} as const
