import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Row, WriteOutcome } from '../../store/records.ts'
import { jsonBody } from '../read-body.ts'
import { RestError } from '../rest-error.ts'
import type { Service } from '../service.ts'
import { queryOf } from '../table-parameters.ts'
import { discovery } from './scim-discovery.ts'
import { ScimError, scimErrorBody } from './scim-error.ts'
import { asQuery, parseFilter } from './scim-filter.ts'
import { checkGroupName, groupFilters, idsOf, memberChange, renderGroup, writeMembers } from './scim-groups.ts'
import { type Json, patched, readPatch } from './scim-patch.ts'
import { checkUserName, renderUser, userFilters, userValues, writeExternalId } from './scim-users.ts'
import { send } from './send-scim.ts'

type ById = { Params: { id: string } }

/** SCIM 2.0 into the instance, as its plugin offers it. Under /api/now/scim. Tokens only: Basic is refused here. */
export function scimApi(app: FastifyInstance, service: Service): void {
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
    writeExternalId(records, row.sys_id ?? '', resource.externalId)
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
    writeExternalId(records, row.sys_id ?? '', resource.externalId)
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
    writeMembers(records, row.sys_id ?? '', { add: [], remove: [], replace: idsOf(resource.members) }, who)
    return sendGroup(request, reply, 200, next)
  })
  app.patch<ById>('/Groups/:id', async (request, reply) => {
    const who = await begin(request)
    const row = existing('sys_user_group', request.params.id)
    const operations = readPatch(jsonBody(request) as Json)
    writeMembers(records, row.sys_id ?? '', memberChange(operations), who)
    const named = operations.find(
      ({ path, value }) => path === 'displayName' || (path === '' && (value as Json).displayName !== undefined),
    )
    if (!named) return sendGroup(request, reply, 200, row)
    const name = String(named.path === '' ? (named.value as Json).displayName : named.value)
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
    const count = Number(given.get('count') ?? 10)
    const startIndex = Math.max(1, Number(given.get('startIndex') ?? 1))
    if (!Number.isInteger(count) || count < 0 || count > 500)
      throw new ScimError(400, 'count is at most 500', 'tooMany')
    const filter = parseFilter(given.get('filter') || 'id pr', filters)
    const sortBy = filters[(given.get('sortBy') ?? '').toLowerCase()] ?? ''
    const query = asQuery(byExternalId(filter), sortBy, given.get('sortOrder') === 'descending')
    const rows = records.find(table, query, { limit: count, offset: startIndex - 1 })
    return send(reply, 200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: records.count(table, query),
      startIndex,
      itemsPerPage: rows.length,
      Resources: rows.map(render),
    })
  }

  /** External ids are kept beside the people, in sys_scim_user. */
  function byExternalId(filter: ReturnType<typeof parseFilter>) {
    return {
      groups: filter.groups.map((group) =>
        group.map((one) => {
          if (one.field !== 'external_id') return one
          const links = records.find('sys_scim_user', asQuery({ groups: [[one]] }, '', false))
          return { field: 'sys_id', operator: 'IN' as const, value: links.map((link) => link.user).join(',') || ' ' }
        }),
      ),
    }
  }

  function sendUser(request: FastifyRequest, reply: FastifyReply, status: number, row: Row) {
    return send(reply, status, renderUser(records, row, service.baseUrl(request)))
  }

  function sendGroup(request: FastifyRequest, reply: FastifyReply, status: number, row: Row) {
    return send(reply, status, renderGroup(records, row, service.baseUrl(request), true))
  }
}

function written(outcome: unknown): Row {
  const result = outcome as WriteOutcome | null
  if (result === null) throw new ScimError(404, 'Resource not found')
  if ('aborted' in result) throw new ScimError(400, result.aborted)
  return result.row
}
