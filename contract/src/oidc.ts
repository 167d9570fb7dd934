/** OpenID Connect on the wire: how an app is set up as a client. The protocol itself is answered under `/oidc`. */
import { type Static, Type } from 'typebox'
import { IdParams, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, readers } from './templates.ts'

const admins = { roles: ['admin'] } as const
const closed = { additionalProperties: false } as const
const Address = Type.String({ minLength: 1, maxLength: 2000, pattern: '^[a-z][a-z0-9+.-]*:[^\\s#*]+$' })

/** Claims that administrators may fill beyond the standard ones. */
export const OidcClaimName = Type.Union([
  Type.Literal('name'),
  Type.Literal('given_name'),
  Type.Literal('family_name'),
  Type.Literal('preferred_username'),
  Type.Literal('email'),
  Type.Literal('locale'),
  Type.Literal('groups'),
  Type.Literal('roles'),
  Type.Literal('entitlements'),
  Type.Literal('department'),
  Type.Literal('title'),
  Type.Literal('upn'),
  Type.Literal('login'),
])
export type OidcClaimName = Static<typeof OidcClaimName>

const KeyPart = Type.Optional(Type.String({ maxLength: 2000 }))

/** A public key as RFC 7517 writes it. Other members are left out when it is kept; any of a private key is refused. */
export const OidcPublicKey = Type.Object({
  kty: Type.String({ maxLength: 20, description: '`EC` on P-256, `OKP` on Ed25519, or `RSA` of 2,048 bits and more' }),
  kid: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  alg: Type.Optional(Type.String({ maxLength: 20 })),
  use: Type.Optional(Type.String({ maxLength: 20 })),
  crv: KeyPart,
  x: KeyPart,
  y: KeyPart,
  n: KeyPart,
  e: KeyPart,
})
export type OidcPublicKey = Static<typeof OidcPublicKey>

export const OidcSettings = Type.Object(
  {
    redirectUris: Type.Array(Address, { maxItems: 30, description: 'Compared exactly' }),
    postLogoutRedirectUris: Type.Array(Address, { maxItems: 30 }),
    /**
     * `private_key_jwt`: by a signature of its own key (RFC 7523), of which we know the public part alone. `none`: an app that
     * cannot keep a secret, such as one in a browser or on a phone; PKCE is its proof.
     */
    tokenAuth: Type.Union([
      Type.Literal('client_secret_basic'),
      Type.Literal('client_secret_post'),
      Type.Literal('private_key_jwt'),
      Type.Literal('none'),
    ]),
    /** The app's public keys, for `private_key_jwt`: several while it goes from one to the next. */
    jwks: Type.Optional(Type.Object({ keys: Type.Array(OidcPublicKey, { minItems: 1, maxItems: 10 }) }, closed)),
    /** In place of `jwks`: where the app publishes them. */
    jwksUri: Type.Optional(Address),
    /** The app gets only tokens that are bound to a key of its own (DPoP, RFC 9449); left out: no. */
    requireDpop: Type.Optional(Type.Boolean()),
    requirePkce: Type.Boolean(),
    requirePushedRequests: Type.Boolean(),
    signing: Type.Union([Type.Literal('RS256'), Type.Literal('ES256')]),
    refreshTokens: Type.Boolean(),
    /** The app may ask for tokens in its own name. */
    clientCredentials: Type.Boolean(),
    backchannelLogoutUri: orNull(Address),
    /** Values in place of the usual ones, or beside them; expressions as for SAML. */
    claims: Type.Array(
      Type.Object({ name: OidcClaimName, value: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
      { maxItems: 20 },
    ),
    /**
     * What the app asked for by its scopes, and the claims of its own, stand in the ID token as well as at userinfo; left
     * out: yes. Lists too long for a token are pointed to (Core §5.6.2) instead.
     */
    idTokenClaims: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type OidcSettings = Static<typeof OidcSettings>

export const OidcSetup = Type.Object({
  issuer: Type.String(),
  discoveryUrl: Type.String(),
  authorizationUrl: Type.String(),
  tokenUrl: Type.String(),
  userinfoUrl: Type.String(),
  jwksUrl: Type.String(),
  endSessionUrl: Type.String(),
})
export type OidcSetup = Static<typeof OidcSetup>

export const OidcOfApp = Type.Object({
  settings: orNull(OidcSettings),
  clientId: orNull(Type.String()),
  hasSecret: Type.Boolean(),
  /** Until when the secret before goes on beside it; null where there is one at most. */
  previousSecretEndsAt: orNull(Timestamp),
  /** 0 before the first settings are kept; send it back when saving. */
  version: Type.Integer(),
  setup: OidcSetup,
  scopes: Type.Array(Type.String()),
  values: Type.Array(Type.String()),
  steps: Type.Array(Type.String()),
})
export type OidcOfApp = Static<typeof OidcOfApp>

export const oidcRoutes = {
  getOidc: route({
    id: 'sso.getOidc',
    method: 'GET',
    path: '/api/apps/:id/oidc',
    summary: 'How an app signs people on by OpenID Connect, and all that it needs to know about us',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: OidcOfApp },
    problems: [404],
  }),
  putOidc: route({
    id: 'sso.putOidc',
    method: 'PUT',
    path: '/api/apps/:id/oidc',
    summary: 'Set how an app signs people on by OpenID Connect',
    access: admins,
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), settings: OidcSettings }, closed),
    success: { status: 200, schema: OidcOfApp },
    problems: [409],
  }),
  removeOidc: route({
    id: 'sso.removeOidc',
    method: 'DELETE',
    path: '/api/apps/:id/oidc',
    summary: 'Sign nobody on to this app by OpenID Connect any more; its tokens end',
    access: admins,
    params: IdParams,
    success: { status: 204 },
  }),
  renewOidcSecret: route({
    id: 'sso.renewOidcSecret',
    method: 'POST',
    path: '/api/apps/:id/oidc/secret',
    summary: 'Make a new client secret; it is shown once, and the one before ends, at once or as late as is said',
    access: admins,
    params: IdParams,
    query: Type.Object(
      {
        keepHours: Type.Optional(
          Type.Integer({
            minimum: 0,
            maximum: 168,
            description: 'So long the secret before goes on beside the new one; to be said where there is one',
          }),
        ),
      },
      closed,
    ),
    success: {
      status: 201,
      schema: Type.Object({ clientId: Type.String(), secret: Type.String(), previousEndsAt: orNull(Timestamp) }),
    },
    problems: [409],
  }),
  endOidcSecretBefore: route({
    id: 'sso.endOidcSecretBefore',
    method: 'DELETE',
    path: '/api/apps/:id/oidc/secret/before',
    summary: 'End the client secret before the present one at once',
    access: admins,
    params: IdParams,
    success: { status: 204 },
    problems: [409],
  }),
  oidcInteraction: route({
    id: 'sso.oidcInteraction',
    method: 'GET',
    path: '/oidc/interaction/:interaction',
    summary: 'Where the sign-on of an app waits for its person',
    access: 'public',
    params: Type.Object({ interaction: Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' }) }, closed),
    success: { status: 302, content: 'redirect' },
    problems: [403, 404],
  }),
} as const
