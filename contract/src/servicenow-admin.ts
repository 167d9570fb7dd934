/** ServiceNow as administrators of Hallpass set it up: which instance, with which rights, and how it is doing. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Timestamp } from './common.ts'
import { route } from './route.ts'
import { MatchBy, strict, words } from './servicenow-shapes.ts'
import { orNull } from './templates.ts'

const admins = { roles: ['admin'] } as const
const readers = { roles: ['admin', 'auditor'] } as const

const Settings = {
  name: Line(100),
  instanceUrl: Type.String({
    minLength: 8,
    maxLength: 500,
    pattern: '^https?://[^\\s/?#@]+/?$',
    description: 'Address of the instance, such as https://acme.service-now.com',
  }),
  mode: words('push', 'pull'),
  matchBy: MatchBy,
  pollSeconds: Type.Integer({ minimum: 5, maximum: 3600 }),
  ratePerSecond: Type.Number({
    minimum: 0.1,
    maximum: 500,
    description: 'Calls a second to the instance, over all nodes',
  }),
  casesAs: words('nothing', 'incident', 'sc_task'),
  endsWithTicket: Type.Boolean({ description: 'Access that an item gave ends when the item is cancelled later' }),
  ownVerificationSuffices: Type.Boolean({
    description:
      'What ServiceNow itself verified is enough for a reset, without a proof of Hallpass; never for protected people',
  }),
  resetsMax: Type.Integer({
    minimum: 1,
    maximum: 1000,
    description: 'Resets in ten minutes; above it the door closes',
  }),
}

export const SnowFinding = Type.Object({
  level: words('ok', 'warning', 'fault'),
  subject: words('address', 'oauth', 'rights', 'app', 'callback', 'clock', 'people', 'cases'),
  message: Type.String({ description: 'What was found and, unless ok, what to do' }),
  code: Type.Optional(Type.String({ description: 'Names the sentence, for pages in another language' })),
  values: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})
export type SnowFinding = Static<typeof SnowFinding>

export const SnowKey = Type.Object({
  id: Type.String(),
  direction: words('to_hallpass', 'to_servicenow'),
  state: words('current', 'previous', 'exposed'),
  createdAt: Timestamp,
  exposedBy: orNull(Type.String({ description: 'Instance that used the key and is not the one it was made for' })),
})

export const SnowConnection = Type.Object({
  id: Id,
  ...Settings,
  state: words('active', 'disabled', 'closed'),
  closedReason: orNull(Type.String({ description: 'The door for passwords closed itself; the rest goes on' })),
  instanceId: orNull(Type.String()),
  oauthClientId: Type.String(),
  keys: Type.Array(SnowKey),
  clients: Type.Array(Type.Object({ scope: Type.String(), clientId: Type.String() })),
  tokenUrl: Type.String({ description: 'Where the app asks for tokens' }),
  deskUrl: Type.String({ description: 'What the app calls' }),
  clockOffsetSeconds: orNull(Type.Number()),
  catalogSyncedAt: orNull(Timestamp),
  catalogVersion: Type.Integer(),
  catalogComparedAt: orNull(Timestamp),
  polledAt: orNull(Timestamp),
  heardAt: orNull(Timestamp),
  open: Type.Integer({ description: 'Items that are under way' }),
  waiting: Type.Integer({ description: 'Answers that ServiceNow has not taken yet' }),
  failing: Type.Integer({ description: 'Those of them that failed before' }),
  lastFailure: orNull(Type.Object({ at: Timestamp, message: Type.String() })),
  isUsed: Type.Boolean({ description: 'Something came from it already; it is paused then, and not removed' }),
  version: Type.Integer(),
})
export type SnowConnection = Static<typeof SnowConnection>

/** Told once, and never again. */
export const SnowSecrets = Type.Object({
  connection: SnowConnection,
  clients: Type.Array(Type.Object({ scope: Type.String(), clientId: Type.String(), clientSecret: Type.String() })),
  keys: Type.Array(
    Type.Object({ id: Type.String(), direction: words('to_hallpass', 'to_servicenow'), base64: Type.String() }),
  ),
})
export type SnowSecrets = Static<typeof SnowSecrets>

const OptionalSettings = {
  mode: Type.Optional(Settings.mode),
  matchBy: Type.Optional(Settings.matchBy),
  pollSeconds: Type.Optional(Settings.pollSeconds),
  ratePerSecond: Type.Optional(Settings.ratePerSecond),
  casesAs: Type.Optional(Settings.casesAs),
  endsWithTicket: Type.Optional(Settings.endsWithTicket),
  ownVerificationSuffices: Type.Optional(Settings.ownVerificationSuffices),
  resetsMax: Type.Optional(Settings.resetsMax),
}

export const CreateSnowConnection = Type.Object(
  {
    name: Settings.name,
    instanceUrl: Settings.instanceUrl,
    oauthClientId: Line(200),
    oauthClientSecret: Line(1000),
    ...OptionalSettings,
  },
  strict,
)
export type CreateSnowConnection = Static<typeof CreateSnowConnection>

/** What is left out keeps its value. Another address or client needs the secret again. */
export const ChangeSnowConnection = Type.Object(
  {
    version: Type.Integer(),
    name: Type.Optional(Settings.name),
    instanceUrl: Type.Optional(Settings.instanceUrl),
    oauthClientId: Type.Optional(Line(200)),
    oauthClientSecret: Type.Optional(Line(1000)),
    ...OptionalSettings,
  },
  strict,
)
export type ChangeSnowConnection = Static<typeof ChangeSnowConnection>

const base = '/api/servicenow/connections'
const one = { status: 200, schema: SnowConnection } as const

export const servicenowAdminRoutes = {
  listSnowConnections: route({
    id: 'servicenow.listConnections',
    method: 'GET',
    path: base,
    summary: 'The instances that Hallpass works with, and how they are doing',
    access: readers,
    success: { status: 200, schema: Type.Object({ items: Type.Array(SnowConnection) }) },
  }),
  createSnowConnection: route({
    id: 'servicenow.createConnection',
    method: 'POST',
    path: base,
    summary: 'Add an instance; answers the secrets for its app, this once',
    access: admins,
    body: CreateSnowConnection,
    success: { status: 201, schema: SnowSecrets },
    problems: [409],
  }),
  getSnowConnection: route({
    id: 'servicenow.getConnection',
    method: 'GET',
    path: `${base}/:id`,
    summary: 'One instance',
    access: readers,
    params: IdParams,
    success: one,
  }),
  changeSnowConnection: route({
    id: 'servicenow.changeConnection',
    method: 'PATCH',
    path: `${base}/:id`,
    summary: 'Change how an instance is worked with',
    access: admins,
    params: IdParams,
    body: ChangeSnowConnection,
    success: one,
    problems: [409],
  }),
  testSnowConnection: route({
    id: 'servicenow.testConnection',
    method: 'POST',
    path: `${base}/:id/test`,
    summary: 'Try both directions, and name what is missing',
    access: admins,
    params: IdParams,
    success: {
      status: 200,
      schema: Type.Object({ ok: Type.Boolean(), findings: Type.Array(SnowFinding), connection: SnowConnection }),
    },
    problems: [503],
  }),
  rotateSnowKeys: route({
    id: 'servicenow.rotateKeys',
    method: 'POST',
    path: `${base}/:id/rotate-keys`,
    summary: 'New keys for both directions, told this once; those before work for another day, exposed ones end now',
    access: admins,
    params: IdParams,
    success: { status: 200, schema: SnowSecrets },
  }),
  renewSnowClients: route({
    id: 'servicenow.renewClients',
    method: 'POST',
    path: `${base}/:id/renew-clients`,
    summary: 'New secrets for the three clients of the app, told this once; those before end now',
    access: admins,
    params: IdParams,
    success: { status: 200, schema: SnowSecrets },
  }),
  rebindSnowConnection: route({
    id: 'servicenow.rebindConnection',
    method: 'POST',
    path: `${base}/:id/rebind`,
    summary: 'Forget which instance this was, and take the one that answers at the next test',
    access: admins,
    params: IdParams,
    success: one,
  }),
  openSnowConnection: route({
    id: 'servicenow.enableConnection',
    method: 'POST',
    path: `${base}/:id/enable`,
    summary: 'Open the door again, after it was disabled or closed itself',
    access: admins,
    params: IdParams,
    success: one,
  }),
  disableSnowConnection: route({
    id: 'servicenow.disableConnection',
    method: 'POST',
    path: `${base}/:id/disable`,
    summary: 'Close the door in both directions',
    access: admins,
    params: IdParams,
    success: one,
  }),
  removeSnowConnection: route({
    id: 'servicenow.removeConnection',
    method: 'DELETE',
    path: `${base}/:id`,
    summary: 'Remove an instance that nothing came from yet; one that access came from is disabled instead',
    access: admins,
    params: IdParams,
    success: { status: 204 },
    problems: [409],
  }),
  syncSnowCatalog: route({
    id: 'servicenow.syncCatalog',
    method: 'POST',
    path: `${base}/:id/sync`,
    summary: 'Send the whole catalog now',
    access: admins,
    params: IdParams,
    success: { status: 202, schema: SnowConnection },
  }),
}
