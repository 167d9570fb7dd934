import { afterAll, beforeAll, expect, test } from 'vitest'
import { reconcileAccount } from './reconcile-account.ts'
import { provisioningWorld, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await provisioningWorld()
})
afterAll(() => world.close())

test('a frozen run that thaws after another has made the account leaves one, and the books as they were', async () => {
  const molly = await world.person('molly')
  const appId = await world.app('Salesforce')
  const roleId = await world.role('Salesforce users', [{ appId }])
  await world.grant(molly, roleId)
  const held = world.server.hold('user.create')
  const frozen = reconcileAccount(world.deps, { appId, personId: molly })
  await held.arrived
  await reconcileAccount(world.deps, { appId, personId: molly })
  world.clock.advance(1000)
  const { settledAt } = await world.account(appId, molly)
  held.release()
  await frozen
  expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
  expect((await world.account(appId, molly)).settledAt).toEqual(settledAt)
})

test('a frozen run that thaws after the account has ended does not wake it', async () => {
  const leo = await world.person('leo')
  const appId = await world.app('Salesforce for leavers')
  const roleId = await world.role('Salesforce leavers', [{ appId }])
  const grantId = await world.grant(leo, roleId)
  const held = world.server.hold('user.create')
  const frozen = reconcileAccount(world.deps, { appId, personId: leo })
  await held.arrived
  await reconcileAccount(world.deps, { appId, personId: leo })
  await world.end(grantId)
  await reconcileAccount(world.deps, { appId, personId: leo })
  const woken = () => world.server.users().find((user) => user.externalId === leo)?.active
  expect(woken()).toBe(false)
  world.server.forgetCalls()
  held.release()
  await frozen
  expect(woken()).toBe(false)
  expect(world.server.count('user.patch')).toBe(0)
})

test('what a frozen run wrote too late is put right by the next look', async () => {
  const frank = await world.person('frank')
  const appId = await world.app('Salesforce for late ones')
  const roleId = await world.role('Salesforce late ones', [{ appId }])
  const grantId = await world.grant(frank, roleId)
  await world.settle()
  await world.end(grantId)
  await world.settle()
  const again = await world.grant(frank, roleId)
  const held = world.server.hold('user.patch')
  const frozen = reconcileAccount(world.deps, { appId, personId: frank })
  await held.arrived
  await world.end(again)
  await world.settle()
  held.release()
  await frozen
  await world.settle()
  expect(world.server.users().find((user) => user.externalId === frank)).toMatchObject({ active: false })
})

test('two accounts that need one new group at the same moment make one group', async () => {
  const appId = await world.app('Slack', { userName: 'login' })
  const roleId = await world.role('Slack users', [{ appId, entitlements: ['Marketing channel'] }])
  const people = [await world.person('sio'), await world.person('fiona')]
  for (const person of people) await world.grant(person, roleId)
  world.server.traits.allowsDuplicates = true
  const held = world.server.hold('group.create')
  const first = reconcileAccount(world.deps, { appId, personId: people[0] ?? '' })
  await held.arrived
  const second = reconcileAccount(world.deps, { appId, personId: people[1] ?? '' }).catch((error: Error) => error)
  expect(await second).toMatchObject({ name: 'TryAgainAt' })
  held.release()
  await first
  await world.later(2000)
  const groups = world.server.groups().filter((group) => group.displayName === 'Marketing channel')
  expect(groups).toHaveLength(1)
  expect(groups[0]?.members).toHaveLength(2)
})
