import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Row, Values, Who, WriteOutcome } from '../store/records.ts'
import { fromDisplay } from './input-values.ts'
import { jsonBody, textOf } from './read-body.ts'
import { renderRecord } from './render-record.ts'
import { notAuthorized } from './rest-error.ts'
import type { Service } from './service.ts'
import { queryOf } from './table-parameters.ts'

type Call = FastifyRequest<{ Params: { page: string } }>
type Asked = { table: string; who: Who; parameters: Map<string, string>; records: Values[] }
type Json = Record<string, unknown>

/**
 * The JSONv2 web service, older than the Table API: `/incident.do?JSONv2&sysparm_action=getRecords`. Values are taken by
 * what they show, as its examples send them; what an action did is told record by record.
 */
export function jsonWebService(app: FastifyInstance, service: Service): void {
  app.get('/:page', async (request: Call, reply) => answerCall(service, request, reply))
  app.post('/:page', async (request: Call, reply) => answerCall(service, request, reply))
}

async function answerCall(service: Service, request: Call, reply: FastifyReply) {
  const table = /^(\w+)\.do$/.exec(request.params.page)?.[1]
  if (!table || !queryOf(request).has('JSONv2')) return reply.callNotFound()
  const who = await service.authenticate(request)
  service.access.refresh()
  const json = (body: Json) => reply.type('application/json').send(JSON.stringify(body))
  if (!service.records.dictionary.has(table)) return json({ error: `Invalid table ${table}`, reason: null })
  const asked = read(request, table, who)
  const action =
    asked.parameters.get('sysparm_action') ?? (asked.parameters.has('sysparm_sys_id') ? 'get' : 'getRecords')
  const perform = (request.method === 'POST' ? { ...retrieval, ...modification } : retrieval)[action]
  return json(perform ? await perform(service, request, asked) : { error: `Unknown action ${action}`, reason: null })
}

/** Parameters in the body count before those of the address; what is no parameter is a value. */
function read(request: Call, table: string, who: Who): Asked {
  const body = (request.method === 'POST' ? jsonBody(request) : {}) as Json
  const sent = Object.entries(body)
    .filter(([name]) => name.startsWith('sysparm_'))
    .map(([name, value]) => [name, textOf(value)] as const)
  const parameters = new Map<string, string>([...queryOf(request), ...sent])
  const list = Array.isArray(body.records) ? (body.records as Json[]) : [body]
  const records = list.map((record) =>
    Object.fromEntries(
      Object.entries(record)
        .filter(([name]) => !name.startsWith('sysparm_'))
        .map(([name, value]) => [name, textOf(value)]),
    ),
  )
  return { table, who, parameters, records }
}

type Action = (service: Service, request: Call, asked: Asked) => Json | Promise<Json>

const retrieval: Readonly<Record<string, Action>> = {
  get: (service, request, asked) => ({
    records: named(service, asked).map((row) => shown(service, request, asked, row)),
  }),
  getRecords: (service, request, asked) => ({
    records: matching(service, asked).map((row) => shown(service, request, asked, row)),
  }),
  getKeys: (service, _request, asked) => ({ records: matching(service, asked).map((row) => row.sys_id) }),
}

const modification: Readonly<Record<string, Action>> = {
  insert,
  insertMultiple: insert,
  async update(service, request, asked) {
    if (!asked.parameters.get('sysparm_query')) return { error: 'Cannot update with empty sysparm_query', reason: null }
    const values = asked.records[0] ?? {}
    return each(service, request, asked, matching(service, asked), async (row) => {
      if (!service.access.mayTouchRecord('write', asked.table, row, asked.who)) return denied
      const task = { kind: 'update', table: asked.table, sysId: row.sys_id ?? '', who: asked.who } as const
      return service.executor.perform({ ...task, values: writable(service, asked, values, row) })
    })
  },
  deleteRecord: (service, request, asked) => remove(service, request, asked, named(service, asked)),
  deleteMultiple(service, request, asked) {
    if (!asked.parameters.get('sysparm_query')) return { error: 'Cannot delete with empty sysparm_query', reason: null }
    return remove(service, request, asked, matching(service, asked))
  },
}

const denied: WriteOutcome = { aborted: 'Security constraints prevent it' }

function insert(service: Service, request: Call, asked: Asked): Promise<Json> {
  const { table, who } = asked
  return each(service, request, asked, asked.records, async (given) => {
    const values = writable(service, asked, given, { sys_class_name: table })
    const mayCreate =
      service.access.mayTouchTable('create', table, who) && service.access.mayTouchRecord('create', table, values, who)
    return mayCreate ? service.executor.perform({ kind: 'insert', table, values, who }) : denied
  })
}

function remove(service: Service, request: Call, asked: Asked, rows: readonly Row[]): Promise<Json> {
  const { table, who } = asked
  return each(service, request, asked, rows, async (row) => {
    if (!service.access.mayTouchRecord('delete', table, row, who)) return denied
    return service.executor.perform({ kind: 'remove', table, sysId: row.sys_id ?? '', who })
  })
}

/** One after the other; one that fails does not stop the others. */
async function each<T>(
  service: Service,
  request: Call,
  asked: Asked,
  list: readonly T[],
  act: (one: T) => Promise<unknown>,
): Promise<Json> {
  const records: Json[] = []
  for (const one of list) {
    const outcome = ((await act(one)) as WriteOutcome | null) ?? { aborted: 'No such record' }
    if ('row' in outcome) records.push({ ...shown(service, request, asked, outcome.row), __status: 'success' })
    else records.push({ __error: { message: 'Operation failed', reason: outcome.aborted }, __status: 'failure' })
  }
  return { records }
}

function writable({ records, access }: Service, { table, who }: Asked, given: Values, row: Row): Values {
  const mayWrite = ([name]: [string, string]) => access.mayWriteField(table, name, row, who)
  return fromDisplay(records, table, Object.fromEntries(Object.entries(given).filter(mayWrite)), who)
}

function named({ records, access }: Service, { table, who, parameters }: Asked): Row[] {
  const row = records.get(table, parameters.get('sysparm_sys_id') ?? '')
  return row && access.mayTouchRecord('read', table, row, who) ? [row] : []
}

function matching({ records, access }: Service, { table, who, parameters }: Asked): Row[] {
  if (!access.mayTouchTable('read', table, who)) throw notAuthorized('Failed API level ACL Validation')
  const most = Number(records.property('glide.processor.json.row_limit') ?? 10_000)
  const limit = Math.min(Number(parameters.get('sysparm_record_count') || most) || most, most)
  const found = records.find(table, parameters.get('sysparm_query') ?? '', { limit, who })
  return found.filter((row) => access.mayTouchRecord('read', table, row, who))
}

/** `displayvalue` is about references only: by name, or by both, the name as `dv_…`. */
function shown(
  { records, access, baseUrl }: Service,
  request: Call,
  { table, who, parameters }: Asked,
  row: Row,
): Json {
  const options = { table, who, excludeReferenceLink: true, fields: null, baseUrl: baseUrl(request) }
  const values = renderRecord(records, access, row, { ...options, displayValue: 'false' })
  const kind = parameters.get('displayvalue') ?? 'false'
  if (kind !== 'true' && kind !== 'all') return values
  const names = Object.keys(values).filter((name) => records.dictionary.column(table, name)?.type === 'reference')
  const display = Object.fromEntries(
    names.map((name) => [kind === 'all' ? `dv_${name}` : name, records.display(table, row, name, who)]),
  )
  return { ...values, ...display }
}
