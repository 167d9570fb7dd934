import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personDisabled } from '../directory/module.ts'
import { provisioningWorld, system, type World } from './testing.ts'

let world: World
let molly: string
let appId: string
let roleId: string
beforeEach(async () => {
  world = await provisioningWorld()
  molly = await world.person('molly')
  appId = await world.app('Salesforce')
  roleId = await world.role('Salesforce users', [{ appId }])
})
afterEach(() => world.close())

test('who is disabled while their access is granted keeps no account', async () => {
  await world.db.transaction(async (tx) => {
    await sql`update people set state = 'disabled' where id = ${molly}`.execute(tx.withTables<object>())
    await world.events.emit(tx, personDisabled, { personId: molly, version: 9 })
    // Nobody else sees that yet: the grant is made, and the account.
    await world.grant(molly, roleId)
    await world.settle()
    expect(world.server.users()).toMatchObject([{ externalId: molly, active: true }])
  })
  await world.settle()
  expect(world.server.users()).toMatchObject([{ externalId: molly, active: false }])
  expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive' })
})

test('a grant that ends while its role is given one more app leaves no account in it', async () => {
  const grantId = await world.grant(molly, roleId)
  await world.settle()
  const added = await world.app('Concur')
  await world.db.transaction(async (tx) => {
    await world.access.endGrant(tx, grantId, 'revoked', system)
    // Nobody else sees the end yet: the role is given the app, and the account is made.
    await sql`insert into role_apps (role_id, app_id, entitlements) values (${roleId}, ${added}, '{}')`.execute(
      world.db.withTables<object>(),
    )
    await world.provisioning.putConnection({ appId: added, kind: 'scim' }, system)
    await world.settle()
    expect(await world.account(added, molly)).toMatchObject({ state: 'active' })
  })
  await world.settle()
  expect(await world.account(added, molly)).toMatchObject({ state: 'inactive' })
  expect(await world.account(appId, molly)).toMatchObject({ state: 'inactive' })
})
