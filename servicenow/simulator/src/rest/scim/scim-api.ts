import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Row, WriteOutcome } from '../../store/records.ts'
import type { KnownPaths } from '../known-paths.ts'
import { jsonBody } from '../read-body.ts'
import { RestError } from '../rest-error.ts'
import type { Service } from '../service.ts'
import { queryOf } from '../table-parameters.ts'
import { discovery } from './scim-discovery.ts'
import { ScimError, scimErrorBody } from './scim-error.ts'
import { groupLinks, userLinks, writeExternalId } from './scim-external-ids.ts'
import { asQuery, parseFilter } from './scim-filter.ts'
import { checkGroupName, groupFilters, idsOf, memberChange, renderGroup, writeMembers } from './scim-groups.ts'
import { type Json, patched, readPatch } from './scim-patch.ts'
import { projected } from './scim-projection.ts'
import { checkUserName, renderUser, userFilters, userValues } from './scim-users.ts'
import { send } from './send-scim.ts'

type ById = { Params: { id: string } }

/** SCIM 2.0 into the instance, as its plugin offers it. Under /api/now/scim. Tokens only: Basic is refused here. */
export function scimApi(app: FastifyInstance, service: Service, known: KnownPaths): void {
  const { records, executor } = service
  app.setErrorHandler((error, _request, reply) => {
    const known = error instanceof RestError ? error : new ScimError(500, (error as Error).message)
    return send(reply, known.status, scimErrorBody(known))
  })
  discovery(app, service, begin)

  app.get('/Users', async (request, reply) => {
    await begin(request)
    return list(request, reply, 'sys_user', userFilters, (row) => renderUser(records, row, service.baseUrl(request)))
  })
  app.post('/Users', async (request, reply) => {
    const who = await begin(request)
    const resource = jsonBody(request) as Json
    const values = userValues(records, resource)
    if (!values.user_name) throw new ScimError(400, 'userName is missing', 'invalidValue')
    checkUserName(records, values.user_name, '')
    const row = written(await executor.perform({ kind: 'insert', table: 'sys_user', values, who }))
    writeExternalId(records, userLinks, row.sys_id ?? '', resource.externalId)
    return sendUser(request, reply, 201, row)
  })
  app.get<ById>('/Users/:id', async (request, reply) => {
    await begin(request)
    return sendUser(request, reply, 200, existing('sys_user', request.params.id))
  })
  const changeUser = async (request: FastifyRequest<ById>, reply: FastifyReply) => {
    const who = await begin(request)
    const row = existing('sys_user', request.params.id)
    const body = jsonBody(request) as Json
    const resource = request.method === 'PATCH' ? patched(readPatch(body)) : body
    const values = userValues(records, resource)
    checkUserName(records, values.user_name, row.sys_id ?? '')
    const task = { kind: 'update', table: 'sys_user', sysId: row.sys_id ?? '', values, who } as const
    const next = written(await executor.perform(task))
    writeExternalId(records, userLinks, row.sys_id ?? '', resource.externalId)
    return sendUser(request, reply, 200, next)
  }
  app.put<ById>('/Users/:id', changeUser)
  app.patch<ById>('/Users/:id', changeUser)
  app.delete<ById>('/Users/:id', async (request, reply) => {
    const who = await begin(request)
    existing('sys_user', request.params.id)
    await executor.perform({ kind: 'remove', table: 'sys_user', sysId: request.params.id, who })
    return reply.code(204).send()
  })

  app.get('/Groups', async (request, reply) => {
    await begin(request)
    const withMembers = !(queryOf(request).get('excludedAttributes') ?? '').includes('members')
    return list(request, reply, 'sys_user_group', groupFilters, (row) =>
      renderGroup(records, row, service.baseUrl(request), withMembers),
    )
  })
  app.post('/Groups', async (request, reply) => {
    const who = await begin(request)
    const resource = jsonBody(request) as Json
    const name = String(resource.displayName ?? '')
    checkGroupName(records, name, '')
    const row = written(await executor.perform({ kind: 'insert', table: 'sys_user_group', values: { name }, who }))
    writeExternalId(records, groupLinks, row.sys_id ?? '', resource.externalId)
    writeMembers(records, row.sys_id ?? '', { add: idsOf(resource.members), remove: [], replace: null }, who)
    return sendGroup(request, reply, 201, row)
  })
  app.get<ById>('/Groups/:id', async (request, reply) => {
    await begin(request)
    return sendGroup(request, reply, 200, existing('sys_user_group', request.params.id))
  })
  app.put<ById>('/Groups/:id', async (request, reply) => {
    const who = await begin(request)
    const row = existing('sys_user_group', request.params.id)
    const resource = jsonBody(request) as Json
    const name = String(resource.displayName ?? '')
    checkGroupName(records, name, row.sys_id ?? '')
    const task = { kind: 'update', table: 'sys_user_group', sysId: row.sys_id ?? '', values: { name }, who } as const
    const next = written(await executor.perform(task))
    writeExternalId(records, groupLinks, row.sys_id ?? '', resource.externalId)
    writeMembers(records, row.sys_id ?? '', { add: [], remove: [], replace: idsOf(resource.members) }, who)
    return sendGroup(request, reply, 200, next)
  })
  app.patch<ById>('/Groups/:id', async (request, reply) => {
    const who = await begin(request)
    const row = existing('sys_user_group', request.params.id)
    const operations = readPatch(jsonBody(request) as Json)
    writeMembers(records, row.sys_id ?? '', memberChange(operations), who)
    const { displayName, externalId } = patched(operations.filter(({ path }) => !path.startsWith('members')))
    writeExternalId(records, groupLinks, row.sys_id ?? '', externalId)
    if (displayName === undefined) return sendGroup(request, reply, 200, row)
    const name = String(displayName ?? '')
    checkGroupName(records, name, row.sys_id ?? '')
    const task = { kind: 'update', table: 'sys_user_group', sysId: row.sys_id ?? '', values: { name }, who } as const
    return sendGroup(request, reply, 200, written(await executor.perform(task)))
  })
  app.delete<ById>('/Groups/:id', async (request, reply) => {
    const who = await begin(request)
    const row = existing('sys_user_group', request.params.id)
    writeMembers(records, row.sys_id ?? '', { add: [], remove: [], replace: [] }, who)
    await executor.perform({ kind: 'remove', table: 'sys_user_group', sysId: request.params.id, who })
    return reply.code(204).send()
  })

  // RFC 7644 §3.12: errors are of SCIM's form also where nothing is.
  app.all('/*', async (request) => {
    await begin(request)
    const path = request.url.split('?')[0] ?? ''
    if (known.methodsOf(path).size > 0) throw new ScimError(405, `${request.method} is not allowed here`)
    throw new ScimError(404, `There is no endpoint ${path}`)
  })

  async function begin(request: FastifyRequest) {
    if (/^basic /i.test(request.headers.authorization ?? ''))
      throw new ScimError(401, 'SCIM is called with OAuth tokens only')
    const who = await service.authenticate(request)
    if (!who.roles.has('admin') && !who.roles.has('scim_admin'))
      throw new ScimError(403, 'The role scim_admin is needed')
    return who
  }

  function existing(table: string, id: string): Row {
    const row = records.get(table, id)
    if (!row) throw new ScimError(404, `Resource ${id} not found`)
    return row
  }

  function list(
    request: FastifyRequest,
    reply: FastifyReply,
    table: string,
    filters: Readonly<Record<string, string>>,
    render: (row: Row) => Json,
  ) {
    const given = queryOf(request)
    // A negative count is none, as RFC 7644 §3.4.2.4 has it too.
    const count = Math.max(0, Number(given.get('count') ?? 10))
    const startIndex = Math.max(1, Number(given.get('startIndex') ?? 1))
    if (!Number.isInteger(count) || count > 500) throw new ScimError(400, 'count is at most 500', 'tooMany')
    const filter = parseFilter(given.get('filter') || 'id pr', filters)
    const sortBy = filters[(given.get('sortBy') ?? '').toLowerCase()] ?? ''
    const query = asQuery(byExternalId(filter, table), sortBy, given.get('sortOrder') === 'descending')
    const rows = records.find(table, query, { limit: count, offset: startIndex - 1 })
    return send(reply, 200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: records.count(table, query),
      startIndex,
      itemsPerPage: rows.length,
      Resources: rows.map((row) => projected(request, render(row))),
    })
  }

  /** External ids are kept beside people and groups, in tables of their own. */
  function byExternalId(filter: ReturnType<typeof parseFilter>, table: string) {
    const links = table === 'sys_user' ? userLinks : groupLinks
    return {
      groups: filter.groups.map((group) =>
        group.map((one) => {
          if (one.field !== 'external_id') return one
          const found = records.find(links.table, asQuery({ groups: [[one]] }, '', false))
          const value = found.map((link) => link[links.column]).join(',') || ' '
          return { field: 'sys_id', operator: 'IN' as const, value }
        }),
      ),
    }
  }

  function sendUser(request: FastifyRequest, reply: FastifyReply, status: number, row: Row) {
    return send(reply, status, projected(request, renderUser(records, row, service.baseUrl(request))))
  }

  function sendGroup(request: FastifyRequest, reply: FastifyReply, status: number, row: Row) {
    return send(reply, status, projected(request, renderGroup(records, row, service.baseUrl(request), true)))
  }
}

function written(outcome: unknown): Row {
  const result = outcome as WriteOutcome | null
  if (result === null) throw new ScimError(404, 'Resource not found')
  if ('aborted' in result) throw new ScimError(400, result.aborted)
  return result.row
}
