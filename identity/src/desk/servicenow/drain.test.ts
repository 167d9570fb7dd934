import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './testing-house.ts'
import { catalogItem } from './testing-instance.ts'

const items = Number(process.env.HALLPASS_DRAIN_ITEMS ?? 40)
const ratePerSecond = 300
let house: House
let ticking: NodeJS.Timeout
beforeAll(async () => {
  house = await openHouse({ mode: 'pull', pollSeconds: 5, ratePerSecond })
  await house.owner.query('update servicenow_connections set settings = settings || $1, version = version + 1', [
    JSON.stringify({ catalogItem }),
  ])
  house.instance.weather.callbacks = 'absent'
})
afterAll(async () => {
  clearInterval(ticking)
  await house.close()
})

test('many approved items are drained, each once, and never faster than the instance is to be called', async () => {
  const people = await house.hire(items)
  const ritms = people.map((login) => {
    const ritm = house.ordered({ for: login })
    house.instance.approve(ritm.sysId, 'marcus')
    house.instance.approve(ritm.sysId, 'ivan')
    house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved' })
    return ritm
  })
  await house.later(60)
  // From here on the clocks go with the machine's: this is about pace.
  let last = Date.now()
  ticking = setInterval(() => {
    const now = Date.now()
    house.platform.clock.advance(now - last)
    house.instance.clock.advance(now - last)
    last = now
  }, 2)
  const before = house.instance.calls.length
  const began = Date.now()
  await house.app.foundation.jobs.runSweep('servicenow.poll')
  while (ritms.some((ritm) => house.instance.item(ritm.sysId).state !== '3')) await house.settle()
  const seconds = (Date.now() - began) / 1000
  const calls = house.instance.calls.slice(before)
  const patches = calls.filter((call) => call.startsWith('PATCH'))
  console.log(
    `${items} items in ${seconds.toFixed(1)} s: ${(items / seconds).toFixed(0)} a second, ${calls.length} calls`,
  )
  expect(calls.length / seconds).toBeLessThanOrEqual(ratePerSecond * 1.2)
  expect(patches.length).toBeLessThan(items * 3)
  const { rows } = await house.owner.query(
    "select count(*)::int as grants, count(distinct person_id)::int as people from grants where role_id = $1 and state = 'active'",
    [house.roleId],
  )
  expect(rows[0]).toEqual({ grants: items, people: items })
}, 180_000)
