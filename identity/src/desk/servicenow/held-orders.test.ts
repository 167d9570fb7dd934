/** Items that rest on somebody whose directory says nothing now: they say so, wait, and do not wait for ever. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await house.hire(2)
})
afterAll(() => house.close())

const directories = (values: string) => house.owner.query(`update directories set ${values}`)
const goOn = () => directories("kind = 'built-in', paused_at = null")
afterEach(goOn)

async function brought(login: string) {
  const ritm = house.ordered({ for: login })
  await house.later(60)
  for (const by of ['marcus', 'ivan']) house.instance.approve(ritm.sysId, by)
  house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved' })
  expect((await house.bring(ritm, login)).statusCode).toBe(202)
  await house.settle()
  return ritm
}
const failureOf = async () => {
  const { rows } = await house.owner.query('select last_failure from servicenow_connections where id = $1', [
    house.connectionId,
  ])
  return rows[0].last_failure
}
/** How often an item was looked at in the hour to come. */
async function looksInAnHour(sysId: string): Promise<number> {
  const looks = () => house.instance.calls.filter((call) => call === 'GET /api/now/table/sc_req_item').length
  const before = looks()
  for (let minutes = 0; minutes < 60; minutes++) await house.later(60)
  expect(house.instance.item(sysId).state).toBe('1')
  return looks() - before
}

test('while a directory is paused the item and the connection say so, and it is decided when that goes on', async () => {
  await directories("paused_at = '2026-01-01'")
  const ritm = await brought('molly')
  expect(house.last(ritm)).toMatchObject({
    state: 'checking',
    message:
      'Somebody this item rests on is in a directory that is paused. It is decided once that goes on, and ends after a day.',
  })
  expect(await failureOf()).toBe(`Hallpass does not decide ${ritm.number} while a directory is paused.`)
  expect(await looksInAnHour(ritm.sysId)).toBeLessThan(10)
  expect(house.instance.told.filter(({ path }) => path === `fulfilments/${ritm.sysId}`)).toHaveLength(1)
  await goOn()
  await house.later(901)
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
})

test('of a directory that is paused for a day an item ends in words', async () => {
  await directories("paused_at = '2026-01-01'")
  const ritm = await brought('leo')
  await house.later(24 * 3600)
  expect(house.last(ritm)).toMatchObject({
    state: 'denied',
    message: 'Somebody this item rests on is in a directory that is paused. Order again once that goes on.',
  })
})

test('the day of a directory that is paused begins when it was paused, however long it was silent before', async () => {
  await directories("kind = 'ldap', last_sync_at = null")
  const ritm = await brought('crowd-1')
  await house.later(25 * 3600)
  await directories("paused_at = '2026-01-02'")
  await house.later(901)
  expect(house.last(ritm)).toMatchObject({ state: 'checking', message: expect.stringMatching(/that is paused/) })
  await house.later(23 * 3600)
  expect(house.last(ritm)).toMatchObject({ state: 'checking' })
  await house.later(3600)
  expect(house.last(ritm)).toMatchObject({ state: 'denied', message: expect.stringMatching(/Order again/) })
})

test('a directory that does not answer is called that, and the item waits for it as long as it takes', async () => {
  await directories("kind = 'ldap', last_sync_at = null")
  const ritm = await brought('crowd-0')
  expect(house.last(ritm)).toMatchObject({
    state: 'checking',
    message: 'Somebody this item rests on is in a directory that does not answer. It is decided once that answers.',
  })
  expect(await failureOf()).toBe(`Hallpass does not decide ${ritm.number} while a directory does not answer.`)
  await house.later(25 * 3600)
  expect(house.last(ritm)).toMatchObject({ state: 'checking' })
  await goOn()
  await house.later(901)
  expect(house.last(ritm)).toMatchObject({ state: 'fulfilled' })
})
