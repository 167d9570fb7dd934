import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resetAbandoned, resetDisputed, resetFailed } from '../credentials/module.ts'
import { type DeskWorld, deskWorld } from './testing.ts'

let world: DeskWorld
beforeAll(async () => {
  world = await deskWorld()
})
afterAll(() => world.close())

const actor = { kind: 'system', name: 'test' } as const

/** Somebody of a directory of their own, which can be taken away. */
async function hired(login: string): Promise<{ directoryId: string; personId: string }> {
  const { db, directory } = world
  const settings = { kind: 'built-in' } as const
  const { id: directoryId } = await db.transaction((tx) => directory.connect(tx, actor, { name: login, settings }))
  const draft = { directoryId, login, displayName: login, mail: `${login}@other.example` }
  return { directoryId, personId: (await db.transaction((tx) => directory.createPerson(tx, actor, draft))).id }
}
async function leaves(directoryId: string): Promise<void> {
  const { db, directory } = world
  await db.transaction((tx) => directory.pause(tx, { directoryId, reason: 'not ours', actor }))
  await db.transaction((tx) => directory.remove(tx, { directoryId, people: 1, reason: 'not ours', actor }))
  await world.settle()
}
const casesOf = async (personId: string) =>
  (await world.queue('dora', `?personId=${personId}`)).items.map(({ kind, state }) => [kind, state])

test('the cases of whoever is gone are closed with the reason, and those of others stay', async () => {
  const { db } = world
  const { directoryId, personId } = await hired('olga')
  for (const each of [personId, world.id.molly]) {
    const event = { personId: each, attemptId: world.ids.next(), reason: 'tries_used' as const }
    await db.transaction((tx) => world.events.emit(tx, resetFailed, event))
  }
  await world.settle()
  const [found] = (await world.queue('dora', `?state=unsettled&personId=${personId}`)).items
  expect(found).toMatchObject({ state: 'open' })
  await leaves(directoryId)
  const shown = await world.show('dora', found?.id ?? '')
  expect(shown.case).toMatchObject({ state: 'closed', result: 'not_needed' })
  expect(shown.events.at(-1)).toMatchObject({ what: 'closed', code: 'desk_person_gone', by: null })
  expect((await world.queue('dora', '?state=unsettled')).items).toMatchObject([{ person: { id: world.id.molly } }])
})

test('what somebody said was not them stays a case when they are gone, for an agent to look into', async () => {
  const { directoryId, personId } = await hired('oskar')
  await world.db.transaction((tx) => world.events.emit(tx, resetDisputed, { personId }))
  await world.settle()
  await leaves(directoryId)
  expect(await casesOf(personId)).toEqual([['reset_disputed', 'open']])
})

test('no case is opened by itself for whoever is gone, and one that was is closed when it is due', async () => {
  const { directoryId, personId } = await hired('otto')
  await leaves(directoryId)
  const event = { personId, attemptId: world.ids.next() }
  await world.db.transaction((tx) => world.events.emit(tx, resetAbandoned, event))
  await world.settle()
  expect(await casesOf(personId)).toEqual([])
  const other = await hired('ottilie')
  await world.db.transaction((tx) => world.events.emit(tx, resetAbandoned, { ...event, personId: other.personId }))
  await world.settle()
  await sql`update people set state = 'gone' where id = ${other.personId}`.execute(world.db.withTables<object>())
  expect(await casesOf(other.personId)).toEqual([['reset_abandoned', 'open']])
  world.clock.advance(24 * 3_600_000)
  await world.jobs.runSweep('desk.tell-overdue')
  expect(await casesOf(other.personId)).toEqual([['reset_abandoned', 'closed']])
})
