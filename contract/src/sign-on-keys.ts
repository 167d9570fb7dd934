/** The keys that sign assertions and tokens, as administrators see them. */
import { type Static, Type } from 'typebox'
import { Id, Timestamp } from './common.ts'
import { route } from './route.ts'
import { orNull, readers } from './templates.ts'

export const SignOnKey = Type.Object({
  id: Id,
  use: Type.Union([Type.Literal('saml'), Type.Literal('oidc')]),
  algorithm: Type.Union([Type.Literal('RS256'), Type.Literal('ES256')]),
  /** `next` is published already and not used yet, `previous` is still published and no longer used. */
  state: Type.Union([Type.Literal('next'), Type.Literal('current'), Type.Literal('previous')]),
  createdAt: Timestamp,
  stateSince: Timestamp,
  expiresAt: orNull(Timestamp),
  /** PEM, for SAML. */
  certificate: orNull(Type.String()),
  certificateSha256: orNull(Type.String()),
})
export type SignOnKey = Static<typeof SignOnKey>

export const signOnKeyRoutes = {
  listSignOnKeys: route({
    id: 'sso.listSignOnKeys',
    method: 'GET',
    path: '/api/sign-on-keys',
    summary: 'The keys that sign assertions and tokens',
    access: readers,
    success: { status: 200, schema: Type.Object({ items: Type.Array(SignOnKey) }) },
  }),
  rotateSignOnKeys: route({
    id: 'sso.rotateSignOnKeys',
    method: 'POST',
    path: '/api/sign-on-keys/rotate',
    summary: 'Put the next key of a use in service; the one before stays published',
    access: { roles: ['admin'] },
    body: Type.Object(
      { use: Type.Union([Type.Literal('saml'), Type.Literal('oidc')]) },
      { additionalProperties: false },
    ),
    success: { status: 200, schema: Type.Object({ items: Type.Array(SignOnKey) }) },
  }),
} as const
