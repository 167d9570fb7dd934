/** The keys that sign assertions and tokens, as administrators see them. */
import { type Static, Type } from 'typebox'
import { Id, IdParams, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, readers } from './templates.ts'

const KeyUse = Type.Union([Type.Literal('saml'), Type.Literal('oidc')])
const admins = { roles: ['admin'] } as const
const closed = { additionalProperties: false } as const

export const SignOnKey = Type.Object({
  id: Id,
  use: KeyUse,
  algorithm: Type.Union([Type.Literal('RS256'), Type.Literal('ES256')]),
  /** `next` is published already and not used yet, `previous` signs no longer; for OpenID Connect it is still published. */
  state: Type.Union([Type.Literal('next'), Type.Literal('current'), Type.Literal('previous')]),
  createdAt: Timestamp,
  stateSince: Timestamp,
  expiresAt: orNull(Timestamp),
  /** PEM, for SAML. */
  certificate: orNull(Type.String()),
  certificateSha256: orNull(Type.String()),
})
export type SignOnKey = Static<typeof SignOnKey>

/** An app that signs people on by SAML: which of our certificates it was given, and its own. */
export const SamlAppCertificates = Type.Object({
  id: Id,
  name: Type.String(),
  /** As administrators noted it; whoever is set up has the certificate in use. */
  holds: Type.Array(Type.Object({ keyId: Id, notedAt: Timestamp })),
  own: Type.Array(
    Type.Object({
      purpose: Type.Union([Type.Literal('signing'), Type.Literal('encryption')]),
      expiresAt: Timestamp,
      certificateSha256: Type.String(),
    }),
  ),
})
export type SamlAppCertificates = Static<typeof SamlAppCertificates>

export const SignOnKeys = Type.Object({ items: Type.Array(SignOnKey), samlApps: Type.Array(SamlAppCertificates) })
export type SignOnKeys = Static<typeof SignOnKeys>

export const signOnKeyRoutes = {
  listSignOnKeys: route({
    id: 'sso.listSignOnKeys',
    method: 'GET',
    path: '/api/sign-on-keys',
    summary: 'The keys that sign assertions and tokens, and which SAML app was given which certificate',
    access: readers,
    success: { status: 200, schema: SignOnKeys },
  }),
  rotateSignOnKeys: route({
    id: 'sso.rotateSignOnKeys',
    method: 'POST',
    path: '/api/sign-on-keys/rotate',
    summary: 'Put the next key of a use in service; the one before is kept, so that it can be put back',
    access: admins,
    body: Type.Object(
      {
        use: KeyUse,
        nextIds: Type.Optional(
          Type.Array(Id, {
            maxItems: 10,
            description: 'The next keys as they were seen; refused when there are others',
          }),
        ),
      },
      closed,
    ),
    success: { status: 200, schema: SignOnKeys },
    problems: [409],
  }),
  putBackSignOnKeys: route({
    id: 'sso.putBackSignOnKeys',
    method: 'POST',
    path: '/api/sign-on-keys/put-back',
    summary: 'Put the key before in service again; the one in use becomes the next one',
    access: admins,
    body: Type.Object({ use: KeyUse }, closed),
    success: { status: 200, schema: SignOnKeys },
    problems: [409],
  }),
  noteSamlCertificate: route({
    id: 'sso.noteSamlCertificate',
    method: 'PUT',
    path: '/api/apps/:id/saml/certificate',
    summary: 'Note that an app was given one of our certificates, or that it was not',
    access: admins,
    params: IdParams,
    body: Type.Object({ keyId: Id, isGiven: Type.Boolean() }, closed),
    success: { status: 200, schema: SignOnKeys },
    problems: [409],
  }),
} as const
