/** An item shows how its request is doing from the moment on in which the request moves. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Login } from '../../testing-app.ts'
import { findOrder, lockOrder } from './store-orders.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function post(login: Login, url: string, payload: object) {
  const { headers } = await house.signIn(login)
  const answer = await house.server.inject({ method: 'POST', url, headers, payload })
  expect(answer.statusCode).toBeLessThan(300)
  return answer.json()
}

/** Asked for in the portal, and then ordered: the item follows the request. */
async function followed(login: 'molly' | 'leo') {
  const items = [{ roleId: house.roleId, durationDays: 30 }]
  const asked = await post(login, '/api/requests', { items, reason: 'for work' })
  const ritm = house.ordered({ for: login })
  await house.bring(ritm, login)
  await house.settle()
  const key = { connectionId: house.connectionId, ritmSysId: ritm.sysId }
  return { id: asked.items[0].request.id as string, ritm, order: () => findOrder(house.app.foundation.db, key) }
}

test('the transaction that moves the request moves the item, and nothing has to be looked for afterwards', async () => {
  const { id, ritm, order } = await followed('molly')
  expect(await order()).toMatchObject({ state: 'checking', version: 1 })
  await post('molly', `/api/requests/${id}/cancel`, {})
  expect(await order()).toMatchObject({ state: 'ended', version: 2 })
  await house.settle()
  expect(house.last(ritm)).toMatchObject({ state: 'ended', version: 2 })
})

test('an item that somebody else holds keeps nobody from moving its request, and is looked at afterwards', async () => {
  const { id, ritm, order } = await followed('leo')
  const held = await order()
  await house.app.foundation.db.transaction(async (tx) => {
    await lockOrder(tx, held?.id ?? '')
    await post('leo', `/api/requests/${id}/cancel`, {})
    expect(await order()).toMatchObject({ state: 'checking' })
  })
  await house.settle()
  expect(await order()).toMatchObject({ state: 'ended' })
  expect(house.last(ritm)).toMatchObject({ state: 'ended' })
})
