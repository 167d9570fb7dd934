/** What somebody writes of themselves opens nobody's account in an app. */
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { finishTask } from './finish-task.ts'
import { provisioningWorld, system, type World } from './testing.ts'

let world: World
let appId: string
let roleId: string
const address = 'molly@acme.example'

beforeEach(async () => {
  world = await provisioningWorld()
  appId = await world.app('Salesforce', { userName: 'mail' })
  roleId = await world.role('Users', [{ appId }])
})
afterEach(() => world.close())

/** Somebody of a directory in which people write their address themselves. */
async function partnerWith(mail: string): Promise<string> {
  const directoryId = world.ids.next()
  await sql`insert into directories select (jsonb_populate_record(d, jsonb_build_object('id', ${directoryId}::uuid,
    'name', 'partners', 'name_key', 'partners', 'sync', jsonb_set(d.sync, '{proofs}', '{"mail": false}')))).*
    from directories d limit 1`.execute(world.db.withTables<object>())
  const draft = { directoryId, login: 'partner', displayName: 'Partner', mail }
  return (await world.db.transaction((tx) => world.directory.createPerson(tx, system, draft))).id
}

const there = () => world.server.users().find(({ userName }) => userName === address)

test('an address that nobody vouches for adopts no account, renames none and ends none, and somebody is asked', async () => {
  const molly = await world.person('molly')
  world.server.addUser({
    userName: address,
    displayName: 'Molly of before',
    emails: [{ value: address }],
    active: true,
  })
  const partner = await partnerWith(address)
  const grantId = await world.grant(partner, roleId)
  await world.settle()
  expect(await world.account(appId, partner)).toMatchObject({ state: 'needs_task', remoteId: null })
  expect(await world.task(appId, partner)).toMatchObject({
    kind: 'resolve_account',
    instruction: expect.stringMatching(
      /lets people write their address themselves.*Ask them by another way.*choose it/,
    ),
    candidates: [{ userName: address, displayName: 'Molly of before', active: true }],
  })
  await world.end(grantId)
  await world.settle()
  expect(there()).toMatchObject({ displayName: 'Molly of before', active: true })
  await world.grant(molly, roleId)
  await world.settle()
  expect(await world.account(appId, molly)).toMatchObject({ state: 'active' })
  expect(there()).toMatchObject({ externalId: molly, displayName: 'molly', active: true })
})

test('an account that an administrator chose for them is theirs', async () => {
  world.server.addUser({ userName: address, displayName: 'Partner', emails: [{ value: address }], active: true })
  const partner = await partnerWith(address)
  await world.grant(partner, roleId)
  await world.settle()
  const task = await world.task(appId, partner)
  const remoteId = task?.candidates[0]?.remoteId ?? ''
  const by = { personId: await world.person('ivan'), isAdmin: true }
  await finishTask(world.deps, { taskId: task?.id ?? '', by, remoteId, note: 'Asked on the phone.' }, system)
  await world.settle()
  expect(await world.account(appId, partner)).toMatchObject({ state: 'active', remoteId })
})
