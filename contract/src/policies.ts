/** Approval policies on the wire: who must say yes, in which order, and what happens when nobody answers. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Timestamp } from './common.ts'
import { route } from './route.ts'

const strict = { additionalProperties: false }
const Hours = Type.Integer({ minimum: 1, maximum: 24 * 90 })
const OrNull = <T extends import('typebox').TSchema>(type: T) => Type.Union([type, Type.Null()])

/** Where approvers come from. Each is resolved anew whenever it matters, never stored as names. */
export const ApproverSource = Type.Union([
  Type.Object({ kind: Type.Literal('manager', { description: "The beneficiary's manager in the directory" }) }, strict),
  Type.Object({ kind: Type.Literal('role_owner') }, strict),
  Type.Object({ kind: Type.Literal('administrators') }, strict),
  Type.Object({ kind: Type.Literal('group'), groupId: Id }, strict),
  Type.Object({ kind: Type.Literal('person'), personId: Id }, strict),
])
export type ApproverSource = Static<typeof ApproverSource>

/** One step of an approval. Hours count from the moment the stage opens; the three must rise. */
export const PolicyStage = Type.Object(
  {
    name: Line(60),
    approvers: ApproverSource,
    /** How many different people must approve. */
    quorum: Type.Integer({ minimum: 1, maximum: 10 }),
    remindAfterHours: OrNull(Hours),
    escalateAfterHours: OrNull(Hours),
    /** Nobody decided by then: denied. Required, so that every request ends. */
    denyAfterHours: Hours,
    /** Asked when `approvers` gives nobody who may decide. */
    fallback: OrNull(ApproverSource),
    /** Asked when there is no fallback either, and when nobody answered in time. */
    escalateTo: OrNull(ApproverSource),
  },
  strict,
)
export type PolicyStage = Static<typeof PolicyStage>

export const PolicyRules = Type.Object(
  {
    stages: Type.Array(PolicyStage, { minItems: 1, maxItems: 6 }),
    /** False: whoever approved one stage cannot decide another. */
    samePersonMayDecideSeveralStages: Type.Boolean(),
    /** Approvers must have confirmed so lately that it is them; left out or null, being signed in is enough. */
    proveWithinMinutes: Type.Optional(OrNull(Type.Integer({ minimum: 1, maximum: 1440 }))),
  },
  strict,
)
export type PolicyRules = Static<typeof PolicyRules>

/** A policy with names filled in for reading. `roleId` null is the default policy. */
export const PolicyView = Type.Object({
  roleId: OrNull(Id),
  roleName: OrNull(Type.String()),
  /** True when the role has no policy of its own and this is the default. */
  inherited: Type.Boolean(),
  version: Type.Integer(),
  rules: PolicyRules,
  /** What each group and person id in the rules is called. */
  names: Type.Record(Type.String(), Type.String()),
  changedAt: OrNull(Timestamp),
  changedBy: OrNull(Type.String()),
})
export type PolicyView = Static<typeof PolicyView>

const Change = Type.Object(
  {
    version: Type.Integer({
      minimum: 0,
      description: 'The version that was read; 409 when it is no longer the current one',
    }),
    rules: PolicyRules,
  },
  strict,
)
const Changed = Type.Object({
  policy: PolicyView,
  weaker: Type.Boolean({ description: 'All administrators were told' }),
})
const readers = { roles: ['admin', 'auditor'] } as const
const writers = { roles: ['admin'] } as const

export const policyRoutes = {
  listPolicies: route({
    id: 'requests.listPolicies',
    method: 'GET',
    path: '/api/policies',
    summary: 'The default policy and every role that has its own',
    access: readers,
    success: { status: 200, schema: Type.Object({ default: PolicyView, roles: Type.Array(PolicyView) }) },
  }),
  getRolePolicy: route({
    id: 'requests.getRolePolicy',
    method: 'GET',
    path: '/api/policies/roles/:id',
    summary: 'The policy that requests for this role follow',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: PolicyView },
    problems: [404],
  }),
  setDefaultPolicy: route({
    id: 'requests.setDefaultPolicy',
    method: 'PUT',
    path: '/api/policies/default',
    summary: 'Replace the default policy; open requests keep the one they started with',
    access: writers,
    body: Change,
    success: { status: 200, schema: Changed },
    problems: [409],
  }),
  setRolePolicy: route({
    id: 'requests.setRolePolicy',
    method: 'PUT',
    path: '/api/policies/roles/:id',
    summary: 'Give a role its own policy, or replace it; open requests keep the one they started with',
    access: writers,
    params: IdParams,
    body: Change,
    success: { status: 200, schema: Changed },
    problems: [404, 409],
  }),
  dropRolePolicy: route({
    id: 'requests.dropRolePolicy',
    method: 'DELETE',
    path: '/api/policies/roles/:id',
    summary: 'Let a role follow the default policy again',
    access: writers,
    params: IdParams,
    query: Type.Object({ version: Type.Integer({ minimum: 0 }) }, strict),
    success: { status: 200, schema: Changed },
    problems: [404, 409],
  }),
}
