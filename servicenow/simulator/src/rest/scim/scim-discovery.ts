import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Row } from '../../store/records.ts'
import type { Service } from '../service.ts'
import { ScimError } from './scim-error.ts'
import { groupSchema } from './scim-groups.ts'
import { customSchema, readOnlyResources, type Schema, schemas } from './scim-schemas.ts'
import { ownSchema, userSchema } from './scim-users.ts'
import { send } from './send-scim.ts'

type ById = { Params: { id: string } }

const resourceTypes = [
  { id: 'User', endpoint: '/Users', schema: userSchema, schemaExtensions: [{ schema: ownSchema, required: false }] },
  { id: 'Group', endpoint: '/Groups', schema: groupSchema, schemaExtensions: [] },
  ...readOnlyResources.map(({ name, path }) => ({
    id: name,
    endpoint: `/${path}`,
    schema: customSchema(name),
    schemaExtensions: [],
  })),
]

/** What the service can do, as it tells everybody (RFC 7644 §4), and the reference data, for those who may call. */
export function discovery(
  app: FastifyInstance,
  { records, baseUrl }: Service,
  begin: (request: FastifyRequest) => Promise<unknown>,
): void {
  const at = (request: FastifyRequest, path: string) => `${baseUrl(request)}/api/now/scim/${path}`

  app.get('/ServiceProviderConfig', async (request, reply) => {
    return send(reply, 200, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 1_000_000 },
      filter: { supported: true, maxResults: 500 },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: false },
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'OAuth 2.0 Bearer Token',
          description: 'A token of this instance',
          specUri: 'http://tools.ietf.org/html/rfc6750',
          primary: true,
        },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: at(request, 'ServiceProviderConfig') },
    })
  })

  const asResourceType = (request: FastifyRequest, type: (typeof resourceTypes)[number]) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
    name: type.id,
    description: type.id,
    ...type,
    meta: { resourceType: 'ResourceType', location: at(request, `ResourceTypes/${type.id}`) },
  })
  app.get('/ResourceTypes', async (request, reply) =>
    send(reply, 200, listed(resourceTypes.map((type) => asResourceType(request, type)))),
  )
  app.get<ById>('/ResourceTypes/:id', async (request, reply) => {
    const type = there(resourceTypes.find(({ id }) => id === request.params.id))
    return send(reply, 200, asResourceType(request, type))
  })

  const asSchema = (request: FastifyRequest, schema: Schema) => ({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'],
    description: schema.name,
    ...schema,
    meta: { resourceType: 'Schema', location: at(request, `Schemas/${schema.id}`) },
  })
  app.get('/Schemas', async (request, reply) =>
    send(reply, 200, listed(schemas.map((schema) => asSchema(request, schema)))),
  )
  app.get<ById>('/Schemas/:id', async (request, reply) => {
    const schema = there(schemas.find(({ id }) => id === request.params.id))
    return send(reply, 200, asSchema(request, schema))
  })

  for (const { name, path, table } of readOnlyResources) {
    const render = (request: FastifyRequest, row: Row) => ({
      schemas: [customSchema(name)],
      id: row.sys_id,
      name: records.displayOf(table, row),
      meta: { resourceType: name, location: at(request, `${path}/${row.sys_id}`) },
    })
    app.get(`/${path}`, async (request, reply) => {
      await begin(request)
      const rows = records.find(table, '', { limit: 500 })
      return send(reply, 200, listed(rows.map((row) => render(request, row))))
    })
    app.get<ById>(`/${path}/:id`, async (request, reply) => {
      await begin(request)
      return send(reply, 200, render(request, there(records.get(table, request.params.id))))
    })
  }
}

/** @throws ScimError 404 */
function there<T>(found: T | null | undefined): T {
  if (!found) throw new ScimError(404, 'There is no such resource')
  return found
}

function listed(Resources: readonly unknown[]) {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:ListResponse']
  return { schemas, totalResults: Resources.length, startIndex: 1, itemsPerPage: Resources.length, Resources }
}
