/** Passwords on the wire: forgotten, changed, unlocked, first set by invitation, and how each directory lets people recover. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Timestamp } from './common.ts'
import { PasskeyResponse, ProofAnswerFields, ProofCode, ProofKind, ProofOffer } from './factors.ts'
import {
  GroupRecoveryPolicy,
  GroupRecoveryPolicyFields,
  RecoveryPolicy,
  RecoveryPolicyFields,
} from './recovery-policies.ts'
import { route } from './route.ts'

/** What a person types to sign in: a login or a mail address. */
export const Login = Line(320)
/** A password travels only in a body. No shape is asked of it here: its directory says what it wants. */
export const Password = Type.String({ minLength: 1, maxLength: 1024 })
/** One-time values travel in bodies or in the fragment of a link, never in a path or query. */
export const OneTimeToken = Type.String({ minLength: 20, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' })

export const StartedReset = Type.Object({
  attemptId: Id,
  /** When the code of this attempt stops working. The same for everyone, known or not. */
  expiresAt: Timestamp,
  /** What may be answered first. The same for everyone, whatever they have: the mailed code, an app, a passkey. */
  offers: Type.Array(ProofOffer),
})
export type StartedReset = Static<typeof StartedReset>

export const TicketPurpose = Type.Union([
  Type.Literal('reset'),
  Type.Literal('invite'),
  Type.Literal('must_change'),
  Type.Literal('expired'),
])
export type TicketPurpose = Static<typeof TicketPurpose>

/** Proof given: what the page for the new password needs. The ticket is kept in memory only and sent back in bodies. */
export const ResetTicket = Type.Object({
  ticket: Type.String(),
  purpose: TicketPurpose,
  expiresAt: Timestamp,
  /** Not proven enough yet: one of these is wanted too, answered with this ticket. Empty when it opens the page. */
  more: Type.Array(ProofOffer),
})
export type ResetTicket = Static<typeof ResetTicket>

export const PasswordRule = Type.Object({
  code: Type.Union([
    Type.Literal('length_min'),
    Type.Literal('length_max'),
    Type.Literal('classes_min'),
    Type.Literal('history'),
    Type.Literal('age_min'),
    Type.Literal('no_personal_words'),
    Type.Literal('no_name_parts'),
    Type.Literal('no_common_passwords'),
    Type.Literal('quality'),
  ]),
  /** Characters, classes, remembered passwords or seconds, after the code; null where the rule has no number. */
  value: Type.Union([Type.Number(), Type.Null()]),
  /** The rule as a sentence in English. */
  sentence: Type.String(),
})
export type PasswordRule = Static<typeof PasswordRule>

/** The rules of this person's own directory, and whose password it is. Shown only after proof. */
export const PasswordRules = Type.Object({
  displayName: Type.String(),
  login: Type.String(),
  directoryName: Type.String(),
  rules: Type.Array(PasswordRule),
  /** Words the password must not contain (login, names, company), for ticking off while typing. */
  forbiddenWords: Type.Array(Type.String()),
  /** Locked in the directory or by us: unlocking without a new password is offered. */
  locked: Type.Boolean(),
  /** Before this time the directory refuses another change; null when a change is possible now. */
  notBefore: Type.Union([Timestamp, Type.Null()]),
  /** Where the password cannot be set from here: a sentence that says why and what to do; null when it can. */
  unavailable: Type.Union([Type.String(), Type.Null()]),
  /** The directory itself may take the old password on other doors for some minutes more; say so when it is done. */
  oldPasswordLingers: Type.Boolean(),
})
export type PasswordRules = Static<typeof PasswordRules>

export const CredentialState = Type.Object({
  personId: Id,
  /** Sign-in is waiting because of wrong tries counted here, until then. */
  lockedUntil: Type.Union([Timestamp, Type.Null()]),
  /** The directory itself says the account is locked; null when it could not be asked. */
  lockedInDirectory: Type.Union([Type.Boolean(), Type.Null()]),
  mustChange: Type.Union([Type.Boolean(), Type.Null()]),
  passwordChangedAt: Type.Union([Timestamp, Type.Null()]),
  passwordExpiresAt: Type.Union([Timestamp, Type.Null()]),
  /** Sessions begun before this are refused. */
  validFrom: Type.Union([Timestamp, Type.Null()]),
  selfServiceStoppedAt: Type.Union([Timestamp, Type.Null()]),
  /** Addresses that changed lately: they receive no code before `until`. */
  restingAddresses: Type.Array(Type.Object({ mail: Type.String(), until: Timestamp })),
  canInvite: Type.Boolean(),
  canUnlock: Type.Boolean(),
})
export type CredentialState = Static<typeof CredentialState>

/** Directories that show themselves to everyone, for telling apart logins that exist in several. */
export const PublicDirectories = Type.Object({
  items: Type.Array(Type.Object({ id: Id, label: Type.String() })),
})
export type PublicDirectories = Static<typeof PublicDirectories>

const closed = { additionalProperties: false }
const tag = '/api/password'

export const credentialsRoutes = {
  listPublicDirectories: route({
    id: 'credentials.listPublicDirectories',
    method: 'GET',
    path: `${tag}/directories`,
    summary: 'Labels to choose from where a login may exist in several directories; the same for everyone',
    access: 'public',
    success: { status: 200, schema: PublicDirectories },
    perMinute: 60,
  }),
  startReset: route({
    id: 'credentials.startReset',
    method: 'POST',
    path: `${tag}/resets`,
    summary: 'Ask for a code to reset a forgotten password; the answer is the same for everyone',
    access: 'public',
    body: Type.Object({ login: Login, directoryId: Type.Optional(Id) }, closed),
    success: { status: 202, schema: StartedReset },
    problems: [429],
    perMinute: 20,
  }),
  verifyCode: route({
    id: 'credentials.verifyCode',
    method: 'POST',
    path: `${tag}/resets/:id/verify`,
    summary: 'Prove who one is with the code of this attempt',
    access: 'public',
    params: IdParams,
    body: Type.Object({ code: ProofCode, kind: Type.Optional(ProofKind) }, closed),
    success: { status: 200, schema: ResetTicket },
    problems: [401, 429],
    perMinute: 60,
  }),
  verifyPasskey: route({
    id: 'credentials.verifyPasskey',
    method: 'POST',
    path: `${tag}/resets/:id/passkey`,
    summary: 'Prove who one is with a passkey, answering the options of this attempt',
    access: 'public',
    params: IdParams,
    body: Type.Object({ response: PasskeyResponse }, closed),
    success: { status: 200, schema: ResetTicket },
    problems: [401, 429],
    perMinute: 60,
  }),
  verifyLink: route({
    id: 'credentials.verifyLink',
    method: 'POST',
    path: `${tag}/links/verify`,
    summary: 'Prove who one is with the token of a mailed link (reset or invitation)',
    access: 'public',
    body: Type.Object({ token: OneTimeToken }, closed),
    success: { status: 200, schema: ResetTicket },
    problems: [401, 429],
    perMinute: 60,
  }),
  addProof: route({
    id: 'credentials.addProof',
    method: 'POST',
    path: `${tag}/tickets/proofs`,
    summary: 'Give one more proof for a ticket that wants it, or ask for the code or prompt that it answers',
    access: 'public',
    body: Type.Object({ ticket: OneTimeToken, ...ProofAnswerFields }, closed),
    success: { status: 200, schema: ResetTicket },
    problems: [401, 409, 429, 503],
    perMinute: 120,
  }),
  ticketRules: route({
    id: 'credentials.ticketRules',
    method: 'POST',
    path: `${tag}/tickets/rules`,
    summary: 'The password rules of the directory of the person who gave proof',
    access: 'public',
    body: Type.Object({ ticket: OneTimeToken }, closed),
    success: { status: 200, schema: PasswordRules },
    problems: [401, 404, 503],
  }),
  finishReset: route({
    id: 'credentials.finishReset',
    method: 'POST',
    path: `${tag}/tickets/finish`,
    summary: 'Set the new password; it never signs in',
    access: 'public',
    body: Type.Object({ ticket: OneTimeToken, password: Password }, closed),
    success: { status: 204 },
    problems: [401, 409, 429, 503],
    perMinute: 30,
  }),
  unlockWithTicket: route({
    id: 'credentials.unlockWithTicket',
    method: 'POST',
    path: `${tag}/tickets/unlock`,
    summary: 'Unlock the account and keep the password',
    access: 'public',
    body: Type.Object({ ticket: OneTimeToken }, closed),
    success: { status: 204 },
    problems: [401, 409, 503],
  }),
  disputeReset: route({
    id: 'credentials.disputeReset',
    method: 'POST',
    path: `${tag}/disputes`,
    summary: '"This was not me": ends all sessions and stops self-service until the service desk has looked',
    access: 'public',
    body: Type.Object({ token: OneTimeToken }, closed),
    success: { status: 204 },
    problems: [401, 429],
    perMinute: 30,
  }),
  ownRules: route({
    id: 'credentials.ownRules',
    method: 'GET',
    path: `${tag}/rules`,
    summary: 'The password rules of my own directory',
    access: 'person',
    success: { status: 200, schema: PasswordRules },
    problems: [503],
  }),
  changePassword: route({
    id: 'credentials.changePassword',
    method: 'POST',
    path: `${tag}/change`,
    summary: 'Change my own password; every other session ends',
    access: 'person',
    body: Type.Object({ oldPassword: Password, newPassword: Password }, closed),
    success: { status: 204 },
    problems: [409, 429, 503],
    perMinute: 20,
  }),
  getState: route({
    id: 'credentials.getState',
    method: 'GET',
    path: '/api/people/:id/credentials',
    summary: 'Lock, expiry and self-service state of a person',
    access: { roles: ['admin', 'desk_agent', 'auditor'] },
    params: IdParams,
    success: { status: 200, schema: CredentialState },
    problems: [404],
  }),
  unlockPerson: route({
    id: 'credentials.unlockPerson',
    method: 'POST',
    path: '/api/people/:id/unlock',
    summary: 'Unlock a person in their directory and here, and let them use self-service again',
    access: { roles: ['admin', 'desk_agent'] },
    params: IdParams,
    body: Type.Object({ reason: Line(500) }, closed),
    success: { status: 204 },
    problems: [404, 409, 503],
  }),
  invitePerson: route({
    id: 'credentials.invitePerson',
    method: 'POST',
    path: '/api/people/:id/invite',
    summary: 'Mail a built-in person a one-time link to set their first password',
    access: { roles: ['admin'] },
    params: IdParams,
    body: Type.Object({}, closed),
    success: { status: 202, schema: Type.Object({ expiresAt: Timestamp }) },
    problems: [404, 409],
  }),
  getRecoveryPolicy: route({
    id: 'credentials.getRecoveryPolicy',
    method: 'GET',
    path: '/api/directories/:id/recovery-policy',
    summary: 'How people of a directory may recover their password',
    access: { roles: ['admin', 'auditor'] },
    params: IdParams,
    success: { status: 200, schema: RecoveryPolicy },
    problems: [404],
  }),
  putRecoveryPolicy: route({
    id: 'credentials.putRecoveryPolicy',
    method: 'PUT',
    path: '/api/directories/:id/recovery-policy',
    summary: 'Change how people of a directory may recover their password; asks for a fresh confirmation',
    access: { roles: ['admin'] },
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), ...RecoveryPolicyFields }, closed),
    success: { status: 200, schema: RecoveryPolicy },
    problems: [404, 409],
  }),
  listGroupPolicies: route({
    id: 'credentials.listGroupPolicies',
    method: 'GET',
    path: '/api/recovery-policies/groups',
    summary: 'Groups whose people recover under stricter rules than their directory has',
    access: { roles: ['admin', 'auditor'] },
    success: { status: 200, schema: Type.Object({ items: Type.Array(GroupRecoveryPolicy) }) },
  }),
  putGroupPolicy: route({
    id: 'credentials.putGroupPolicy',
    method: 'PUT',
    path: '/api/groups/:id/recovery-policy',
    summary: 'Make recovery stricter for the people of a group; asks for a fresh confirmation',
    access: { roles: ['admin'] },
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), ...GroupRecoveryPolicyFields }, closed),
    success: { status: 200, schema: GroupRecoveryPolicy },
    problems: [404, 409],
  }),
  removeGroupPolicy: route({
    id: 'credentials.removeGroupPolicy',
    method: 'DELETE',
    path: '/api/groups/:id/recovery-policy',
    summary: 'Let the people of a group recover as their directory says; asks for a fresh confirmation',
    access: { roles: ['admin'] },
    params: IdParams,
    success: { status: 204 },
    problems: [404],
  }),
}
