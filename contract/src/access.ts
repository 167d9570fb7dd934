/** Grants, the catalog people ask from, and every route of access: who may use what, why, and until when. */
import { type Static, Type } from 'typebox'
import { admins, appRoutes, ReasonBody } from './apps.ts'
import { AppSummary, Empty, Id, IdParams, Page, PageQuery, PersonSummary, ProductRole, Timestamp } from './common.ts'
import { Days, roleRoutes } from './roles.ts'
import { route } from './route.ts'
import { orNull, readers, Slug, templateRoutes } from './templates.ts'

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

/** What everybody of a directory holds together: what would end with them. */
export const HeldInDirectory = Type.Object({
  people: Type.Integer({ description: 'How many of them hold anything' }),
  roles: Type.Integer({ description: 'Roles they hold, pending ones included' }),
  accounts: Type.Integer({ description: 'Accounts in apps that these roles carry' }),
  powers: Type.Integer({ description: 'Roles of Hallpass itself among them: administrators, auditors, agents' }),
})
export type HeldInDirectory = Static<typeof HeldInDirectory>

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

export const accessRoutes = {
  ...templateRoutes,
  ...appRoutes,
  ...roleRoutes,
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
        total: Type.Integer({ description: 'Of what was searched for, in every category' }),
        categories: Type.Array(Type.Object({ category: Type.String(), count: Type.Integer() }), {
          description: 'Of what was searched for; a role with apps of two categories counts in both',
        }),
      }),
    },
    problems: [400],
  }),
  listPopular: route({
    id: 'access.listPopular',
    method: 'GET',
    path: '/api/catalog/popular',
    summary: 'What many colleagues of the caller use, and the caller may ask for',
    access: 'person',
    success: { status: 200, schema: Type.Object({ items: Type.Array(CatalogItem) }) },
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
  getHeldInDirectory: route({
    id: 'access.getHeldInDirectory',
    method: 'GET',
    path: '/api/directories/:id/held',
    summary: 'What the people of a directory hold together; shown before it is removed',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: HeldInDirectory },
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
