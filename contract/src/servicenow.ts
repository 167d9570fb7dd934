/**
 * What Hallpass' app in ServiceNow calls. The caller is an OAuth client of one connection (`client_credentials`) whose
 * scope is the one the route names, and every call carries the signature described in docs/guides/connect-servicenow.md.
 * Every call may be repeated: the ServiceNow id in it makes the repeat the same call, with the same answer.
 */
import { type Static, Type } from 'typebox'
import { Id, Line } from './common.ts'
import { route } from './route.ts'
import {
  CatalogEntry,
  Fulfilment,
  Language,
  MatchBy,
  Reason,
  SnowPerson,
  SysId,
  strict,
  Ticket,
  words,
} from './servicenow-shapes.ts'

const fulfil = { client: 'desk.fulfil' } as const
const password = { client: 'desk.password' } as const
const read = { client: 'desk.read' } as const

/** The header of both directions: `v=1,kid=…,iid=…,ts=…,nonce=…,mac=…`. */
export const signatureHeader = 'x-hallpass-signature'

export const ConnectionAnswer = Type.Object({
  connectionId: Id,
  name: Type.String(),
  scopes: Type.Array(words('desk.fulfil', 'desk.password', 'desk.read')),
  mode: words('push', 'pull'),
  time: Type.Integer({ description: 'Seconds since 1970 here' }),
  clockOffsetSeconds: Type.Number({ description: 'How far the caller is ahead, as its signature says' }),
  catalogVersion: Type.Integer(),
})
export type ConnectionAnswer = Static<typeof ConnectionAnswer>

/** Somebody as `sys_user` has them: the user name, and what else a connection may match people by. */
const RequestedFor = {
  email: Type.Optional(Line(320, 0)),
  employeeNumber: Type.Optional(Line(100, 0)),
  language: Type.Optional(Language),
}

export const PolicyStageAnswer = Type.Object({
  kind: words('manager', 'group', 'owner', 'person'),
  label: Type.String(),
  quorum: Type.Integer(),
  approvers: Type.Array(
    Type.Object({
      userName: Type.String(),
      email: Type.String(),
      name: Type.String(),
      match: Type.Object(
        { field: MatchBy, value: Type.String() },
        { description: 'The field of sys_user by which this connection tells people apart, and what it holds' },
      ),
    }),
  ),
  problem: Type.Union([Type.String(), Type.Null()], {
    description: 'Set when nobody who may decide could be found; the order would be denied',
  }),
})
export type PolicyStageAnswer = Static<typeof PolicyStageAnswer>

export const PostFulfilment = Type.Object(
  {
    ritm: Ticket,
    request: Ticket,
    requestedFor: SnowPerson,
    openedBy: SnowPerson,
    roles: Type.Array(Id, { minItems: 1, maxItems: 20, uniqueItems: true }),
    durationDays: Type.Union([Type.Integer({ minimum: 1, maximum: 3650 }), Type.Null()]),
    reason: Reason,
  },
  strict,
)
export type PostFulfilment = Static<typeof PostFulfilment>

/** A request of ServiceNow's Password Reset application, or of our own page there. */
const RequestId = Line(64, 8)
const Process = words('self_service', 'service_desk')
const challenge = { challengeId: Type.Union([Id, Type.Null()]) }
/** Refused by the schema where it is read, and dropped: a password that ServiceNow made is never used. */
const NewPassword = Type.String({ minLength: 1, maxLength: 1024 })

/**
 * `success` · `failure` (with words for the person) · `pending` (a callback follows) · `link_sent`: the person was sent a
 * link, and nobody else sees or chooses the password.
 */
export const PasswordOutcome = Type.Object({
  status: words('success', 'failure', 'pending', 'link_sent'),
  message: Type.String(),
})
export type PasswordOutcome = Static<typeof PasswordOutcome>

export const ChallengeKind = words('mail_code', 'totp', 'recovery_codes', 'push', 'sms')
export const ChallengeAnswer = Type.Object({
  id: Id,
  state: words('waiting', 'proven', 'ended'),
  given: Type.Integer({ description: 'Right answers so far; who has a second factor gives two of different kinds' }),
  offers: Type.Array(
    Type.Object({
      kind: Type.String(),
      label: Type.String(),
      number: Type.Union([Type.String(), Type.Null()], {
        description: 'Shown to the person, who picks it on their phone',
      }),
    }),
  ),
  expiresAt: Type.String(),
})
export type ChallengeAnswer = Static<typeof ChallengeAnswer>

const Ritm = Type.Object({ ritmSysId: SysId }, strict)
const ChallengeParams = Type.Object({ id: Id }, strict)

export const servicenowRoutes = {
  deskConnection: route({
    id: 'desk.v1.getConnection',
    method: 'GET',
    path: '/desk/v1/connection',
    summary: 'Who is calling, what it may, and how far its clock is off',
    access: read,
    success: { status: 200, schema: ConnectionAnswer },
  }),
  deskApps: route({
    id: 'desk.v1.listApps',
    method: 'GET',
    path: '/desk/v1/apps',
    summary: 'What can be asked for; for one person, what they may ask for and hold',
    access: read,
    query: Type.Object({ requestedFor: Type.Optional(Line(320)), ...RequestedFor }, strict),
    success: { status: 200, schema: Type.Object({ version: Type.Integer(), apps: Type.Array(CatalogEntry) }) },
  }),
  deskPolicy: route({
    id: 'desk.v1.getPolicy',
    method: 'GET',
    path: '/desk/v1/policies/:roleId',
    summary: 'Who has to approve this role for this person, stage by stage',
    access: read,
    params: Type.Object({ roleId: Id }, strict),
    query: Type.Object({ requestedFor: Line(320), ...RequestedFor }, strict),
    success: {
      status: 200,
      schema: Type.Object({ roleId: Id, version: Type.Integer(), stages: Type.Array(PolicyStageAnswer) }),
    },
    problems: [404],
  }),
  deskFulfil: route({
    id: 'desk.v1.fulfil',
    method: 'POST',
    path: '/desk/v1/fulfilments',
    summary: 'An item was approved there: read everything about it back from the instance, and make it so',
    access: fulfil,
    body: PostFulfilment,
    success: { status: 202, schema: Fulfilment },
    problems: [409],
  }),
  deskFulfilment: route({
    id: 'desk.v1.getFulfilment',
    method: 'GET',
    path: '/desk/v1/fulfilments/:ritmSysId',
    summary: 'How far an item is',
    access: fulfil,
    params: Ritm,
    success: { status: 200, schema: Fulfilment },
    problems: [404],
  }),
  deskRevoke: route({
    id: 'desk.v1.revoke',
    method: 'POST',
    path: '/desk/v1/revocations',
    summary: 'An item was cancelled or closed there: stop the work, or take back what it gave',
    access: fulfil,
    body: Type.Object({ ritm: Ticket, reason: Reason }, strict),
    success: { status: 202, schema: Fulfilment },
    problems: [404, 409],
  }),
  deskChallenge: route({
    id: 'desk.v1.startChallenge',
    method: 'POST',
    path: '/desk/v1/challenges',
    summary: 'Ask this person for a proof that only they can give, for this one password request',
    access: password,
    body: Type.Object({ requestId: RequestId, person: SnowPerson }, strict),
    success: { status: 201, schema: ChallengeAnswer },
  }),
  deskAnswerChallenge: route({
    id: 'desk.v1.answerChallenge',
    method: 'POST',
    path: '/desk/v1/challenges/:id/answers',
    summary: 'A code the person entered, or an empty one to have a code or a prompt sent; the state afterwards',
    access: password,
    params: ChallengeParams,
    body: Type.Object({ requestId: RequestId, kind: ChallengeKind, code: Line(64, 0) }, strict),
    success: { status: 200, schema: ChallengeAnswer },
  }),
  deskChallengeState: route({
    id: 'desk.v1.getChallenge',
    method: 'GET',
    path: '/desk/v1/challenges/:id',
    summary: 'Whether a proof has been given',
    access: password,
    params: ChallengeParams,
    success: { status: 200, schema: ChallengeAnswer },
  }),
  deskResetPassword: route({
    id: 'desk.v1.resetPassword',
    method: 'POST',
    path: '/desk/v1/password-resets',
    summary: 'Set a new password in the directory of the person, or send them a link when an agent asks',
    access: password,
    body: Type.Object(
      {
        requestId: RequestId,
        person: SnowPerson,
        process: Process,
        ...challenge,
        newPassword: Type.Optional(NewPassword),
      },
      strict,
    ),
    success: { status: 200, schema: PasswordOutcome },
    problems: [409],
  }),
  deskChangePassword: route({
    id: 'desk.v1.changePassword',
    method: 'POST',
    path: '/desk/v1/password-changes',
    summary: 'Change a password, given the old one',
    access: password,
    body: Type.Object(
      { requestId: RequestId, person: SnowPerson, oldPassword: NewPassword, newPassword: NewPassword },
      strict,
    ),
    success: { status: 200, schema: PasswordOutcome },
    problems: [409],
  }),
  deskUnlock: route({
    id: 'desk.v1.unlock',
    method: 'POST',
    path: '/desk/v1/unlocks',
    summary: 'Unlock the account of the person in their directory',
    access: password,
    body: Type.Object({ requestId: RequestId, person: SnowPerson, process: Process, ...challenge }, strict),
    success: { status: 200, schema: PasswordOutcome },
    problems: [409],
  }),
  deskLockState: route({
    id: 'desk.v1.lockState',
    method: 'POST',
    path: '/desk/v1/lock-states',
    summary: 'Whether the account is locked; told only after a proof, and otherwise as for anybody',
    access: password,
    body: Type.Object({ requestId: RequestId, person: SnowPerson, ...challenge }, strict),
    success: { status: 200, schema: Type.Object({ locked: words('yes', 'no', 'unknown'), message: Type.String() }) },
  }),
}
