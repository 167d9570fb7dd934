import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Evidence } from './module.ts'
import { accessWorld, system, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await accessWorld()
})
afterAll(() => world.close())

async function give(personId: string, roleId: string, source: Evidence['source'] = 'request'): Promise<void> {
  const input = { personId, roleId, requestId: null, reason: 'for work', durationDays: null }
  await world.db.transaction(async (tx) => {
    const { grantId } = await world.access.grantRole(tx, { ...input, evidence: { source, approvals: [] } }, system)
    await world.access.startGrant(tx, grantId)
    await world.access.startGrant(tx, grantId)
  })
  await world.jobs.runUntilIdle()
}

const told = () => world.mailbox.filter(({ kind }) => kind === 'product_role_given').map(({ to }) => to)

test('a role of Hallpass itself is never given in silence: every other administrator is told, once', async () => {
  const admin = await world.access.productRoleId(world.db, 'admin')
  const [ivan, diana, dora, leo] = await Promise.all(
    ['ivan', 'diana', 'dora', 'leo'].map((login) => world.person(login)),
  )
  await give(ivan as string, admin)
  expect(told()).toEqual([])
  await give(diana as string, admin)
  expect(told()).toEqual(['ivan@acme.example'])
  await give(leo as string, admin)
  await world.setState(leo as string, 'disabled')
  world.mailbox.length = 0
  await give(dora as string, await world.access.productRoleId(world.db, 'desk_agent'))
  expect(told().sort()).toEqual(['diana@acme.example', 'ivan@acme.example'])
  expect(world.mailbox[0]?.text).toContain(`/admin/people/${dora}`)
})

test('any other role is nobody else’s business', async () => {
  world.mailbox.length = 0
  await give(await world.person('molly'), (await world.role('Designers')).id)
  expect(told()).toEqual([])
})
