/** Factors on the wire: what people prove with beside their password, how they add, rename and remove it. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Timestamp } from './common.ts'
import { route } from './route.ts'

/** What a person sets up. Mail is no factor: it is a way to recover only. */
export const FactorKind = Type.Union([
  Type.Literal('totp'),
  Type.Literal('passkey'),
  Type.Literal('recovery_codes'),
  Type.Literal('push'),
  Type.Literal('sms'),
])
export type FactorKind = Static<typeof FactorKind>

/** What may be asked for in a proof: a factor, or a code mailed to an address that the directory vouches for. */
export const ProofKind = Type.Union([Type.Literal('mail_code'), ...FactorKind.anyOf])
export type ProofKind = Static<typeof ProofKind>

export const Factor = Type.Object({
  id: Id,
  kind: FactorKind,
  name: Type.String(),
  createdAt: Timestamp,
  lastUsedAt: Type.Union([Timestamp, Type.Null()]),
  /** Recovery codes that are not used yet; null for other kinds. */
  codesLeft: Type.Union([Type.Integer(), Type.Null()]),
  /** It recovered the password, so until then it is neither the second factor nor recovers again; null when it is. */
  restsUntil: Type.Union([Timestamp, Type.Null()]),
})
export type Factor = Static<typeof Factor>

/** Options for `navigator.credentials`, as @simplewebauthn/browser takes them (`optionsJSON`). */
export const PasskeyOptions = Type.Record(Type.String(), Type.Unknown())
export type PasskeyOptions = Static<typeof PasskeyOptions>

const Base64Url = Type.String({ minLength: 1, maxLength: 20_000, pattern: '^[A-Za-z0-9_-]+$' })
const Open = Type.Record(Type.String(), Type.Unknown())

/** What the browser's authenticator answered, as @simplewebauthn/browser gives it: to adding (`attestationObject`) or proving. */
export const PasskeyResponse = Type.Object(
  {
    id: Base64Url,
    rawId: Base64Url,
    type: Type.Literal('public-key'),
    response: Open,
    authenticatorAttachment: Type.Optional(Type.String({ maxLength: 50 })),
    clientExtensionResults: Open,
  },
  { additionalProperties: false },
)
export type PasskeyResponse = Static<typeof PasskeyResponse>

/**
 * One way to go on. A passkey brings its options. A mailed code, a text message and a prompt on a phone are sent when they
 * are asked for: by an answer without a code. `number` is for the prompt: the person types there what this screen shows.
 */
export const ProofOffer = Type.Object({
  kind: ProofKind,
  factorId: Type.Union([Id, Type.Null()]),
  name: Type.Union([Type.String(), Type.Null()]),
  passkeyOptions: Type.Union([PasskeyOptions, Type.Null()]),
  number: Type.Union([Type.String(), Type.Null()]),
})
export type ProofOffer = Static<typeof ProofOffer>

/** Six digits of an app or message, or a recovery code with or without its hyphens. */
export const ProofCode = Type.String({ minLength: 6, maxLength: 40, pattern: '^[0-9A-Za-z -]+$' })

/** The answer to an offer: a code, or what the authenticator said; neither asks for what must be sent first. */
export const ProofAnswerFields = {
  kind: ProofKind,
  factorId: Type.Optional(Id),
  code: Type.Optional(ProofCode),
  response: Type.Optional(PasskeyResponse),
}

const FactorList = Type.Object({
  items: Type.Array(Factor),
  /** Every kind there is, and why one cannot be set up here. */
  kinds: Type.Array(
    Type.Object({
      kind: FactorKind,
      isOffered: Type.Boolean(),
      reason: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
})
export type FactorList = Static<typeof FactorList>

const closed = { additionalProperties: false }
const nothing = Type.Object({}, closed)
const tag = '/api/factors'
const enrolment = { enrolmentId: Id, expiresAt: Timestamp }

export const factorsRoutes = {
  listFactors: route({
    id: 'factors.listFactors',
    method: 'GET',
    path: tag,
    summary: 'My factors, and the kinds that can be added',
    access: 'person',
    inEnrolment: true,
    success: { status: 200, schema: FactorList },
  }),
  startTotp: route({
    id: 'factors.startTotp',
    method: 'POST',
    path: `${tag}/totp`,
    summary: 'Begin to add an authenticator app; asks for a fresh proof',
    access: 'person',
    inEnrolment: true,
    body: nothing,
    success: {
      status: 200,
      schema: Type.Object({
        ...enrolment,
        /** Base32, to type in where no picture can be read. Shown this once. */
        secret: Type.String(),
        uri: Type.String(),
        /** The same as a picture: SVG markup. */
        qr: Type.String(),
      }),
    },
    problems: [409],
    perMinute: 20,
  }),
  startPasskey: route({
    id: 'factors.startPasskey',
    method: 'POST',
    path: `${tag}/passkeys`,
    summary: 'Begin to add a passkey or security key; asks for a fresh proof',
    access: 'person',
    inEnrolment: true,
    body: nothing,
    success: { status: 200, schema: Type.Object({ ...enrolment, options: PasskeyOptions }) },
    problems: [409],
    perMinute: 20,
  }),
  startSms: route({
    id: 'factors.startSms',
    method: 'POST',
    path: `${tag}/sms`,
    summary: 'Begin to add a phone number; a code is sent to it; asks for a fresh proof',
    access: 'person',
    inEnrolment: true,
    body: Type.Object({ number: Type.String({ pattern: '^\\+[1-9][0-9]{6,14}$' }) }, closed),
    success: { status: 200, schema: Type.Object(enrolment) },
    problems: [409, 429],
    perMinute: 5,
  }),
  startPush: route({
    id: 'factors.startPush',
    method: 'POST',
    path: `${tag}/push`,
    summary: 'Begin to add prompts on a phone; the phone asks for the number shown here; asks for a fresh proof',
    access: 'person',
    inEnrolment: true,
    body: nothing,
    success: { status: 200, schema: Type.Object({ ...enrolment, number: Type.String() }) },
    problems: [409, 429],
    perMinute: 5,
  }),
  addFactor: route({
    id: 'factors.addFactor',
    method: 'POST',
    path: tag,
    summary: 'Finish adding a factor with its first code or answer',
    access: 'person',
    inEnrolment: true,
    body: Type.Object(
      {
        enrolmentId: Id,
        name: Line(60),
        code: Type.Optional(ProofCode),
        response: Type.Optional(PasskeyResponse),
      },
      closed,
    ),
    success: { status: 201, schema: Factor },
    problems: [409, 429],
    perMinute: 30,
  }),
  makeRecoveryCodes: route({
    id: 'factors.makeRecoveryCodes',
    method: 'POST',
    path: `${tag}/recovery-codes`,
    summary: 'Make ten recovery codes, shown this once; those before stop working; asks for a fresh proof',
    access: 'person',
    inEnrolment: true,
    body: nothing,
    success: { status: 201, schema: Type.Object({ factor: Factor, codes: Type.Array(Type.String()) }) },
    perMinute: 10,
  }),
  renameFactor: route({
    id: 'factors.renameFactor',
    method: 'PATCH',
    path: `${tag}/:id`,
    summary: 'Rename one of my factors',
    access: 'person',
    params: IdParams,
    body: Type.Object({ name: Line(60) }, closed),
    success: { status: 200, schema: Factor },
    problems: [404],
  }),
  removeFactor: route({
    id: 'factors.removeFactor',
    method: 'DELETE',
    path: `${tag}/:id`,
    summary: 'Remove one of my factors; asks for a fresh proof',
    access: 'person',
    params: IdParams,
    success: { status: 204 },
    problems: [404, 409],
  }),
  listFactorsOf: route({
    id: 'factors.listFactorsOf',
    method: 'GET',
    path: '/api/people/:id/factors',
    summary: 'The factors of a person: kinds, names and when they were used',
    access: { roles: ['admin', 'desk_agent', 'auditor'] },
    params: IdParams,
    success: { status: 200, schema: Type.Object({ items: Type.Array(Factor) }) },
    problems: [404],
  }),
}
