import { startMisbehavingScim } from '@hallpass/counterparts/misbehaving-scim'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openPullHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openPullHouse()
})
afterAll(() => house.close())

/** How often the item is written to when it is found, approved by everybody, and what it says to the requester. */
async function found(roleId: string, login: 'molly' | 'leo') {
  const { instance } = house
  const { sysId } = house.ordered({ for: login, roles: [roleId] })
  await house.later(5)
  instance.approve(sysId, 'marcus')
  instance.approve(sysId, 'ivan')
  instance.set('sc_req_item', sysId, { approval: 'approved' })
  await house.later(31)
  await house.app.foundation.jobs.runSweep('servicenow.poll')
  await house.settle()
  return () => instance.find('sys_journal_field', `element_id=${sysId}^element=comments`).map(({ value }) => value)
}

test('an item whose account is made at once is written once: it is done', async () => {
  const said = await found(house.roleId, 'molly')
  expect(said()).toEqual([expect.stringContaining('Salesforce: ready to use')])
})

test('an item whose account takes longer says that it is being made, and then that it is done', async () => {
  const scim = await startMisbehavingScim()
  try {
    const { access, provisioning } = house.app
    const app = await access.addApp({ name: 'Slow' }, operator)
    const connection = { kind: 'scim', baseUrl: scim.baseUrl, token: scim.token, userName: 'mail' } as const
    await provisioning.putConnection({ appId: app.id, ...connection }, operator)
    const apps = [{ appId: app.id, entitlements: [] }]
    const role = await access.createRole(
      { name: 'Slow', askedBy: 'everyone', apps, ownerIds: [house.id.ivan] },
      operator,
    )
    scim.fail({ on: 'any', times: Number.POSITIVE_INFINITY, fault: { kind: 'drop', applied: false } })
    const said = await found(role.id, 'leo')
    expect(said()).toEqual([])
    await house.later(31)
    expect(said()).toEqual([expect.stringContaining('the account is being made')])
    scim.heal()
    for (let turns = 0; turns < 10 && said().length < 2; turns++) await house.later(300)
    expect(said()).toEqual([expect.anything(), expect.stringContaining('Slow: ready to use')])
  } finally {
    await scim.stop()
  }
})
