/** The trail: who did what to whom, when and why; searched, verified and exported by administrators and auditors. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Lines, Page, PageQuery, Timestamp } from './common.ts'
import { route } from './route.ts'

const Nullable = <T extends import('typebox').TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const Facts = Type.Record(Type.String(), Type.Unknown())

export const TrailActor = Type.Object({
  kind: Type.Union([
    Type.Literal('person'),
    Type.Literal('bootstrap'),
    Type.Literal('operator'),
    Type.Literal('system'),
    Type.Literal('anonymous'),
  ]),
  personId: Nullable(Id),
  name: Nullable(Type.String({ description: 'Of an operator or a part of the service; people are shown by personId' })),
  address: Nullable(Type.String({ description: 'Client address; null when there was none or it was erased' })),
  requestId: Nullable(Type.String({ description: 'The HTTP request it came with' })),
})
export type TrailActor = Static<typeof TrailActor>

export const TrailEntry = Type.Object({
  id: Id,
  at: Timestamp,
  kind: Type.Union([Type.Literal('fact'), Type.Literal('intent'), Type.Literal('outcome')], {
    description: 'A fact of our own database; or what was meant to be done outside it; or what came of that',
  }),
  action: Type.String({ description: 'noun.past_participle: request.approved' }),
  actor: TrailActor,
  subjects: Type.Record(Type.String(), Type.String(), { description: 'What it is about: personId, requestId, …' }),
  reason: Nullable(Type.String()),
  before: Nullable(Facts),
  after: Nullable(Facts),
  personal: Type.Record(Type.String(), Type.Unknown(), { description: 'Values about people; null once erased' }),
  intentId: Nullable(Id),
  ok: Nullable(Type.Boolean({ description: 'Of an outcome: whether it succeeded' })),
  chain: Type.Integer(),
  seq: Type.Integer(),
})
export type TrailEntry = Static<typeof TrailEntry>

export const TrailFilter = {
  action: Type.Optional(
    Type.String({
      maxLength: 80,
      pattern: '^[a-z_.-]+$',
      description: 'A whole action, or its beginning up to a dot: request.',
    }),
  ),
  personId: Type.Optional(
    Type.String({ format: 'uuid', description: 'What this person did, and what was done to them' }),
  ),
  requestId: Type.Optional(Id),
  appId: Type.Optional(Id),
  grantId: Type.Optional(Id),
  roleId: Type.Optional(Id),
  directoryId: Type.Optional(Id),
  from: Type.Optional(Timestamp),
  to: Type.Optional(Timestamp),
}

export const TrailFinding = Type.Object({
  kind: Type.Union([
    Type.Literal('changed'),
    Type.Literal('removed'),
    Type.Literal('reordered'),
    Type.Literal('cut_off'),
    Type.Literal('rebuilt'),
    Type.Literal('restored'),
    Type.Literal('personal_changed'),
    Type.Literal('intent_hidden'),
    Type.Literal('checkpoint_forged'),
    Type.Literal('checkpoints_missing'),
  ]),
  sentence: Type.String({ description: 'What was found and where, in words' }),
  chain: Nullable(Type.Integer()),
  seq: Nullable(Type.Integer()),
  entryId: Nullable(Id),
})
export type TrailFinding = Static<typeof TrailFinding>

export const TrailVerification = Type.Object({
  ok: Type.Boolean(),
  verifiedAt: Timestamp,
  entries: Type.Integer(),
  chains: Type.Integer(),
  checkpoints: Type.Integer(),
  sealedUntil: Nullable(Timestamp),
  unsealedEntries: Type.Integer({ description: 'Newer than the last checkpoint: chained, not yet sealed' }),
  erasedValues: Type.Integer({ description: 'Values about people that were erased on purpose' }),
  findings: Type.Array(TrailFinding),
  notes: Type.Array(Type.String(), { description: 'Known and signed events, such as a restore by the operator' }),
})
export type TrailVerification = Static<typeof TrailVerification>

export const OpenIntent = Type.Object({
  id: Id,
  at: Timestamp,
  action: Type.String(),
  actor: TrailActor,
  subjects: Type.Record(Type.String(), Type.String()),
})
export type OpenIntent = Static<typeof OpenIntent>

const readers = { roles: ['admin', 'auditor'] } as const

export const auditRoutes = {
  searchTrail: route({
    id: 'audit.searchTrail',
    method: 'GET',
    path: '/api/trail',
    summary: 'Entries of the trail, newest first',
    access: readers,
    query: Type.Object({ ...TrailFilter, ...PageQuery }, { additionalProperties: false }),
    success: { status: 200, schema: Page(TrailEntry) },
  }),
  getEntry: route({
    id: 'audit.getEntry',
    method: 'GET',
    path: '/api/trail/entries/:id',
    summary: 'One entry of the trail',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: TrailEntry },
  }),
  verifyTrail: route({
    id: 'audit.verifyTrail',
    method: 'POST',
    path: '/api/trail/verify',
    summary: 'Reads the whole trail and holds it against its signed checkpoints',
    access: readers,
    success: { status: 200, schema: TrailVerification },
    perMinute: 6,
  }),
  exportTrail: route({
    id: 'audit.exportTrail',
    method: 'GET',
    path: '/api/trail/export',
    summary: 'Entries of the trail as a file of JSON lines, oldest first',
    access: readers,
    query: Type.Object(TrailFilter, { additionalProperties: false }),
    success: { status: 200, content: 'application/x-ndjson' },
    perMinute: 6,
  }),
  listOpenIntents: route({
    id: 'audit.listOpenIntents',
    method: 'GET',
    path: '/api/trail/intents',
    summary: 'Writes to the outside whose outcome nobody recorded yet',
    access: readers,
    success: { status: 200, schema: Type.Object({ items: Type.Array(OpenIntent) }) },
  }),
  resolveIntent: route({
    id: 'audit.resolveIntent',
    method: 'POST',
    path: '/api/trail/intents/:id/resolve',
    summary: 'Records what became of a write to the outside, after somebody looked',
    access: { roles: ['admin'] },
    params: IdParams,
    body: Type.Object({ happened: Type.Boolean(), reason: Lines(1000, 1) }, { additionalProperties: false }),
    success: { status: 204 },
    problems: [409],
  }),
}
