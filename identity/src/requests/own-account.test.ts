import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForAccess } from './ask-for-access.ts'
import { managerStage, requestsWorld, type World } from './testing.ts'

let world: World
let roleId: string
beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
  roleId = await world.access.productRoleId(world.db, 'admin')
  await world.sql(sql`update roles set asked_by = 'everyone' where id = ${roleId}`)
})
afterAll(() => world.close())

/** Marcus made the account, and is its manager. */
async function askAsNewcomer(login: string): Promise<string> {
  const { directoryId = '' } = (await world.directory.person(world.db, world.id.marcus)) ?? {}
  const draft = { directoryId, login, displayName: login, mail: `${login}@acme.example`, managerId: world.id.marcus }
  const actor = world.actor('marcus')
  const { id } = await world.db.transaction((tx) => world.directory.createPerson(tx, actor, draft))
  const answer = await askForAccess(world.requests.deps, {
    requesterId: id,
    items: [{ roleId, durationDays: null }],
    reason: 'to help out',
    actor: { kind: 'person', personId: id },
  })
  return answer.items[0]?.request?.id ?? ''
}

test('whoever made an account cannot alone give it power over Hallpass', async () => {
  await world.policy(roleId, managerStage)
  const requestId = await askAsNewcomer('sock.puppet')
  await expect(world.approve('marcus', requestId, 0)).rejects.toMatchObject({ code: 'own_account_made' })
  await world.deny('marcus', requestId, 0)
})

test('after somebody else approved they may', async () => {
  const finance = { kind: 'group' as const, groupId: world.finance }
  await world.policy(roleId, { ...managerStage, name: 'Finance', approvers: finance }, managerStage)
  const requestId = await askAsNewcomer('real.colleague')
  await world.approve('frank', requestId, 0)
  await world.approve('marcus', requestId, 1)
})

test('an account that somebody else made is theirs to approve', async () => {
  await world.policy(roleId, managerStage)
  const { id } = await world.ask('molly', roleId)
  await world.approve('marcus', id, 0)
})
