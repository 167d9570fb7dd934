/** An item for access that was asked for in the portal already: it tells how that goes, and takes nothing of it back. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Login } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  const held = await grant()
  const actor = { kind: 'system', name: 'test' } as const
  if (held)
    await house.app.foundation.db.transaction((tx) => house.app.access.endGrant(tx, held.id, 'given_back', actor))
  await house.later(600)
})

const grant = () => house.app.access.heldGrant(house.app.foundation.db, house.id.molly, house.roleId)
async function post(login: Login, url: string, payload: object) {
  const { headers } = await house.signIn(login)
  return (await house.server.inject({ method: 'POST', url, headers, payload })).json()
}
async function askInPortal(): Promise<string> {
  const items = [{ roleId: house.roleId, durationDays: 30 }]
  const asked = await post('molly', '/api/requests', { items, reason: 'for work' })
  return asked.items[0].request.id
}
const state = async (id: string) => (await house.app.requests.request(house.app.foundation.db, id))?.state
async function approveInPortal(id: string) {
  await post('marcus', `/api/requests/${id}/approve`, { stage: 0 })
  await post('ivan', `/api/requests/${id}/approve`, { stage: 1 })
  await house.settle()
}
async function order() {
  const ritm = house.ordered()
  await house.bring(ritm)
  await house.settle()
  return ritm
}
async function cancel({ sysId, number }: { sysId: string; number: string }) {
  await house.call('POST', '/desk/v1/revocations', { ritm: { sysId, number }, reason: 'no longer needed' })
  await house.settle()
}

test('cancelling it leaves what waits for approval in the portal', async () => {
  const id = await askInPortal()
  const ritm = await order()
  expect(house.last(ritm)?.message).toContain('waits for approval in Hallpass')
  await cancel(ritm)
  expect(house.last(ritm)).toMatchObject({ state: 'ended' })
  expect(await state(id)).toBe('waiting')
  await approveInPortal(id)
  expect(await grant()).toMatchObject({ state: 'active', requestId: id })
  expect(house.last(ritm)).toMatchObject({ state: 'ended' })
})

test('cancelling it leaves what was approved and given in the portal meanwhile', async () => {
  const id = await askInPortal()
  const ritm = await order()
  await approveInPortal(id)
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
  await cancel(ritm)
  expect(house.last(ritm)).toMatchObject({ state: 'ended' })
  expect(await grant()).toMatchObject({ state: 'active', requestId: id })
})

test('two items may follow one request, and one of them cancelled changes nothing for the other', async () => {
  const id = await askInPortal()
  const [first, second] = [await order(), await order()]
  await cancel(second)
  expect(await state(id)).toBe('waiting')
  expect(house.last(first)).toMatchObject({ state: 'checking' })
})
