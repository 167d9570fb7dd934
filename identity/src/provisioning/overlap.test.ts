import { afterAll, beforeAll, expect, test } from 'vitest'
import { reconcileAccount } from './reconcile-account.ts'
import { provisioningWorld, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await provisioningWorld()
})
afterAll(() => world.close())

test('a run that was overtaken (a frozen node that thaws) changes nothing any more, and there is one account', async () => {
  const molly = await world.person('molly')
  const appId = await world.app('Salesforce')
  const roleId = await world.role('Salesforce users', [{ appId }])
  await world.grant(molly, roleId)
  const held = world.server.hold('user.create')
  const frozen = reconcileAccount(world.deps, { appId, personId: molly })
  await held.arrived
  await reconcileAccount(world.deps, { appId, personId: molly })
  const settled = await world.account(appId, molly)
  held.release()
  await frozen
  expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
  expect(await world.account(appId, molly)).toEqual(settled)
})

test('two accounts that need one new group at the same moment make one group', async () => {
  const appId = await world.app('Slack', { userName: 'login' })
  const roleId = await world.role('Slack users', [{ appId, entitlements: ['Marketing channel'] }])
  const people = [await world.person('frank'), await world.person('fiona')]
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
