/** The item of our own app, whose form asks whom it is for, which apps and for how long. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'
import { catalogItem, type Order } from './testing-instance.ts'

let house: House
/** Without a longest time, so that only the order says for how long. */
let roleId: string
beforeAll(async () => {
  house = await openHouse()
  await house.owner.query('update servicenow_connections set settings = settings || $1, version = version + 1', [
    JSON.stringify({ catalogItem }),
  ])
  const role = { name: 'Wiki', askedBy: 'everyone' as const, apps: [], ownerIds: [house.id.ivan], daysMax: null }
  roleId = (await house.app.access.createRole(role, operator)).id
  await house.settle()
})
afterAll(() => house.close())
beforeEach(async () => {
  const { db } = house.app.foundation
  const actor = { kind: 'system', name: 'test' } as const
  const held = await heldBy('molly')
  if (held) await db.transaction((tx) => house.app.access.endGrant(tx, held.id, 'given_back', actor))
  await house.later(600)
})

const heldBy = (login: 'molly' | 'leo') => house.app.access.heldGrant(house.app.foundation.db, house.id[login], roleId)

type Ritm = ReturnType<House['ordered']>
async function approved(input: Partial<Order> = {}): Promise<Ritm> {
  const ritm = house.ordered({ roles: [roleId], ...input })
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  await house.later(60)
  return ritm
}

async function outcome(ritm: Ritm, login = 'molly') {
  await house.bring(ritm, login)
  await house.settle()
  return house.last(ritm)
}

/** Takes an answer away: the answer itself, or the row that says whose answer it is. */
function takeAway(ritm: Ritm, name: string, table: 'sc_item_option' | 'sc_item_option_mtom'): void {
  const query = `request_item=${ritm.sysId}^sc_item_option.item_option_new.name=${name}`
  const [link] = house.instance.find('sc_item_option_mtom', query)
  const sysId = (table === 'sc_item_option' ? link?.sc_item_option : link?.sys_id) ?? ''
  house.instance.simulator.records.remove(table, sysId, {
    userId: '',
    userName: 'admin',
    roles: new Set(['admin']),
    isSystem: true,
  })
}

test('as long as it is needed means without an end', async () => {
  expect(await outcome(await approved({ days: 'none' }))).toMatchObject({ state: 'fulfilled' })
  expect(await heldBy('molly')).toMatchObject({ state: 'active', durationDays: null })
})

test.each(['sc_item_option', 'sc_item_option_mtom'] as const)(
  'for how long, taken away as a row of %s, does not mean for ever',
  async (table) => {
    const ritm = await approved({ days: '7' })
    takeAway(ritm, 'duration_days', table)
    expect(await outcome(ritm)).toMatchObject({ state: 'denied', message: expect.stringContaining('for how long') })
    expect(await heldBy('molly')).toBeNull()
  },
)

test('an empty answer to for how long does not mean for ever either', async () => {
  expect(await outcome(await approved({ days: ' ' }))).toMatchObject({
    state: 'denied',
    message: expect.stringContaining('for how long'),
  })
  expect(await heldBy('molly')).toBeNull()
})

test('for whom, taken away, does not mean whoever the item names by now', async () => {
  const ritm = await approved()
  takeAway(ritm, 'requested_for', 'sc_item_option_mtom')
  house.instance.set('sc_req_item', ritm.sysId, { requested_for: house.instance.user('leo') })
  expect(await outcome(ritm, 'leo')).toMatchObject({ state: 'denied', message: expect.stringContaining('whom it is') })
  expect([await heldBy('molly'), await heldBy('leo')]).toEqual([null, null])
})

test('an item that names no access any more gives none', async () => {
  const ritm = await approved()
  takeAway(ritm, 'roles', 'sc_item_option')
  expect((await outcome(ritm))?.message).toContain('names no access')
})

test('a program that orders for somebody counts nobody out', async () => {
  const ordered = await approved({ by: 'hallpass.integration' })
  expect(await outcome(ordered)).toMatchObject({ state: 'fulfilled' })
})

test('a program may make an item that says which person ordered it, and that person approves nothing', async () => {
  expect(await outcome(await approved({ madeBy: 'hallpass.integration' }))).toMatchObject({ state: 'fulfilled' })
  const own = await approved({ for: 'leo', by: 'marcus', madeBy: 'hallpass.integration' })
  expect(await outcome(own, 'leo')).toMatchObject({ state: 'denied' })
})
