import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answer } from '../rest/answer.ts'
import { jsonBody, textOf } from '../rest/read-body.ts'
import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row, Who } from '../store/records.ts'
import { mayRequestFor } from './availability.ts'
import { cartOf } from './cart.ts'
import { orderable } from './catalog-api.ts'
import { deliveryAddress } from './delivery-address.ts'
import type { Ordered, OrderLine } from './order-items.ts'
import type { Produced } from './produce-record.ts'
import { renderCart, renderWholeCart } from './render-cart.ts'
import { type Answers, missingAnswers, variablesOf } from './variables.ts'

type ById = { Params: { id: string } }

/** Ordering: at once, through the cart, or by a record producer. Under /api/sn_sc[/v1]/servicecatalog. */
export function orderApi(app: FastifyInstance, service: Service): void {
  const { records, executor } = service
  const operate = (name: string, input: unknown, who: Who) => executor.perform({ kind: 'operation', name, input, who })

  app.post<ById>('/items/:id/order_now', async (request, reply) => {
    const who = await service.authenticate(request)
    const { line, body } = readLine(service, request, request.params.id, who)
    const others = textOf(body.sysparm_also_request_for).split(',').filter(Boolean)
    const requestedFor = textOf(body.sysparm_requested_for) || who.userId
    for (const person of [requestedFor, ...others]) checkPerson(service, who, person)
    const lines = [line, ...others.map((person) => ({ ...line, requestedFor: person }))]
    const ordered = (await operate('catalog.order', { requestedFor, lines }, who)) as Ordered
    const made = unlessRefused(ordered)
    return answer(request, reply, 200, {
      result: {
        sys_id: made.requestId,
        number: made.requestNumber,
        request_number: made.requestNumber,
        request_id: made.requestId,
        table: 'sc_request',
      },
    })
  })
  app.post<ById>('/items/:id/add_to_cart', async (request, reply) => {
    const who = await service.authenticate(request)
    const { line } = readLine(service, request, request.params.id, who)
    await operate('cart.add', line, who)
    return answer(request, reply, 200, { result: renderCart(records, cartOf(records, who)) })
  })
  app.get('/cart', async (request, reply) => {
    const who = await service.authenticate(request)
    return answer(request, reply, 200, { result: renderWholeCart(records, cartOf(records, who)) })
  })
  app.get<ById>('/cart/delivery_address/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    checkPerson(service, who, request.params.id)
    return answer(request, reply, 200, { result: deliveryAddress(records, request.params.id) })
  })
  app.put<ById>('/cart/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    const body = jsonBody(request) as Record<string, unknown>
    const input = { id: request.params.id, quantity: quantityOf(body), answers: answersOf(body) }
    if (!(await operate('cart.change', input, who)))
      throw new RestError(400, 'Invalid cart item', 'It is not in your cart')
    return answer(request, reply, 200, { result: renderCart(records, cartOf(records, who)) })
  })
  app.delete<ById>('/cart/:id', async (request, reply) => {
    const who = await service.authenticate(request)
    const isGone = await operate('cart.remove', request.params.id, who)
    if (!isGone) throw new RestError(400, 'Invalid cart item', 'It is not in your cart')
    return reply.code(204).send()
  })
  app.delete<ById>('/cart/:id/empty', async (request, reply) => {
    const who = await service.authenticate(request)
    const cart = records.get('sc_cart', request.params.id)
    const isOwn = cart?.user === who.userId
    if (!cart || !(isOwn || who.roles.has('admin') || who.roles.has('catalog_admin')))
      throw new RestError(400, 'Invalid cart', 'There is no such cart, or it is not yours to empty')
    await operate('cart.empty', cart.sys_id, who)
    return reply.code(204).send()
  })
  app.post('/cart/checkout', (request, reply) => checkOut(request, reply))
  app.post('/cart/submit_order', (request, reply) => checkOut(request, reply))
  app.post<ById>('/items/:id/submit_producer', async (request, reply) => {
    const who = await service.authenticate(request)
    const { line } = readLine(service, request, request.params.id, who)
    const made = (await operate('catalog.produce', { itemId: line.itemId, answers: line.answers }, who)) as Produced
    if ('refused' in made) throw new RestError(400, 'Operation Failed', made.refused)
    const { table, sysId, number } = made
    const redirect_url = `/${table}.do?sys_id=${sysId}`
    return answer(request, reply, 200, {
      result: {
        sys_id: sysId,
        number,
        table,
        parent_id: null,
        record: table,
        redirect_portal_url: '',
        redirect_url,
        redirect_to: '',
      },
    })
  })

  async function checkOut(request: FastifyRequest, reply: Parameters<typeof answer>[1]) {
    const who = await service.authenticate(request)
    const body = jsonBody(request) as Record<string, unknown>
    const requestedFor = textOf(body.requested_for ?? body.sysparm_requested_for)
    checkPerson(service, who, requestedFor || who.userId)
    const input = { requestedFor, specialInstructions: textOf(body.special_instructions) }
    const ordered = (await operate('cart.submit', input, who)) as Ordered | null
    if (!ordered) throw new RestError(400, 'Cart is empty', 'Cannot check out an empty cart')
    const made = unlessRefused(ordered)
    return answer(request, reply, 200, { result: { request_number: made.requestNumber, request_id: made.requestId } })
  }
}

function readLine(service: Service, request: FastifyRequest, id: string, who: Who) {
  const item: Row = orderable(service, id, who)
  const body = jsonBody(request) as Record<string, unknown>
  const line: OrderLine = { itemId: item.sys_id ?? '', quantity: quantityOf(body), answers: answersOf(body) }
  const missing = missingAnswers(variablesOf(service.records, line.itemId), line.answers)
  if (missing.length > 0) throw new RestError(400, 'Mandatory Variables are required', `Missing: ${missing.join(', ')}`)
  return { line, body }
}

function quantityOf(body: Record<string, unknown>): string {
  const text = textOf(body.sysparm_quantity ?? '1')
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new RestError(400, 'Invalid Quantity', `${text} is not a quantity`)
  return text
}

function answersOf(body: Record<string, unknown>): Answers {
  const variables = body.variables ?? {}
  if (typeof variables !== 'object' || variables === null || Array.isArray(variables))
    throw new RestError(400, 'Invalid variables', 'variables is not an object of names and values')
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, textOf(value)]))
}

function checkPerson({ records }: Service, who: Who, id: string): void {
  if (!records.get('sys_user', id)) throw new RestError(400, 'Invalid requested_for', `There is no user ${id}`)
  if (!mayRequestFor(records, who, id))
    throw new RestError(403, 'User Not Authorized', 'Requesting for others is for the roles of glide.sc.req_for.roles')
}

function unlessRefused(ordered: Ordered) {
  if ('refused' in ordered) throw new RestError(403, 'Operation Failed', ordered.refused)
  return ordered
}
