/** App templates and icons: facts about well-known apps that prefill an app's settings. */
import { type Static, type TSchema, Type } from 'typebox'
import { route } from './route.ts'

export const readers = { roles: ['admin', 'auditor'] } as const
export const Slug = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 100 })

export function orNull<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

export const Protocol = Type.Union([
  Type.Literal('saml'),
  Type.Literal('oidc'),
  Type.Literal('ldap'),
  Type.Literal('linked'),
])
export type Protocol = Static<typeof Protocol>

export const Hosting = Type.Union([Type.Literal('saas'), Type.Literal('self-hosted')])

export const ParameterType = Type.Union([
  Type.Literal('hostLabel'),
  Type.Literal('host'),
  Type.Literal('domain'),
  Type.Literal('tld'),
  Type.Literal('port'),
  Type.Literal('url'),
  Type.Literal('pathSegment'),
  Type.Literal('queryValue'),
  Type.Literal('uuid'),
  Type.Literal('string'),
])
export type ParameterType = Static<typeof ParameterType>

/** One value a template asks for. `idpEntityId` parameters are filled by Hallpass and never asked for. */
export const TemplateParameter = Type.Object({ name: Type.String(), type: ParameterType })

export const TemplateHit = Type.Object({
  slug: Slug,
  name: Type.String(),
  category: Type.String(),
  hosting: Hosting,
  protocols: Type.Array(Protocol),
  provisioning: Type.Boolean({ description: 'Automated provisioning is stated' }),
  icon: orNull(Type.String()),
})
export type TemplateHit = Static<typeof TemplateHit>

/** Patterns hold `{parameters}`; each list names alternatives (regions, editions), the usual one first. */
export const Template = Type.Object({
  slug: Slug,
  name: Type.String(),
  category: Type.String(),
  hosting: Hosting,
  url: orNull(Type.String()),
  protocols: Type.Array(Protocol),
  icon: orNull(Type.String()),
  parameters: Type.Array(TemplateParameter),
  saml: orNull(
    Type.Object({
      initiation: Type.Array(Type.Union([Type.Literal('sp'), Type.Literal('idp')])),
      signOn: Type.Array(Type.String()),
      entityId: Type.Array(Type.String()),
      acs: Type.Array(Type.String()),
      relayState: Type.Array(Type.String()),
      nameIdFormat: orNull(Type.String()),
      nameIdAttribute: orNull(Type.String()),
      claims: Type.Array(
        Type.Object({ name: Type.String(), attribute: Type.String(), namespace: orNull(Type.String()) }),
      ),
      jit: orNull(Type.Boolean()),
    }),
  ),
  oidc: orNull(
    Type.Object({
      redirectUris: Type.Array(Type.String()),
      scopes: Type.Array(Type.String()),
      tokenAuth: orNull(Type.String()),
      public: Type.Boolean(),
      pkce: Type.Boolean(),
    }),
  ),
  provisioning: orNull(
    Type.Object({
      protocol: orNull(Type.String()),
      baseUrl: Type.Array(Type.String()),
      operations: Type.Array(Type.String()),
    }),
  ),
})
export type Template = Static<typeof Template>

export const templateRoutes = {
  searchTemplates: route({
    id: 'access.searchTemplates',
    method: 'GET',
    path: '/api/templates',
    summary: 'Search the app templates as one types',
    access: readers,
    query: Type.Object(
      {
        q: Type.Optional(Type.String({ maxLength: 100 })),
        category: Type.Optional(Slug),
        protocol: Type.Optional(
          Type.Union([
            Type.Literal('saml'),
            Type.Literal('oidc'),
            Type.Literal('ldap'),
            Type.Literal('linked'),
            Type.Literal('provisioning'),
          ]),
        ),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
      },
      { additionalProperties: false },
    ),
    success: {
      status: 200,
      schema: Type.Object({
        items: Type.Array(TemplateHit),
        total: Type.Integer(),
        categories: Type.Array(Type.Object({ category: Type.String(), count: Type.Integer() }), {
          description: 'Of what matches the words and protocol',
        }),
      }),
    },
  }),
  getTemplate: route({
    id: 'access.getTemplate',
    method: 'GET',
    path: '/api/templates/:slug',
    summary: 'One app template with its patterns and the values it asks for',
    access: readers,
    params: Type.Object({ slug: Slug }, { additionalProperties: false }),
    success: { status: 200, schema: Template },
    problems: [404],
  }),
  getIcon: route({
    id: 'access.getIcon',
    method: 'GET',
    path: '/icons/:slug.svg',
    summary: 'An icon in its brand colour',
    access: 'public',
    params: Type.Object({ slug: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
    success: { status: 200, content: 'image/svg+xml' },
    problems: [404],
  }),
} as const
