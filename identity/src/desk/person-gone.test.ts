import { afterAll, beforeAll, expect, test } from 'vitest'
import { resetFailed } from '../credentials/module.ts'
import { type DeskWorld, deskWorld } from './testing.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await deskWorld()
})
afterAll(() => world.close())

const actor = { kind: 'system', name: 'test' } as const

test('the cases of whoever is gone are closed with the reason, and those of others stay', async () => {
  const { db, directory } = world
  const settings = { kind: 'built-in' } as const
  const { id: directoryId } = await db.transaction((tx) => directory.connect(tx, actor, { name: 'Other', settings }))
  const draft = { directoryId, login: 'olga', displayName: 'Olga', mail: 'olga@other.example' }
  const { id: personId } = await db.transaction((tx) => directory.createPerson(tx, actor, draft))
  for (const each of [personId, world.id.molly]) {
    const event = { personId: each, attemptId: world.ids.next(), reason: 'tries_used' as const }
    await db.transaction((tx) => world.events.emit(tx, resetFailed, event))
  }
  await world.settle()
  const [found] = (await world.queue('dora', `?state=unsettled&personId=${personId}`)).items
  expect(found).toMatchObject({ state: 'open' })
  await db.transaction((tx) => directory.pause(tx, { directoryId, reason: 'not ours', actor }))
  await db.transaction((tx) => directory.remove(tx, { directoryId, people: 1, reason: 'not ours', actor }))
  await world.settle()
  const shown = await world.show('dora', found?.id ?? '')
  expect(shown.case).toMatchObject({ state: 'closed', result: 'not_needed' })
  expect(shown.events.at(-1)).toMatchObject({ what: 'closed', code: 'desk_person_gone', by: null })
  expect((await world.queue('dora', '?state=unsettled')).items).toMatchObject([{ person: { id: world.id.molly } }])
})
