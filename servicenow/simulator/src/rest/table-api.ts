import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Row, Values, Who, WriteOutcome } from '../store/records.ts'
import { answer } from './answer.ts'
import { fromDisplay } from './input-values.ts'
import { pageLinks } from './paging.ts'
import { valuesBody } from './read-body.ts'
import { renderRecord } from './render-record.ts'
import { noRecord, notAuthorized, RestError } from './rest-error.ts'
import type { Service } from './service.ts'
import { readParameters, type TableParameters } from './table-parameters.ts'

type TableRequest = FastifyRequest<{ Params: { table: string; sysId: string } }>

/** Create, read, update and delete over any table. Under /api/now, /api/now/v1 and /api/now/v2. */
export function tableApi(app: FastifyInstance, service: Service, version: 'v1' | 'v2'): void {
  app.get('/table/:table', (request: TableRequest, reply) => list(service, version, request, reply))
  app.post('/table/:table', (request: TableRequest, reply) => create(service, request, reply))
  app.get('/table/:table/:sysId', (request: TableRequest, reply) => read(service, request, reply))
  app.put('/table/:table/:sysId', (request: TableRequest, reply) => change(service, request, reply))
  app.patch('/table/:table/:sysId', (request: TableRequest, reply) => change(service, request, reply))
  app.delete('/table/:table/:sysId', (request: TableRequest, reply) => remove(service, request, reply))
}

async function begin(service: Service, request: TableRequest): Promise<{ who: Who; parameters: TableParameters }> {
  const who = await service.authenticate(request)
  const { table } = request.params
  service.access.refresh()
  if (!service.records.dictionary.has(table)) throw new RestError(400, `Invalid table ${table}`)
  const described = service.records.find('sys_db_object', `name=${table}`, { limit: 1 })[0]
  if (described?.ws_access === 'false') throw notAuthorized(`The table ${table} does not allow access by web services`)
  return { who, parameters: readParameters(request, service.records, table) }
}

async function list(service: Service, version: 'v1' | 'v2', request: TableRequest, reply: FastifyReply) {
  const { who, parameters } = await begin(service, request)
  const { records, access } = service
  const { table } = request.params
  if (!access.mayTouchTable('read', table, who)) throw notAuthorized('Failed API level ACL Validation')
  const { query, limit, offset } = parameters
  // One more than asked tells whether there is a next page without counting; access is looked at after the limit.
  const found = records.find(table, query, { limit: limit + 1, offset, who })
  const rows = found.slice(0, limit).filter((row) => access.mayTouchRecord('read', table, row, who))
  // A last page says itself how many there are.
  const isLast = found.length <= limit && (found.length > 0 || offset === 0)
  const count = () => (isLast ? offset + found.length : records.count(table, query, who))
  const total = parameters.noCount ? null : count()
  if (total !== null) reply.header('X-Total-Count', String(total))
  if (!parameters.suppressPagination && limit > 0) {
    const url = `${service.baseUrl(request)}${request.originalUrl}`
    reply.header('Link', pageLinks(url, limit, offset, total, found.length > limit))
  }
  if (rows.length === 0 && version === 'v1') throw noRecord()
  const render = renderer(service, request, who, parameters)
  return answer(request, reply, 200, { result: rows.map(render) })
}

async function read(service: Service, request: TableRequest, reply: FastifyReply) {
  const { who, parameters } = await begin(service, request)
  const row = readable(service, request, who)
  return answer(request, reply, 200, { result: renderer(service, request, who, parameters)(row) })
}

async function create(service: Service, request: TableRequest, reply: FastifyReply) {
  const { who, parameters } = await begin(service, request)
  const { table } = request.params
  const values = given(service, request, parameters, who)
  const allowed = writable(service, table, values, { sys_class_name: table }, who)
  if (
    !service.access.mayTouchTable('create', table, who) ||
    !service.access.mayTouchRecord('create', table, allowed, who)
  )
    throw new RestError(403, 'Operation Failed', 'ACL Exception Insert Failed due to security constraints')
  const options = { withoutSysFields: parameters.suppressSysFields }
  const outcome = (await service.executor.perform({
    kind: 'insert',
    table,
    values: allowed,
    who,
    options,
  })) as WriteOutcome
  const row = written(outcome)
  reply.header('Location', `${service.baseUrl(request)}/api/now/table/${table}/${row.sys_id}`)
  if (request.headers['x-no-response-body'] === 'true') return reply.code(201).send()
  return answer(request, reply, 201, { result: renderer(service, request, who, parameters)(row) })
}

async function change(service: Service, request: TableRequest, reply: FastifyReply) {
  const { who, parameters } = await begin(service, request)
  const { table } = request.params
  const row = readable(service, request, who)
  if (!service.access.mayTouchRecord('write', table, row, who))
    throw new RestError(403, 'Operation Failed', 'ACL Exception Update Failed due to security constraints')
  const values = writable(service, table, given(service, request, parameters, who), row, who)
  const sysId = row.sys_id ?? ''
  const options = { withoutSysFields: parameters.suppressSysFields }
  const outcome = await service.executor.perform({ kind: 'update', table, sysId, values, who, options })
  if (outcome === null) throw noRecord()
  const next = written(outcome as WriteOutcome)
  return answer(request, reply, 200, { result: renderer(service, request, who, parameters)(next) })
}

async function remove(service: Service, request: TableRequest, reply: FastifyReply) {
  const { who } = await begin(service, request)
  const { table } = request.params
  const row = readable(service, request, who)
  if (!service.access.mayTouchRecord('delete', table, row, who))
    throw new RestError(403, 'Operation Failed', 'ACL Exception Delete Failed due to security constraints')
  const outcome = await service.executor.perform({ kind: 'remove', table, sysId: row.sys_id ?? '', who })
  if (outcome === null) throw noRecord()
  written(outcome as WriteOutcome)
  return reply.code(204).send()
}

/** @throws RestError 404, the same for a record that is not there and for one that is not shown. */
function readable(service: Service, request: TableRequest, who: Who): Row {
  const { table, sysId } = request.params
  const row = service.records.get(table, sysId)
  if (!row || !service.access.mayTouchRecord('read', table, row, who)) throw noRecord()
  return row
}

function given(service: Service, request: TableRequest, parameters: TableParameters, who: Who): Values {
  const values = valuesBody(request)
  const { table } = request.params
  return parameters.inputDisplayValue
    ? fromDisplay(service.records, table, values, who)
    : withoutSecrets(service, table, values)
}

/** A password is taken only as a display value; the stored form cannot be sent. */
function withoutSecrets({ records }: Service, table: string, values: Values): Values {
  const isKept = (name: string) => records.dictionary.column(table, name)?.type !== 'password2'
  return Object.fromEntries(Object.entries(values).filter(([name]) => isKept(name)))
}

/** Fields that may not be written are passed over without a word, as the platform does. */
function writable(service: Service, table: string, values: Values, row: Row, who: Who): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => service.access.mayWriteField(table, name, row, who)),
  )
}

function written(outcome: WriteOutcome): Row {
  if ('row' in outcome) return outcome.row
  throw new RestError(403, 'Operation Failed', outcome.aborted || 'Operation against file was aborted by Business Rule')
}

function renderer(service: Service, request: TableRequest, who: Who, parameters: TableParameters) {
  const { displayValue, excludeReferenceLink, fields } = parameters
  const options = {
    table: request.params.table,
    who,
    displayValue,
    excludeReferenceLink,
    fields,
    baseUrl: service.baseUrl(request),
  }
  return (row: Row) => renderRecord(service.records, service.access, row, options)
}
