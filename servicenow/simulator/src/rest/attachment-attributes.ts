import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Row, Who } from '../store/records.ts'
import { answer } from './answer.ts'
import { changeable, existing } from './attachment-api.ts'
import { valuesBody } from './read-body.ts'
import { noRecord, RestError } from './rest-error.ts'
import type { Service } from './service.ts'

type Call = FastifyRequest<{ Params: { id: string; key: string } }>

/** Keys and values beside an attachment, such as its alt text. */
export function attachmentAttributes(app: FastifyInstance, service: Service): void {
  const { records, executor } = service
  const table = 'sys_attachment_attribute'
  const of = (attachment: Row) => records.find(table, `attachment=${attachment.sys_id}^ORDERBYsys_created_on`)
  const one = (attachment: Row, key: string) => of(attachment).find((row) => row.key === key)
  const remove = (row: Row, who: Who) => executor.perform({ kind: 'remove', table, sysId: row.sys_id ?? '', who })
  const shown = (row: Row) => ({ key: row.key ?? '', value: row.value ?? '' })

  app.get('/attachment/:id/attributes', async (request: Call, reply) => {
    const who = await service.authenticate(request)
    const result = of(existing(service, request.params.id, who)).map(shown)
    return answer(request, reply, 200, { result })
  })
  app.get('/attachment/:id/attributes/:key', async (request: Call, reply) => {
    const who = await service.authenticate(request)
    const row = one(existing(service, request.params.id, who), request.params.key)
    if (!row) throw noRecord()
    return answer(request, reply, 200, { result: shown(row) })
  })
  app.post('/attachment/:id/attributes', async (request: Call, reply) => {
    const who = await service.authenticate(request)
    const attachment = changeable(service, request.params.id, who)
    const { key = '', value = '' } = valuesBody(request)
    if (key === '' || value === '') throw new RestError(400, 'Missing parameter', 'key and value are needed')
    if (one(attachment, key)) throw new RestError(400, 'Invalid key', `There is an attribute ${key} already`)
    const values = { attachment: attachment.sys_id ?? '', key, value }
    await executor.perform({ kind: 'insert', table, values, who })
    return answer(request, reply, 201, { result: { key, value } })
  })
  app.put('/attachment/:id/attributes/:key', async (request: Call, reply) => {
    const who = await service.authenticate(request)
    const row = one(changeable(service, request.params.id, who), request.params.key)
    if (!row) throw noRecord()
    const { value = '' } = valuesBody(request)
    if (value === '') throw new RestError(400, 'Missing parameter', 'value is needed')
    await executor.perform({ kind: 'update', table, sysId: row.sys_id ?? '', values: { value }, who })
    return answer(request, reply, 200, { result: { key: row.key, value } })
  })
  app.delete('/attachment/:id/attributes', async (request: Call, reply) => {
    const who = await service.authenticate(request)
    for (const row of of(changeable(service, request.params.id, who))) await remove(row, who)
    return reply.code(204).send()
  })
  app.delete('/attachment/:id/attributes/:key', async (request: Call, reply) => {
    const who = await service.authenticate(request)
    const row = one(changeable(service, request.params.id, who), request.params.key)
    if (!row) throw noRecord()
    await remove(row, who)
    return reply.code(204).send()
  })
}
