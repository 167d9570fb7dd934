import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  Object.assign(house.instance.weather, { api: 'ok', callbacks: 'ok' })
  const held = await grantOf('molly')
  const { db } = house.app.foundation
  if (held)
    await db.transaction((tx) => house.app.access.endGrant(tx, held.id, 'given_back', { kind: 'system', name: 'test' }))
  await house.settle()
})

const grantOf = (login: 'molly' | 'leo') =>
  house.app.access.heldGrant(house.app.foundation.db, house.id[login], house.roleId)

async function approvedItem() {
  await house.later(60)
  const ritm = house.ordered()
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  return ritm
}

test('an item that was approved there is given here, and the item is told so in words', async () => {
  const ritm = await approvedItem()
  const answer = await house.bring(ritm)
  expect([answer.statusCode, answer.json().state]).toEqual([202, 'checking'])
  await house.settle()
  const grant = await grantOf('molly')
  expect([grant?.state, grant?.durationDays, grant?.reason]).toEqual(['active', 30, 'a project with sales'])
  expect(grant?.evidence.approvals.map(({ approverId }) => approverId)).toEqual([house.id.marcus, house.id.ivan])
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled', message: expect.stringContaining('ready to use until') })
  expect(house.instance.told.find(({ path }) => path === 'grants')?.body).toMatchObject({
    role: house.roleId,
    state: 'active',
  })
})

test('the same call twice is one order with one answer', async () => {
  const ritm = await approvedItem()
  const [one, other] = await Promise.all([house.bring(ritm), house.bring(ritm)])
  expect(one.json().id).toBe(other.json().id)
  await house.settle()
  expect((await house.bring(ritm)).json()).toMatchObject({ id: one.json().id, state: 'fulfilled' })
})

test('what is held already closes complete, and nobody is asked', async () => {
  await house.bring(await approvedItem())
  await house.settle()
  const again = house.ordered()
  await house.bring(again)
  await house.settle()
  expect(house.last(again)).toMatchObject({
    state: 'fulfilled',
    message: 'Salesforce: held already, nothing had to be done.',
  })
})

test('an item for somebody Hallpass does not know is denied in words for whoever asked', async () => {
  const ritm = house.ordered({ for: 'carla' })
  await house.bring(ritm, 'carla')
  await house.settle()
  expect(house.last(ritm)).toMatchObject({
    state: 'denied',
    message: expect.stringContaining('knows nobody like carla'),
  })
})

test('an instance that is silent for an hour loses nothing', async () => {
  const ritm = await approvedItem()
  house.instance.weather.api = 'down'
  house.instance.weather.callbacks = 'down'
  await house.bring(ritm)
  for (let minutes = 0; minutes < 60; minutes += 5) await house.later(300)
  expect(await grantOf('molly')).toBeNull()
  Object.assign(house.instance.weather, { api: 'ok', callbacks: 'ok' })
  await house.later(60)
  expect((await grantOf('molly'))?.state).toBe('active')
  await house.later(700)
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
})

test('a callback whose answer is lost is told again, and never anything older after it', async () => {
  const ritm = await approvedItem()
  house.instance.weather.callbacks = 'lost'
  await house.bring(ritm)
  await house.settle()
  house.instance.weather.callbacks = 'ok'
  await house.later(700)
  const told = house.instance.told.filter(({ path }) => path === `fulfilments/${ritm.sysId}`)
  const versions = told.map(({ body }) => Number(body.version))
  expect(versions.length).toBeGreaterThan(1)
  expect(versions).toEqual([...versions].sort((a, b) => a - b))
  expect(told.at(-1)?.body.state).toBe('fulfilled')
})

test('a storm of 429 is waited out, for as long as it says', async () => {
  const ritm = await approvedItem()
  house.instance.weather.api = 'busy'
  await house.bring(ritm)
  await house.settle()
  const before = house.instance.calls.length
  await house.later(20)
  expect(house.instance.calls.length).toBe(before)
  house.instance.weather.api = 'ok'
  await house.later(60)
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
})

test('a token that expired in the middle is replaced, and the work goes on', async () => {
  const ritm = await approvedItem()
  house.instance.weather.api = 'expired'
  await house.bring(ritm)
  await house.settle()
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
})

test('where the app is not installed the item itself is written', async () => {
  const ritm = await approvedItem()
  house.instance.weather.callbacks = 'absent'
  await house.bring(ritm)
  await house.settle()
  expect(house.instance.item(ritm.sysId)).toMatchObject({ state: '3' })
})

test('an item the app knows nothing of is written, and the next one goes by the app all the same', async () => {
  const stranger = await approvedItem()
  house.instance.weather.callbacks = 'stranger'
  await house.bring(stranger)
  await house.settle()
  expect(house.instance.item(stranger.sysId)).toMatchObject({ state: '3' })
  house.instance.weather.callbacks = 'ok'
  const ritm = house.ordered()
  await house.bring(ritm)
  await house.settle()
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
  expect(house.instance.item(ritm.sysId)).toMatchObject({ state: '1' })
})

test('while the app is put in anew no item is closed behind its back: it is told once the app is there', async () => {
  house.instance.makeOutbox()
  for (const door of ['push', 'pull'] as const) {
    const ritm = await approvedItem()
    house.instance.weather.callbacks = 'absent'
    await house.bring(ritm)
    await house.owner.query('update servicenow_orders set door = $1 where ritm_sys_id = $2', [door, ritm.sysId])
    await house.settle()
    expect((await grantOf('molly'))?.state).toBe('active')
    await house.later(30)
    expect(house.instance.item(ritm.sysId)).toMatchObject({ state: '1' })
    house.instance.weather.callbacks = 'ok'
    await house.later(600)
    expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
    const held = await grantOf('molly')
    const { db } = house.app.foundation
    const actor = { kind: 'system', name: 'test' } as const
    await db.transaction((tx) => house.app.access.endGrant(tx, held?.id ?? '', 'given_back', actor))
  }
})

test('an item that is cancelled while it is fulfilled stops, and one that was fulfilled gives back', async () => {
  const ritm = await approvedItem()
  await house.bring(ritm)
  await house.settle()
  const revoked = { ritm: { sysId: ritm.sysId, number: ritm.number }, reason: 'no longer needed' }
  const answer = await house.call('POST', '/desk/v1/revocations', revoked)
  expect(answer.statusCode, answer.body).toBe(202)
  await house.settle()
  expect(await grantOf('molly')).toBeNull()
  expect(house.last(ritm)).toMatchObject({ state: 'ended' })
  expect((await house.call('POST', '/desk/v1/revocations', revoked)).json().state).toBe('ended')
})

test('an item cancelled before it was brought gives nothing when it is brought late', async () => {
  const ritm = await approvedItem()
  await house.call('POST', '/desk/v1/revocations', { ritm: { sysId: ritm.sysId, number: ritm.number }, reason: '' })
  expect((await house.bring(ritm)).json().state).toBe('ended')
  await house.settle()
  expect(await grantOf('molly')).toBeNull()
})

test('two nodes that hear of one item at once make one order', async () => {
  const other = await house.anotherNode()
  const ritm = await approvedItem()
  const body = {
    ritm: { sysId: ritm.sysId, number: ritm.number },
    request: { sysId: ritm.requestSysId, number: 'REQ1' },
    requestedFor: { sysId: house.instance.user('molly'), userName: 'molly', email: '' },
    openedBy: { sysId: house.instance.user('molly'), userName: 'molly', email: '' },
    roles: [house.roleId],
    durationDays: null,
    reason: '',
  }
  const answers = await Promise.all([
    house.call('POST', '/desk/v1/fulfilments', body),
    house.call('POST', '/desk/v1/fulfilments', body, { on: other.server }),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202])
  await house.settle()
  const { rows } = await house.owner.query('select count(*)::int as n from servicenow_orders where ritm_sys_id = $1', [
    ritm.sysId,
  ])
  expect(rows[0].n).toBe(1)
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
})
