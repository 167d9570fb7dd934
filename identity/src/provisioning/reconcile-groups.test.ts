import { afterEach, beforeEach, expect, test } from 'vitest'
import { provisioningWorld, system, type World } from './testing.ts'

let world: World
beforeEach(async () => {
  world = await provisioningWorld()
})
afterEach(() => world.close())

const members = (name: string) => {
  const group = world.server.groups().find((one) => one.displayName === name)
  return ((group?.members ?? []) as unknown[]).length
}

test('a right that ended while the app was kept by hand is taken away when it is connected again', async () => {
  const appId = await world.app('Salesforce')
  const molly = await world.person('molly')
  await world.grant(molly, await world.role('Users', [{ appId, entitlements: ['Users'] }]))
  const grantId = await world.grant(molly, await world.role('Admins', [{ appId, entitlements: ['Admins'] }]))
  await world.settle()
  expect([members('Users'), members('Admins')]).toEqual([1, 1])
  await world.provisioning.putConnection({ appId, kind: 'manual' }, system)
  await world.settle()
  await world.end(grantId)
  await world.settle()
  const { baseUrl, token } = world.server
  await world.provisioning.putConnection({ appId, kind: 'scim', baseUrl, token, ratePerSecond: 1000 }, system)
  await world.settle()
  expect([members('Users'), members('Admins')]).toEqual([1, 0])
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', entitlements: ['Users'] })
})

test('a group that is no longer in the app is not looked for for ever', async () => {
  const appId = await world.app('Salesforce')
  const molly = await world.person('molly')
  await world.grant(molly, await world.role('Users', [{ appId }]))
  const grantId = await world.grant(molly, await world.role('Admins', [{ appId, entitlements: ['Admins'] }]))
  await world.settle()
  const group = world.server.groups().find((one) => one.displayName === 'Admins')
  const headers = { authorization: `Bearer ${world.server.token}` }
  await fetch(`${world.server.baseUrl}/Groups/${group?.id}`, { method: 'DELETE', headers })
  await world.provisioning.putConnection({ appId, kind: 'manual' }, system)
  await world.end(grantId)
  await world.settle()
  const { baseUrl, token } = world.server
  await world.provisioning.putConnection({ appId, kind: 'scim', baseUrl, token, ratePerSecond: 1000 }, system)
  await world.settle()
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active', entitlements: [] })
  expect(world.server.groups()).toEqual([])
})

test('an account that the app does not find yet costs nobody the group that was chosen, also where two bear its name by now', async () => {
  const appId = await world.app('Salesforce')
  const roleId = await world.role('Admins', [{ appId, entitlements: ['Admins'] }])
  const molly = await world.person('molly')
  await world.grant(molly, roleId)
  await world.settle()
  world.server.traits.allowsDuplicates = true
  const headers = { authorization: `Bearer ${world.server.token}`, 'content-type': 'application/scim+json' }
  const body = JSON.stringify({ displayName: 'Admins', members: [] })
  await fetch(`${world.server.baseUrl}/Groups`, { method: 'POST', headers, body })
  world.server.fail({ on: 'group.patch', fault: { kind: 'status', status: 404 } })
  const frank = await world.person('frank')
  await world.grant(frank, roleId)
  await world.settle()
  await world.later(3_600_000)
  await world.settle()
  expect(await world.account(appId, frank)).toMatchObject({ state: 'active', entitlements: ['Admins'] })
  expect(members('Admins')).toBe(2)
})
