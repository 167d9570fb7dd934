/** Roles: what they carry, who owns them, who may ask for them. */
import { type Static, Type } from 'typebox'
import { AppState, admins, ReasonBody, Version } from './apps.ts'
import {
  AppSummary,
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
import { orNull, readers } from './templates.ts'

export const Days = Type.Integer({ minimum: 1, maximum: 3650 })
const Entitlement = Line(200)

export const GroupName = Type.Object({ id: Id, name: Type.String() })

export const AskedBy = Type.Union([Type.Literal('nobody'), Type.Literal('everyone'), Type.Literal('groups')])
export type AskedBy = Static<typeof AskedBy>

export const RoleName = Type.Object({ id: Id, name: Type.String() })

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
  conflicts: Type.Array(RoleName, { description: 'Roles that one person should not hold together with this one' }),
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
  /** Kept for both roles: naming one names this one there, too. */
  conflictIds: Type.Optional(Type.Array(Id, { maxItems: 50 })),
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

export const roleRoutes = {
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
} as const
