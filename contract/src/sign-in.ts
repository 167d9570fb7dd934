/** Signing in with more than a password: second factors, passkeys, temporary passes, step-up, and what was tried before. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Page, PageQuery, Timestamp } from './common.ts'
import { Login } from './credentials.ts'
import { FactorKind, PasskeyOptions, PasskeyResponse, ProofOffer } from './factors.ts'
import { route } from './route.ts'

/** How somebody proved who they are. From `otp` on the words are those of RFC 8176. */
export const AssuranceMethod = Type.Union([
  Type.Literal('password'),
  Type.Literal('console_link'),
  Type.Literal('temporary_pass'),
  Type.Literal('recovery'),
  Type.Literal('otp'),
  Type.Literal('hwk'),
  Type.Literal('swk'),
  Type.Literal('pop'),
  Type.Literal('sms'),
])
export type AssuranceMethod = Static<typeof AssuranceMethod>

/** Kinds that can be enrolled as a factor of their own; recovery codes come along with one. */
export const MainFactorKind = Type.Union([
  Type.Literal('totp'),
  Type.Literal('passkey'),
  Type.Literal('push'),
  Type.Literal('sms'),
])
export type MainFactorKind = Static<typeof MainFactorKind>

const closed = { additionalProperties: false }

/** One way to give the second proof. */
export const FactorOffer = Type.Object({
  kind: FactorKind,
  factorId: Type.Union([Id, Type.Null()]),
  /** What its person named it. */
  name: Type.Union([Type.String(), Type.Null()]),
  /** For a passkey: WebAuthn request options as JSON, for `navigator.credentials.get`. */
  passkeyOptions: Type.Union([PasskeyOptions, Type.Null()]),
  /** For a push: the number to choose on the phone. */
  number: Type.Union([Type.String(), Type.Null()]),
})
export type FactorOffer = Static<typeof FactorOffer>

/** Codes are typed; a passkey answers with its assertion; an empty text sends the SMS or push, and asks how the push went. */
const FactorAnswer = Type.Union([Type.String({ maxLength: 100 }), PasskeyResponse])
const answered = { kind: FactorKind, factorId: Type.Optional(Id), answer: FactorAnswer }

/** Signed in; or what is wanted first. Call GET /api/session after `signed_in` and after `enrol_wanted`. */
export const SignInAnswer = Type.Union([
  Type.Object({ kind: Type.Literal('signed_in') }),
  Type.Object({
    /** The password was right and must be replaced first. */
    kind: Type.Union([Type.Literal('must_change'), Type.Literal('expired')]),
    ticket: Type.String(),
    expiresAt: Timestamp,
    /** Proofs that are wanted before the page for the new password opens; empty when it may open at once. */
    more: Type.Array(ProofOffer),
  }),
  Type.Object({
    /** The password was right and a second factor is wanted: POST /api/session/factor. */
    kind: Type.Literal('factor_wanted'),
    offers: Type.Array(FactorOffer),
    /** A factor that recovered the password is no second factor until then, so it is not offered; null when none rests. */
    restsUntil: Type.Union([Timestamp, Type.Null()]),
    /** Kinds that the person has set up and that are not asked for any more, because the service for them was taken away. */
    gone: Type.Array(MainFactorKind),
    /** How long this device may be remembered, when its person ticks it; 0 hides the box. */
    rememberDays: Type.Integer(),
    expiresAt: Timestamp,
  }),
  Type.Object({
    /** A second factor is wanted and there is none: the session that was opened can only add one of these. */
    kind: Type.Literal('enrol_wanted'),
    kinds: Type.Array(MainFactorKind),
    expiresAt: Timestamp,
  }),
  Type.Object({
    /** An SMS was sent, or a push is still undecided: answer again. Only POST /api/session/factor says this. */
    kind: Type.Literal('waiting'),
  }),
])
export type SignInAnswer = Static<typeof SignInAnswer>

/** How the person behind a session can show again that it is them. */
export const ConfirmChoices = Type.Object({
  /** Whether the password alone is enough. */
  password: Type.Boolean(),
  offers: Type.Array(FactorOffer),
  challengeId: Type.Union([Id, Type.Null()]),
  /** None of one's factors is enough: one of these must be added first. */
  enrol: Type.Array(MainFactorKind),
  /** A factor that recovered the password is no second factor until then; null when none rests. */
  restsUntil: Type.Union([Timestamp, Type.Null()]),
  /** Kinds that the person has set up and that are not asked for any more, because the service for them was taken away. */
  gone: Type.Array(MainFactorKind),
  expiresAt: Type.Union([Timestamp, Type.Null()]),
})
export type ConfirmChoices = Static<typeof ConfirmChoices>

/** One thing that happened when a person, or somebody else as them, came to a door. */
export const SignInEvent = Type.Object({
  id: Id,
  at: Timestamp,
  kind: Type.Union([
    Type.Literal('sign_in'),
    Type.Literal('failure'),
    Type.Literal('factor'),
    Type.Literal('step_up'),
    Type.Literal('launch'),
    Type.Literal('consent'),
    Type.Literal('sign_out'),
  ]),
  /** Why, or what exactly: a stable code such as `wrong`, `locked`, `password_changed`. */
  reason: Type.String(),
  /** Browser and system in words; null where none was told. */
  device: Type.Union([Type.String(), Type.Null()]),
  address: Type.Union([Type.String(), Type.Null()]),
  methods: Type.Array(Type.String()),
  sessionId: Type.Union([Type.String(), Type.Null()]),
  appId: Type.Union([Type.String(), Type.Null()]),
})
export type SignInEvent = Static<typeof SignInEvent>
export const SignInEvents = Type.Object({ items: Type.Array(SignInEvent) })

const readers = { roles: ['admin', 'desk_agent', 'auditor'] } as const
const tag = '/api/session'

export const signInRoutes = {
  answerFactor: route({
    id: 'signIn.answerFactor',
    method: 'POST',
    path: `${tag}/factor`,
    summary: 'Give the second factor of a sign-in whose password was right',
    access: 'public',
    body: Type.Object({ ...answered, rememberDevice: Type.Optional(Type.Boolean()) }, closed),
    success: { status: 200, schema: SignInAnswer },
    problems: [401, 429],
    perMinute: 60,
  }),
  startPasskey: route({
    id: 'signIn.startPasskey',
    method: 'POST',
    path: `${tag}/passkey/start`,
    summary: 'Options to sign in with a passkey, without login and password',
    access: 'public',
    success: { status: 200, schema: Type.Object({ challengeId: Id, options: PasskeyOptions }) },
    problems: [429],
    perMinute: 60,
  }),
  answerPasskey: route({
    id: 'signIn.answerPasskey',
    method: 'POST',
    path: `${tag}/passkey`,
    summary: 'Sign in with a passkey',
    access: 'public',
    body: Type.Object({ challengeId: Id, response: PasskeyResponse }, closed),
    success: { status: 200, schema: SignInAnswer },
    problems: [401, 429],
    perMinute: 60,
  }),
  redeemPass: route({
    id: 'signIn.redeemPass',
    method: 'POST',
    path: `${tag}/pass`,
    summary: 'Use a temporary access pass: opens a session that can only add a factor',
    access: 'public',
    body: Type.Object({ login: Login, pass: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
    success: { status: 200, schema: SignInAnswer },
    problems: [401, 429],
    perMinute: 20,
  }),
  startConfirm: route({
    id: 'signIn.startConfirm',
    method: 'POST',
    path: `${tag}/confirm/start`,
    summary: 'How I can confirm that it is still me: for something that asks for it, or for an app',
    access: 'person',
    /** `continue`: the sign-on that waits for it, whose app may wish for more than the policy wants. */
    body: Type.Object({ appId: Type.Optional(Id), continue: Type.Optional(Id) }, closed),
    inEnrolment: true,
    success: { status: 200, schema: ConfirmChoices },
    problems: [404, 429],
    perMinute: 30,
  }),
  confirmFactor: route({
    id: 'signIn.confirmFactor',
    method: 'POST',
    path: `${tag}/confirm/factor`,
    summary: 'Confirm that it is still me with a factor',
    access: 'person',
    body: Type.Object({ challengeId: Id, ...answered, appId: Type.Optional(Id) }, closed),
    inEnrolment: true,
    success: {
      status: 200,
      schema: Type.Object({ kind: Type.Union([Type.Literal('confirmed'), Type.Literal('waiting')]) }),
    },
    problems: [429],
    perMinute: 30,
  }),
  forgetDevices: route({
    id: 'signIn.forgetDevices',
    method: 'POST',
    path: '/api/devices/forget',
    summary: 'Forget every device that was remembered: each is asked for the second factor again',
    access: 'person',
    success: { status: 200, schema: Type.Object({ forgotten: Type.Integer() }) },
  }),
  mySignIns: route({
    id: 'signIn.mySignIns',
    method: 'GET',
    path: '/api/sign-ins',
    summary: 'My sign-ins, tries and sign-outs, newest first',
    access: 'person',
    query: Type.Object(PageQuery, closed),
    success: { status: 200, schema: Page(SignInEvent) },
  }),
  followMySignIns: route({
    id: 'signIn.followMySignIns',
    method: 'GET',
    path: '/api/sign-ins/events',
    summary: 'The newest 50 of my sign-ins, now and after each change',
    access: 'person',
    success: { status: 200, schema: SignInEvents, content: 'stream' },
  }),
  signInsOf: route({
    id: 'signIn.signInsOf',
    method: 'GET',
    path: '/api/people/:id/sign-ins',
    summary: 'Sign-ins, tries and sign-outs of a person, newest first',
    access: readers,
    params: IdParams,
    query: Type.Object(PageQuery, closed),
    success: { status: 200, schema: Page(SignInEvent) },
    problems: [404],
  }),
  followSignInsOf: route({
    id: 'signIn.followSignInsOf',
    method: 'GET',
    path: '/api/people/:id/sign-ins/events',
    summary: 'The newest 50 sign-ins of a person, now and after each change',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: SignInEvents, content: 'stream' },
    problems: [404],
  }),
}
