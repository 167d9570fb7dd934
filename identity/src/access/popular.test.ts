import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showPopular } from './show-popular.ts'
import { accessWorld, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await accessWorld()
})
afterAll(() => world.close())

const popular = async (personId: string) => (await showPopular(world.deps, personId)).items.map(({ name }) => name)
const place = (personId: string, managerId: string | null, department: string) =>
  sql`update people set manager_id = ${managerId}, department = ${department} where id = ${personId}`.execute(
    world.db.withTables<object>(),
  )

test('people see what at least three of their colleagues use, and nothing that would speak of one of them', async () => {
  const app = await world.app('Salesforce')
  const of = (name: string, facts = {}) => world.role(name, { apps: [{ appId: app, entitlements: [] }], ...facts })
  const [many, few, hidden, elsewhere] = [
    await of('Many'),
    await of('Few'),
    await of('Hidden', { askedBy: 'nobody' }),
    await of('Elsewhere'),
  ]
  const marcus = await world.person('marcus')
  const [molly, leo, sio, carla, finn] = [
    await world.person('molly'),
    await world.person('leo'),
    await world.person('sio'),
    await world.person('carla'),
    await world.person('finn'),
  ]
  await place(molly, marcus, 'Marketing')
  await place(leo, marcus, 'Marketing')
  await place(sio, marcus, 'Design')
  await place(carla, null, 'Marketing')
  await place(finn, null, '')
  for (const person of [leo, sio, carla]) {
    await world.hold(person, many.id)
    await world.hold(person, hidden.id)
  }
  for (const person of [leo, sio]) await world.hold(person, few.id)
  await world.hold(finn, elsewhere.id)

  expect(await popular(molly)).toEqual(['Many'])
  expect(await popular(finn)).toEqual([])
  expect(JSON.stringify(await showPopular(world.deps, molly))).not.toMatch(/leo|sio|carla/)

  await world.hold(molly, many.id)
  expect(await popular(molly)).toEqual([])
})

test('a colleague who was disabled no longer counts', async () => {
  const role = await world.role('Boards')
  const manager = await world.person('diana')
  const team = await Promise.all(['a1', 'a2', 'a3', 'a4'].map((login) => world.person(login)))
  for (const person of team) await place(person, manager, 'Office')
  const [me = '', ...others] = team
  for (const person of others) await world.hold(person, role.id)
  expect(await popular(me)).toEqual(['Boards'])
  await world.setState(others[0] ?? '', 'disabled')
  expect(await popular(me)).toEqual([])
})
