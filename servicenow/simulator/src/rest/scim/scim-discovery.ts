import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Row } from '../../store/records.ts'
import type { Service } from '../service.ts'
import { ScimError } from './scim-error.ts'
import { groupSchema } from './scim-groups.ts'
import { ownSchema, userSchema } from './scim-users.ts'
import { send } from './send-scim.ts'

const attributes: Readonly<Record<string, readonly string[]>> = {
  [userSchema]: [
    'userName',
    'name',
    'displayName',
    'title',
    'preferredLanguage',
    'timezone',
    'active',
    'emails',
    'phoneNumbers',
    'externalId',
  ],
  [ownSchema]: ['company', 'costCenter', 'department', 'location', 'manager', 'employeeNumber', 'gender'],
  [groupSchema]: ['displayName', 'members'],
}

/** Reference data that can be read but not written, by the table that holds it. */
const readOnly: Readonly<Record<string, string>> = {
  Companies: 'core_company',
  CostCenters: 'cmn_cost_center',
  Departments: 'cmn_department',
  Locations: 'cmn_location',
}

/** What the service can do, as it says itself (RFC 7644 §4), and the reference data. */
export function discovery(
  app: FastifyInstance,
  { records }: Service,
  begin: (request: FastifyRequest) => Promise<unknown>,
): void {
  app.get('/ServiceProviderConfig', async (request, reply) => {
    await begin(request)
    return send(reply, 200, {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
      filter: { supported: true, maxResults: 500 },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: false },
      authenticationSchemes: [
        { type: 'oauthbearertoken', name: 'OAuth Bearer Token', description: 'A token of this instance' },
      ],
    })
  })
  app.get('/ResourceTypes', async (request, reply) => {
    await begin(request)
    return send(
      reply,
      200,
      listed([
        {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
          id: 'User',
          name: 'User',
          endpoint: '/Users',
          schema: userSchema,
          schemaExtensions: [{ schema: ownSchema, required: false }],
        },
        {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
          id: 'Group',
          name: 'Group',
          endpoint: '/Groups',
          schema: groupSchema,
        },
      ]),
    )
  })
  app.get('/Schemas', async (request, reply) => {
    await begin(request)
    return send(
      reply,
      200,
      listed(
        Object.entries(attributes).map(([id, names]) => ({
          id,
          name: id.split(':').at(-1),
          attributes: names.map((name) => ({ name })),
        })),
      ),
    )
  })
  for (const [path, table] of Object.entries(readOnly)) {
    const render = (row: Row) => ({ id: row.sys_id, name: records.displayOf(table, row), meta: { resourceType: path } })
    app.get(`/${path}`, async (request, reply) => {
      await begin(request)
      return send(reply, 200, listed(records.find(table, '', { limit: 500 }).map(render)))
    })
    app.get<{ Params: { id: string } }>(`/${path}/:id`, async (request, reply) => {
      await begin(request)
      const row = records.get(table, request.params.id)
      if (!row) throw new ScimError(404, `Resource ${request.params.id} not found`)
      return send(reply, 200, render(row))
    })
  }
}

function listed(Resources: readonly unknown[]) {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:ListResponse']
  return { schemas, totalResults: Resources.length, startIndex: 1, itemsPerPage: Resources.length, Resources }
}
