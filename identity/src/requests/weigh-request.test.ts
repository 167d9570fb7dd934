import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getInbox } from './get-inbox.ts'
import { previewRequest } from './preview-request.ts'
import { type Login, managerStage, requestsWorld, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await requestsWorld()
})
afterAll(() => world.close())

const inbox = (login: Login) => getInbox(world.requests.deps, world.db, { approverId: world.id[login], limit: 50 })

describe('what an approver should have in mind', () => {
  const toMind = async (login: Login, requestId: string) => {
    const card = (await inbox(login)).items.find((item) => item.requestId === requestId)
    return { toMind: card?.toMind, rolesHeld: card?.rolesHeld, colleaguesHoldingRole: card?.colleaguesHoldingRole }
  }

  test('is the first role of a person, then an app that is new to them, then neither', async () => {
    const appId = await world.app('Minded app')
    const [first, same] = [
      await world.role('Minded', { apps: [{ appId, entitlements: [] }] }),
      await world.role('Minded too', { apps: [{ appId, entitlements: ['Reports'] }] }),
    ]
    for (const role of [first, same]) await world.policy(role.id, managerStage)
    const request = await world.ask('axel', first.id, 30)
    expect(await toMind('diana', request.id)).toMatchObject({ toMind: ['nobody_near', 'first_role'], rolesHeld: 0 })
    await world.approve('diana', request.id, 0)
    await world.settle()
    const again = await world.ask('axel', same.id)
    expect(await toMind('diana', again.id)).toMatchObject({ toMind: ['no_end', 'nobody_near'], rolesHeld: 1 })
    const elsewhere = await world.role('Elsewhere', {
      apps: [{ appId: await world.app('Other app'), entitlements: [] }],
    })
    await world.policy(elsewhere.id, managerStage)
    const third = await world.ask('axel', elsewhere.id, 7)
    expect(await toMind('diana', third.id)).toMatchObject({ toMind: ['nobody_near', 'new_to_apps'] })
  })

  test('is a role held already that should not be held together, whichever of the two names the other', async () => {
    const pays = await world.role('Pays invoices')
    const approves = await world.role('Approves invoices', { conflictIds: [pays.id] })
    for (const role of [pays, approves]) await world.policy(role.id, managerStage)
    const ask = async (role: { id: string }) => {
      const request = await world.ask('molly', role.id, 30)
      const card = (await inbox('marcus')).items.find((item) => item.requestId === request.id)
      return { request, conflicts: card?.conflicts.map(({ name }) => name), mind: card?.toMind.includes('conflict') }
    }
    const first = await ask(approves)
    expect(first).toMatchObject({ conflicts: [], mind: false })
    await world.approve('marcus', first.request.id, 0)
    await world.settle()
    const preview = await previewRequest(world.requests.deps, world.db, { personId: world.id.molly, roleId: pays.id })
    expect(preview.conflicts.map(({ name }) => name)).toEqual(['Approves invoices'])
    expect(await ask(pays)).toMatchObject({ conflicts: ['Approves invoices'], mind: true })
  })
})
