import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { provisioningWorld, type World } from './testing.ts'

let world: World
beforeEach(async () => {
  world = await provisioningWorld()
})
afterEach(() => world.close())

async function mollyWithSalesforce(entitlements: string[] = []) {
  const molly = await world.person('molly', { displayName: 'Molly Byrne' })
  const appId = await world.app('Salesforce')
  const roleId = await world.role('Salesforce users', [{ appId, entitlements }])
  return { molly, appId, roleId }
}

describe('granting', () => {
  test('makes one active account that carries the person’s id as key, and tells that it settled', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce(['Sales read'])
    const grantId = await world.grant(molly, roleId)
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(false)
    await world.settle()
    expect(world.server.users()).toMatchObject([
      { userName: 'molly@acme.example', externalId: molly, active: true, displayName: 'Molly Byrne' },
    ])
    expect(world.server.groups()).toMatchObject([
      { displayName: 'Sales read', members: [{ value: world.server.users()[0]?.id }] },
    ])
    expect(await world.account(appId, molly)).toMatchObject({
      state: 'active',
      entitlements: ['Sales read'],
      grantIds: [grantId],
    })
    expect(await world.provisioning.isSettled(world.db, molly, roleId)).toBe(true)
    expect(world.heard()).toEqual([`settled ${molly} ${grantId}`])
  })

  test('writes the intent before and the outcome after into the trail', async () => {
    const { molly, appId, roleId } = await mollyWithSalesforce()
    await world.grant(molly, roleId)
    await world.settle()
    const entries = (await world.entries({ appId })).filter((entry) => entry.action === 'account.created')
    expect(entries.map(({ kind, ok }) => ({ kind, ok }))).toEqual([
      { kind: 'intent', ok: undefined },
      { kind: 'outcome', ok: true },
    ])
    expect(await world.audit.openIntents(world.db)).toEqual([])
  })
})
