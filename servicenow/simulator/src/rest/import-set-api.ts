import type { FastifyInstance, FastifyRequest } from 'fastify'
import { registerOperation } from '../store/operations.ts'
import type { Records, Row, Values, Who } from '../store/records.ts'
import { answer } from './answer.ts'
import { jsonBody, textOf, valuesBody } from './read-body.ts'
import { noRecord, notAuthorized, RestError } from './rest-error.ts'
import type { Service } from './service.ts'

type Imported = { importSet: Row; results: ImportResult[] }
type ImportResult = { map: string; table: string; status: string; sysId: string; display: string; message: string }

/** Rows put into a staging table and transformed at once by its active transform maps. */
export function importSetApi(app: FastifyInstance, service: Service): void {
  app.post<{ Params: { staging: string } }>('/import/:staging', async (request, reply) => {
    const who = await mayImport(service, request, request.params.staging)
    const input = { staging: request.params.staging, rows: [valuesBody(request)] }
    const done = (await service.executor.perform({ kind: 'operation', name: 'import.rows', input, who })) as Imported
    return answer(request, reply, 201, rendered(service, request, request.params.staging, done))
  })
  app.get<{ Params: { staging: string; id: string } }>('/import/:staging/:id', async (request, reply) => {
    const { staging, id } = request.params
    await mayRead(service, request, staging)
    const row = service.records.get(staging, id)
    if (!row) throw noRecord()
    return answer(request, reply, 200, rendered(service, request, staging, imported(service.records, row)))
  })
  app.post<{ Params: { staging: string } }>('/import/:staging/insertMultiple', async (request, reply) => {
    const who = await mayImport(service, request, request.params.staging)
    const { records } = jsonBody(request) as { records?: unknown }
    if (!Array.isArray(records)) throw new RestError(400, 'Invalid records', 'records is a list of rows')
    const rows = records.map((row: object) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, textOf(value)])),
    )
    const input = { staging: request.params.staging, rows }
    const done = (await service.executor.perform({ kind: 'operation', name: 'import.rows', input, who })) as Imported
    return answer(request, reply, 201, {
      result: { import_set_id: done.importSet.sys_id, multi_import_set_id: done.importSet.sys_id },
    })
  })
}

function rendered(service: Service, request: FastifyRequest, staging: string, { importSet, results }: Imported) {
  const base = service.baseUrl(request)
  return {
    import_set: importSet.number,
    staging_table: staging,
    result: results.map((one) => ({
      transform_map: one.map,
      table: one.table,
      ...(one.status === 'error'
        ? { error_message: one.message }
        : {
            display_name: service.records.dictionary.displayColumn(one.table),
            display_value: one.display,
            record_link: `${base}/api/now/table/${one.table}/${one.sysId}`,
          }),
      status: one.status,
      sys_id: one.sysId,
    })),
  }
}

/** What became of a staged row, as the row itself has kept it. */
function imported(records: Records, row: Row): Imported {
  const importSet = records.get('sys_import_set', row.sys_import_set ?? '') ?? { number: '' }
  const table = row.sys_target_table ?? ''
  if (table === '') return { importSet, results: [] }
  const target = row.sys_target_sys_id ? records.get(table, row.sys_target_sys_id) : null
  const map = records.get('sys_transform_map', row.sys_transform_map ?? '')?.name ?? ''
  const [status, sysId] = [row.sys_import_state ?? '', row.sys_target_sys_id ?? '']
  const display = target ? records.displayOf(table, target) : ''
  return { importSet, results: [{ map, table, status, sysId, display, message: row.sys_import_state_comment ?? '' }] }
}

async function mayRead(service: Service, request: FastifyRequest, staging: string): Promise<void> {
  const who = await service.authenticate(request)
  service.access.refresh()
  checkStaging(service, staging)
  if (!service.access.mayTouchTable('read', staging, who)) throw notAuthorized('Failed API level ACL Validation')
}

async function mayImport(service: Service, request: FastifyRequest, staging: string): Promise<Who> {
  const who = await service.authenticate(request)
  service.access.refresh()
  checkStaging(service, staging)
  if (!service.access.mayTouchTable('create', staging, who)) throw notAuthorized('Failed API level ACL Validation')
  return who
}

function checkStaging({ records: { dictionary } }: Service, staging: string): void {
  if (!dictionary.has(staging) || !dictionary.ancestors(staging).includes('sys_import_set_row'))
    throw new RestError(400, `Invalid staging table ${staging}`)
}

export function importRows(records: Records, input: { staging: string; rows: readonly Values[] }, who: Who): Imported {
  const made = records.insert(
    'sys_import_set',
    { table_name: input.staging, state: 'loaded', mode: 'synchronous' },
    who,
  )
  if ('aborted' in made) throw new Error(made.aborted)
  const maps = records.find('sys_transform_map', `source_table=${input.staging}^active=true^ORDERBYorder`)
  const results = input.rows.flatMap((values) => {
    const row = records.insert(input.staging, { ...values, sys_import_set: made.row.sys_id ?? '' }, who)
    if ('aborted' in row) return []
    return maps.map((map) => {
      const result = transform(records, map, row.row, who)
      const state = {
        sys_import_state: result.status,
        sys_transform_map: map.sys_id ?? '',
        sys_target_table: result.table,
        sys_target_sys_id: result.sysId,
        sys_import_state_comment: result.message,
      }
      records.update(input.staging, row.row.sys_id ?? '', state, who)
      return result
    })
  })
  records.update('sys_import_set', made.row.sys_id ?? '', { state: 'processed' }, who)
  return { importSet: made.row, results }
}

registerOperation('import.rows', importRows)

/** One row through one map: found by its coalesce fields and updated, else inserted; nothing new is `ignored`. */
function transform(records: Records, map: Row, source: Row, who: Who): ImportResult {
  const table = map.target_table ?? ''
  const failed = (message: string) => ({ map: map.name ?? '', table, status: 'error', sysId: '', display: '', message })
  const entries = records.find('sys_transform_entry', `map=${map.sys_id}`)
  if (map.script?.trim() || entries.some((entry) => entry.use_source_script === 'true'))
    return failed(`The transform map ${map.name} is scripted, which is not run here`)
  const values: Record<string, string> = {}
  const keys: { field: string; value: string }[] = []
  for (const entry of entries) {
    const value = targetValue(records, table, entry, source[entry.source_field ?? ''] ?? '', who)
    if (value === '' && map.copy_empty_fields !== 'true' && entry.coalesce !== 'true') continue
    values[entry.target_field ?? ''] = value
    if (entry.coalesce === 'true') keys.push({ field: entry.target_field ?? '', value })
  }
  const conditions = keys.map(({ field, value }) => [{ field, operator: '=' as const, value }])
  const isKeyed = keys.length > 0 && keys.every(({ value }) => value !== '')
  const found = isKeyed
    ? records.find(table, { groups: [conditions], orderBy: [], groupBy: [], invalid: [] }, { limit: 1 })[0]
    : undefined
  const before = found?.sys_mod_count
  const outcome = found ? records.update(table, found.sys_id ?? '', values, who) : records.insert(table, values, who)
  if (!outcome) return failed('The target went away')
  if ('aborted' in outcome) return failed(outcome.aborted)
  const status = !found ? 'inserted' : outcome.row.sys_mod_count === before ? 'ignored' : 'updated'
  return {
    map: map.name ?? '',
    table,
    status,
    sysId: outcome.row.sys_id ?? '',
    display: records.displayOf(table, outcome.row),
    message: '',
  }
}

/** References are looked up by what they show; a missing one is made where the map's choice action says `create`. */
function targetValue(records: Records, table: string, entry: Row, value: string, who: Who): string {
  const column = records.dictionary.column(table, entry.target_field ?? '')
  if (column?.type !== 'reference' || value === '' || records.get(column.reference, value)) return value
  const key = entry.reference_value_field || records.dictionary.displayColumn(column.reference)
  const query = { groups: [[[{ field: key, operator: '=' as const, value }]]], orderBy: [], groupBy: [], invalid: [] }
  const found = records.find(column.reference, query, { limit: 1 })[0]
  if (found || entry.choice_action !== 'create' || column.reference === 'sys_user') return found?.sys_id ?? ''
  const made = records.insert(column.reference, { [key]: value }, who)
  return 'row' in made ? (made.row.sys_id ?? '') : ''
}
