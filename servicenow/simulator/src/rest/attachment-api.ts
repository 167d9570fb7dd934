import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Row, Who, WriteOutcome } from '../store/records.ts'
import { answer } from './answer.ts'
import { pageLinks } from './paging.ts'
import { bodyBytes, valuesBody } from './read-body.ts'
import { noRecord, RestError } from './rest-error.ts'
import type { Service } from './service.ts'
import { queryOf, readParameters } from './table-parameters.ts'

type ById = { Params: { id: string } }
/** Records that are part of an attachment, by the column that names it. */
const partsOfAttachments = [
  ['sys_attachment_doc', 'sys_attachment'],
  ['sys_attachment_attribute', 'attachment'],
] as const

type NewFile = { table: string; sysId: string; name: string; type: string; bytes: Buffer }

/** Files that belong to records: who may read the record may read them, who may write it may add and remove them. */
export function attachmentApi(app: FastifyInstance, service: Service): void {
  const { records } = service
  app.get('/attachment', (request, reply) => list(service, request, reply))
  app.get<ById>('/attachment/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    return answer(request, reply, 200, { result: meta(service, request, existing(service, request.params.id, who)) })
  })
  app.get<ById>('/attachment/:id/file', async (request, reply) => {
    const who = await service.authenticate(request)
    const row = existing(service, request.params.id, who)
    const parts = records.find('sys_attachment_doc', `sys_attachment=${row.sys_id}^ORDERBYposition`)
    reply.header('X-Attachment-Metadata', JSON.stringify(meta(service, request, row)))
    reply.header('Content-Disposition', `attachment;filename*=UTF-8''${encodeURIComponent(row.file_name ?? '')}`)
    return reply
      .type(row.content_type || 'application/octet-stream')
      .send(Buffer.from(parts.map((part) => part.data).join(''), 'base64'))
  })
  app.post('/attachment/file', async (request, reply) => {
    const who = await service.authenticate(request)
    const given = queryOf(request)
    const file = {
      table: given.get('table_name') ?? '',
      sysId: given.get('table_sys_id') ?? '',
      name: given.get('file_name') ?? '',
      type: request.headers['content-type'] ?? 'application/octet-stream',
      bytes: bodyBytes(request),
    }
    return created(service, request, reply, file, who)
  })
  app.post('/attachment/upload', async (request, reply) => {
    const who = await service.authenticate(request)
    return created(service, request, reply, await uploaded(request), who)
  })
  app.patch<ById>('/attachment/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    const row = changeable(service, request.params.id, who)
    const name = valuesBody(request).file_name ?? ''
    if (name === '') throw new RestError(400, 'Missing parameter file_name')
    const change = { kind: 'update', table: 'sys_attachment', values: { file_name: name }, who } as const
    await service.executor.perform({ ...change, sysId: row.sys_id ?? '' })
    return reply.code(204).send()
  })
  app.delete<ById>('/attachment/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    const row = changeable(service, request.params.id, who)
    for (const [table, column] of partsOfAttachments)
      for (const part of records.find(table, `${column}=${row.sys_id}`))
        await service.executor.perform({ kind: 'remove', table, sysId: part.sys_id ?? '', who })
    await service.executor.perform({ kind: 'remove', table: 'sys_attachment', sysId: row.sys_id ?? '', who })
    return reply.code(204).send()
  })
}

async function list(service: Service, request: FastifyRequest, reply: FastifyReply) {
  const who = await service.authenticate(request)
  service.access.refresh()
  const { query, limit, offset } = readParameters(request, service.records, 'sys_attachment', 1000)
  const found = service.records.find('sys_attachment', query, { limit: limit + 1, offset, who })
  const total = service.records.count('sys_attachment', query, who)
  reply.header('X-Total-Count', String(total))
  reply.header(
    'Link',
    pageLinks(`${service.baseUrl(request)}${request.originalUrl}`, limit, offset, total, found.length > limit),
  )
  const rows = found.slice(0, limit).filter((row) => isReadable(service, row, who))
  return answer(request, reply, 200, { result: rows.map((row) => meta(service, request, row)) })
}

async function uploaded(request: FastifyRequest): Promise<NewFile> {
  const fields: Record<string, string> = {}
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value)
      continue
    }
    const bytes = await part.toBuffer()
    return {
      table: fields.table_name ?? '',
      sysId: fields.table_sys_id ?? '',
      name: part.filename,
      type: part.mimetype,
      bytes,
    }
  }
  throw new RestError(400, 'Missing file', 'The last part of the form is the file')
}

async function created(service: Service, request: FastifyRequest, reply: FastifyReply, file: NewFile, who: Who) {
  const { records, access, executor } = service
  access.refresh()
  for (const [name, value] of Object.entries({
    table_name: file.table,
    table_sys_id: file.sysId,
    file_name: file.name,
  }))
    if (value === '') throw new RestError(400, `Missing parameter ${name}`)
  const owner = records.dictionary.has(file.table) ? records.get(file.table, file.sysId) : null
  if (!owner || !access.mayTouchRecord('read', file.table, owner, who)) throw noRecord()
  if (!access.mayTouchRecord('write', file.table, owner, who))
    throw new RestError(403, 'Operation Failed', 'You may not attach to this record')
  const values = {
    table_name: file.table,
    table_sys_id: file.sysId,
    file_name: file.name,
    content_type: file.type,
    size_bytes: String(file.bytes.length),
    hash: createHash('sha256').update(file.bytes).digest('hex'),
    state: 'available',
  }
  const outcome = (await executor.perform({ kind: 'insert', table: 'sys_attachment', values, who })) as WriteOutcome
  if ('aborted' in outcome) throw new RestError(403, 'Operation Failed', outcome.aborted)
  const id = outcome.row.sys_id ?? ''
  const doc = { sys_attachment: id, position: '0', data: file.bytes.toString('base64') }
  await executor.perform({ kind: 'insert', table: 'sys_attachment_doc', values: doc, who })
  reply.header('Location', `${service.baseUrl(request)}/api/now/attachment/${id}`)
  return answer(request, reply, 201, { result: meta(service, request, outcome.row) })
}

/** @throws RestError 404 for a file that is not there or not shown, 403 for one of a record that may not be written. */
export function changeable(service: Service, id: string, who: Who): Row {
  const row = existing(service, id, who)
  const owner = service.records.get(row.table_name ?? '', row.table_sys_id ?? '')
  if (owner && !service.access.mayTouchRecord('write', row.table_name ?? '', owner, who))
    throw new RestError(403, 'Operation Failed', 'You may not change what is attached to this record')
  return row
}

/** @throws RestError 404 */
export function existing(service: Service, id: string, who: Who): Row {
  service.access.refresh()
  const row = service.records.get('sys_attachment', id)
  if (!row || !isReadable(service, row, who)) throw noRecord()
  return row
}

function isReadable({ records, access }: Service, row: Row, who: Who): boolean {
  const table = row.table_name ?? ''
  const owner = records.dictionary.has(table) ? records.get(table, row.table_sys_id ?? '') : null
  return owner !== null && access.mayTouchRecord('read', table, owner, who)
}

function meta(service: Service, request: FastifyRequest, row: Row) {
  const columns = [
    'sys_id',
    'table_name',
    'table_sys_id',
    'file_name',
    'content_type',
    'size_bytes',
    'hash',
    'state',
    'sys_created_on',
    'sys_created_by',
    'sys_updated_on',
    'sys_updated_by',
    'sys_mod_count',
    'compressed',
    'size_compressed',
    'average_image_color',
    'image_width',
    'image_height',
    'sys_tags',
  ]
  const fields = Object.fromEntries(columns.map((name) => [name, row[name] ?? '']))
  return { ...fields, download_link: `${service.baseUrl(request)}/api/now/attachment/${row.sys_id}/file` }
}
