/** Security signals on the wire: where an app hears at once that sessions ended (OpenID Shared Signals, CAEP). */
import { type Static, Type } from 'typebox'
import { IdParams, Line, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, readers } from './templates.ts'

const admins = { roles: ['admin'] } as const
const closed = { additionalProperties: false } as const

export const SignalSettings = Type.Object(
  {
    /** Where signals are pushed (RFC 8935). */
    endpoint: Type.String({ minLength: 1, maxLength: 2000, pattern: '^https?://[^\\s#]+$' }),
    /** What the receiver calls itself; it refuses signals that are for others. */
    audience: Line(500),
    /** `iss_sub`: the name that the app knows by OpenID Connect. `email`: the mail address. */
    subject: Type.Union([Type.Literal('iss_sub'), Type.Literal('email')]),
    /** Nothing is sent while this is off; what happens meanwhile is not sent later. */
    enabled: Type.Boolean(),
  },
  closed,
)
export type SignalSettings = Static<typeof SignalSettings>

export const SignalsOfApp = Type.Object({
  settings: orNull(SignalSettings),
  /** Whether a value of the Authorization header is kept; it is never shown. */
  hasAuthorization: Type.Boolean(),
  /** 0 before the first settings are kept; send it back when saving. */
  version: Type.Integer(),
  deliveredAt: orNull(Timestamp),
  failedAt: orNull(Timestamp),
  /** What the receiver said to the last signal that it did not take. */
  failure: orNull(Type.String()),
  /** What the receiver's administrator copies. */
  setup: Type.Object({ issuer: Type.String(), configurationUrl: Type.String(), jwksUrl: Type.String() }),
})
export type SignalsOfApp = Static<typeof SignalsOfApp>

export const SignalTrial = Type.Object({
  delivered: Type.Boolean(),
  /** What the receiver said, in words. */
  message: Type.String(),
})
export type SignalTrial = Static<typeof SignalTrial>

/** SSF 1.0 §6.1; streams are set up by administrators, so the addresses for doing it by protocol are left out. */
export const SsfConfiguration = Type.Object({
  spec_version: Type.String(),
  issuer: Type.String(),
  jwks_uri: Type.String(),
  delivery_methods_supported: Type.Array(Type.String()),
  default_subjects: Type.String(),
})

export const signalRoutes = {
  getSignals: route({
    id: 'sso.getSignals',
    method: 'GET',
    path: '/api/apps/:id/signals',
    summary: 'Where an app hears at once that sessions ended',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: SignalsOfApp },
    problems: [404],
  }),
  putSignals: route({
    id: 'sso.putSignals',
    method: 'PUT',
    path: '/api/apps/:id/signals',
    summary: 'Set where an app hears at once that sessions ended',
    access: admins,
    params: IdParams,
    body: Type.Object(
      {
        version: Type.Integer({ minimum: 0 }),
        settings: SignalSettings,
        /** The whole value of the Authorization header; left out it stays, null removes it. */
        authorization: Type.Optional(
          orNull(Type.String({ minLength: 1, maxLength: 4000, pattern: '^[\\x21-\\x7e ]+$' })),
        ),
      },
      closed,
    ),
    success: { status: 200, schema: SignalsOfApp },
    problems: [409],
  }),
  removeSignals: route({
    id: 'sso.removeSignals',
    method: 'DELETE',
    path: '/api/apps/:id/signals',
    summary: 'Send this app no signals any more',
    access: admins,
    params: IdParams,
    success: { status: 204 },
  }),
  trySignals: route({
    id: 'sso.trySignals',
    method: 'POST',
    path: '/api/apps/:id/signals/verify',
    summary: 'Push a verification event now, and say what the receiver answered',
    access: admins,
    params: IdParams,
    success: { status: 200, schema: SignalTrial },
    problems: [409],
    perMinute: 20,
  }),
  ssfConfiguration: route({
    id: 'sso.ssfConfiguration',
    method: 'GET',
    path: '/.well-known/ssf-configuration',
    summary: 'What receivers of security signals read about us',
    access: 'public',
    success: { status: 200, schema: SsfConfiguration },
  }),
} as const
