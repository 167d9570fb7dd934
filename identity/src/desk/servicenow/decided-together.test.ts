/** Items that are found together are decided together; what one of them is refused for is none of the others' business. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openPullHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openPullHouse()
})
afterAll(() => house.close())

test('each gives what it is for, once, and whoever ordered twice is told so', async () => {
  const { instance } = house
  const logins = await house.hire(5)
  instance.hire('stranger')
  // Two for the same person stand in each other's way: neither is decided in one go with the other.
  const first = logins.map((login) => house.ordered({ for: login }))
  const again = house.ordered({ for: logins[0] as string })
  const unknown = house.ordered({ for: 'stranger' })
  const unasked = house.ordered({ for: 'molly' })
  await house.later(5)
  for (const { sysId } of [...first, again, unknown, unasked]) {
    instance.approve(sysId, 'marcus')
    if (sysId !== unasked.sysId) instance.approve(sysId, 'ivan')
    instance.set('sc_req_item', sysId, { approval: 'approved' })
  }
  await house.later(31)
  await house.app.foundation.jobs.runSweep('servicenow.poll')
  await house.settle()
  await house.later(31)

  for (const { sysId } of [...first, again]) expect(instance.item(sysId)).toMatchObject({ state: '3' })
  for (const { sysId } of [unknown, unasked]) expect(instance.item(sysId)).toMatchObject({ state: '4' })
  const said = (sysId: string) =>
    instance.find('sys_journal_field', `element_id=${sysId}^element=comments`).map(({ value }) => value)
  expect(said(unknown.sysId)).toEqual([expect.stringContaining('knows nobody like stranger')])
  expect(said(unasked.sysId)).toEqual([expect.stringContaining('was not approved by anybody who may decide it')])
  const { rows } = await house.owner.query<{ people: number; grants: number; requests: number }>(
    `select count(*)::int as grants, count(distinct person_id)::int as people,
       (select count(*)::int from requests where role_id = $1 and state = 'fulfilled') as requests
     from grants where role_id = $1 and state = 'active'`,
    [house.roleId],
  )
  expect(rows[0]).toEqual({ grants: 5, people: 5, requests: 5 })
  const verified = await house.app.audit.verify()
  expect(verified.ok).toBe(true)
})
