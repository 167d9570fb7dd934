/** SAML 2.0 on the wire: how an app is set up for it, and the addresses that apps and browsers use. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Line, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, readers } from './templates.ts'

const admins = { roles: ['admin'] } as const
const closed = { additionalProperties: false } as const
const Address = Type.String({ minLength: 1, maxLength: 2000, pattern: '^https?://[^\\s]+$' })
const Certificate = Type.String({ minLength: 100, maxLength: 20_000, description: 'X.509, PEM or base64 DER' })
const Expression = Type.String({
  minLength: 1,
  maxLength: 500,
  description: 'Text with values in braces, such as {mail} or {login|before:@|lower}',
})
const Metadata = Type.String({ minLength: 20, maxLength: 250_000, description: 'SAML 2.0 metadata, XML' })

export const NameIdFormat = Type.Union([
  Type.Literal('emailAddress'),
  Type.Literal('persistent'),
  Type.Literal('transient'),
  Type.Literal('unspecified'),
])
export type NameIdFormat = Static<typeof NameIdFormat>

export const SamlAttribute = Type.Object(
  {
    name: Line(300),
    nameFormat: Type.Union([Type.Literal('basic'), Type.Literal('uri'), Type.Literal('unspecified')]),
    value: Expression,
  },
  closed,
)

export const SamlSettings = Type.Object(
  {
    entityId: Line(1024),
    /** Where assertions are delivered; requests may name one of these and nothing else. */
    acs: Type.Array(
      Type.Object(
        { url: Address, index: Type.Integer({ minimum: 0, maximum: 65_535 }), isDefault: Type.Boolean() },
        closed,
      ),
      { minItems: 1, maxItems: 50 },
    ),
    slo: orNull(
      Type.Object(
        {
          url: Address,
          responseUrl: orNull(Address),
          binding: Type.Union([Type.Literal('redirect'), Type.Literal('post')]),
        },
        closed,
      ),
    ),
    /** Where the app takes sign-outs from service to service (SOAP), without the browser of the person. */
    soapLogoutUrl: Type.Optional(orNull(Address)),
    nameIdFormat: NameIdFormat,
    nameId: Type.String({
      maxLength: 500,
      description: 'Expression of the NameID; not used for persistent and transient ones, which are opaque',
    }),
    attributes: Type.Array(SamlAttribute, { maxItems: 50 }),
    sign: Type.Union([Type.Literal('assertion'), Type.Literal('response'), Type.Literal('both')]),
    encryption: orNull(
      Type.Object(
        {
          certificate: Certificate,
          keyWrap: Type.Union([Type.Literal('rsa-oaep'), Type.Literal('rsa-oaep-mgf1p')]),
        },
        closed,
      ),
    ),
    requestsSigned: Type.Boolean({ description: 'Unsigned requests of the app are refused' }),
    signingCertificates: Type.Array(Certificate, { maxItems: 10 }),
    /** Sign-on may start here, without a request of the app; off unless the app knows no other way. */
    idpInitiated: Type.Boolean(),
    /** RelayState values that a sign-on started here may carry; the first is the usual one. */
    relayStates: Type.Array(Line(1000), { maxItems: 20 }),
    clockSkewSeconds: Type.Integer({ minimum: 0, maximum: 300 }),
    /** Ask the app to end its session after so long; null leaves it to the app. */
    sessionMinutes: orNull(Type.Integer({ minimum: 5, maximum: 43_200 })),
  },
  closed,
)
export type SamlSettings = Static<typeof SamlSettings>

/** What the app's administrator copies: all about us that the app needs to know. */
export const SamlSetup = Type.Object({
  entityId: Type.String(),
  signOnUrl: Type.String(),
  logoutUrl: Type.String(),
  metadataUrl: Type.String(),
  certificate: Type.String({ description: 'PEM' }),
  certificateSha256: Type.String(),
  certificateExpiresAt: Timestamp,
  nextCertificate: orNull(Type.String()),
})
export type SamlSetup = Static<typeof SamlSetup>

export const SamlOfApp = Type.Object({
  settings: orNull(SamlSettings),
  /** What the template and the addresses of the app suggest, while nothing is kept; null where they do not say enough. */
  suggested: orNull(SamlSettings),
  /** 0 before the first settings are kept; send it back when saving. */
  version: Type.Integer(),
  setup: SamlSetup,
  /** The names an expression may use, and its steps. */
  values: Type.Array(Type.String()),
  steps: Type.Array(Type.String()),
})
export type SamlOfApp = Static<typeof SamlOfApp>

/** Metadata as text or by its address: one of the two. */
const Source = Type.Object({ xml: Type.Optional(Metadata), url: Type.Optional(Address) }, closed)

export const SamlFinding = Type.Object({
  level: Type.Union([Type.Literal('ok'), Type.Literal('warning'), Type.Literal('fault')]),
  subject: Type.Union([
    Type.Literal('entityId'),
    Type.Literal('acs'),
    Type.Literal('nameId'),
    Type.Literal('certificate'),
    Type.Literal('signature'),
    Type.Literal('logout'),
    Type.Literal('clock'),
    Type.Literal('metadata'),
  ]),
  message: Type.String(),
})
export type SamlFinding = Static<typeof SamlFinding>

export const SamlPreview = Type.Object({
  nameId: orNull(Type.String()),
  attributes: Type.Array(Type.Object({ name: Type.String(), values: Type.Array(Type.String()) })),
  /** Who else may use the app and would be named the same there: neither of them is let in. */
  namesakes: Type.Array(Type.String()),
  /** Whom a directory vouches for the address that the name is made of, where nobody does for that of this person. */
  vouchedTo: Type.Array(Type.String()),
  /** Why they would be refused because of the name; null where they would not. */
  refused: orNull(Type.Union([Type.Literal('name_held'), Type.Literal('name_shared'), Type.Literal('own_change')])),
  /** Whom the app knows by this name, for good, until the name is freed; null for nobody. */
  holder: orNull(Type.Object({ personId: Id, displayName: Type.String(), since: Timestamp })),
})
export type SamlPreview = Static<typeof SamlPreview>

/** A filled form that the browser sends to the app. */
export const SamlForm = Type.Object({
  action: Type.String(),
  fields: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
})
export type SamlForm = Static<typeof SamlForm>

/** In base64; what is larger once unpacked is refused as well. */
const Message = Type.String({ minLength: 1, maxLength: 48_000 })
const RelayState = Type.Optional(Type.String({ maxLength: 2000 }))
const messageQuery = Type.Object(
  {
    SAMLRequest: Type.Optional(Message),
    SAMLResponse: Type.Optional(Message),
    RelayState,
    SigAlg: Type.Optional(Type.String({ maxLength: 200 })),
    Signature: Type.Optional(Type.String({ maxLength: 2000 })),
    SAMLEncoding: Type.Optional(Type.String({ maxLength: 200 })),
  },
  closed,
)
/** From one network: many people come from the same, each with a message for each app. */
const messagesPerMinute = 600

export const samlRoutes = {
  getSaml: route({
    id: 'sso.getSaml',
    method: 'GET',
    path: '/api/apps/:id/saml',
    summary: 'How an app signs people on by SAML, and all that it needs to know about us',
    access: readers,
    params: IdParams,
    success: { status: 200, schema: SamlOfApp },
    problems: [404],
  }),
  putSaml: route({
    id: 'sso.putSaml',
    method: 'PUT',
    path: '/api/apps/:id/saml',
    summary: 'Set how an app signs people on by SAML',
    access: admins,
    params: IdParams,
    body: Type.Object({ version: Type.Integer({ minimum: 0 }), settings: SamlSettings }, closed),
    bodyBytesMax: 512 * 1024,
    success: { status: 200, schema: SamlOfApp },
    problems: [409],
  }),
  removeSaml: route({
    id: 'sso.removeSaml',
    method: 'DELETE',
    path: '/api/apps/:id/saml',
    summary: 'Sign nobody on to this app by SAML any more',
    access: admins,
    params: IdParams,
    success: { status: 204 },
  }),
  readSamlMetadata: route({
    id: 'sso.readSamlMetadata',
    method: 'POST',
    path: '/api/apps/:id/saml/from-metadata',
    summary: 'Settings as the metadata of the app suggests them; nothing is kept yet',
    access: admins,
    params: IdParams,
    body: Source,
    bodyBytesMax: 512 * 1024,
    success: { status: 200, schema: SamlSettings },
    problems: [503],
  }),
  checkSaml: route({
    id: 'sso.checkSaml',
    method: 'POST',
    path: '/api/apps/:id/saml/check',
    summary: 'Pre-flight: compare our settings with what the app published, before a person meets a difference',
    access: admins,
    params: IdParams,
    body: Type.Object({ metadata: Type.Optional(Source) }, closed),
    bodyBytesMax: 512 * 1024,
    success: { status: 200, schema: Type.Object({ findings: Type.Array(SamlFinding) }) },
    problems: [409, 503],
  }),
  previewSaml: route({
    id: 'sso.previewSaml',
    method: 'POST',
    path: '/api/apps/:id/saml/preview',
    summary: 'What the app would be told about a person',
    access: admins,
    params: IdParams,
    body: Type.Object({ personId: Id }, closed),
    success: { status: 200, schema: SamlPreview },
    problems: [409],
  }),
  samlMetadata: route({
    id: 'sso.samlMetadata',
    method: 'GET',
    path: '/saml/metadata',
    summary: 'Our SAML 2.0 metadata for apps',
    access: 'public',
    success: { status: 200, content: 'application/samlmetadata+xml' },
  }),
  samlPageStyle: route({
    id: 'sso.samlPageStyle',
    method: 'GET',
    path: '/saml/page.css',
    summary: 'How the pages between us and an app look',
    access: 'public',
    success: { status: 200, content: 'text/css' },
  }),
  samlSendScript: route({
    id: 'sso.samlSendScript',
    method: 'GET',
    path: '/saml/send.js',
    summary: 'The script of the page that carries an answer to an app',
    access: 'public',
    success: { status: 200, content: 'text/javascript' },
  }),
  samlSignOn: route({
    id: 'sso.samlSignOn',
    method: 'GET',
    path: '/saml/sso',
    summary: 'A sign-on request of an app, by HTTP-Redirect',
    access: 'public',
    query: messageQuery,
    success: { status: 302, content: 'redirect or page' },
    problems: [403, 404, 429],
    perMinute: messagesPerMinute,
  }),
  samlSignOnPosted: route({
    id: 'sso.samlSignOnPosted',
    method: 'POST',
    path: '/saml/sso',
    summary: 'A sign-on request of an app, by HTTP-POST',
    access: 'public',
    isForm: true,
    body: Type.Object({ SAMLRequest: Message, RelayState }, closed),
    bodyBytesMax: 128 * 1024,
    success: { status: 302, content: 'redirect or page' },
    problems: [403, 404, 429],
    perMinute: messagesPerMinute,
  }),
  samlLogout: route({
    id: 'sso.samlLogout',
    method: 'GET',
    path: '/saml/slo',
    summary: 'Single logout: a request or an answer of an app, by HTTP-Redirect',
    access: 'public',
    query: messageQuery,
    success: { status: 302, content: 'redirect or page' },
    problems: [403, 404, 429],
    perMinute: messagesPerMinute,
  }),
  samlLogoutPosted: route({
    id: 'sso.samlLogoutPosted',
    method: 'POST',
    path: '/saml/slo',
    summary: 'Single logout: a request or an answer of an app, by HTTP-POST',
    access: 'public',
    isForm: true,
    body: Type.Object(
      { SAMLRequest: Type.Optional(Message), SAMLResponse: Type.Optional(Message), RelayState },
      closed,
    ),
    bodyBytesMax: 128 * 1024,
    success: { status: 302, content: 'redirect or page' },
    problems: [403, 404, 429],
    perMinute: messagesPerMinute,
  }),
  samlSignOutApps: route({
    id: 'sso.samlSignOutApps',
    method: 'GET',
    path: '/saml/sign-out/:id',
    summary: 'After signing out here: sign out of the apps of that session, one after the other',
    access: 'public',
    params: IdParams,
    success: { status: 302, content: 'redirect or page' },
  }),
  samlStartPosted: route({
    id: 'sso.samlStartPosted',
    method: 'POST',
    path: '/launch/:id',
    summary: 'Begin a sign-on here by the form of our own page, for apps that are set up for it',
    access: 'public',
    isForm: true,
    params: IdParams,
    body: Type.Object({ token: Type.String({ minLength: 1, maxLength: 200 }) }, closed),
    success: { status: 200, content: 'text/html' },
    problems: [403, 404, 409],
  }),
  samlStart: route({
    id: 'sso.samlStart',
    method: 'POST',
    path: '/api/apps/:id/saml/start',
    summary: 'Begin a sign-on here, for apps that are set up for it; answers the form to send',
    access: 'person',
    params: IdParams,
    body: Type.Object({ relayState: Type.Optional(Line(1000)) }, closed),
    success: { status: 200, schema: SamlForm },
    problems: [403, 409],
  }),
  continueSignOn: route({
    id: 'sso.continueSignOn',
    method: 'GET',
    path: '/continue/:id',
    summary: 'Go on with the sign-on to an app once the person is signed in here',
    access: 'public',
    params: IdParams,
    success: { status: 200, content: 'redirect or page' },
    problems: [403, 409],
  }),
} as const
