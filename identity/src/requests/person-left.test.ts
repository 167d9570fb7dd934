import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onPersonLeft } from './on-person-left.ts'
import { managerStage, requestsWorld, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await requestsWorld()
  await world.makeAdministrator('ivan')
})
afterAll(() => world.close())

async function waiting(who: 'molly' | 'marcus', name: string): Promise<string> {
  const { id: roleId } = await world.role(name)
  await world.policy(roleId, managerStage)
  return (await world.ask(who, roleId)).id
}

test('one request that cannot be moved keeps none of the others of whoever left, and is tried again', async () => {
  const mine = [await waiting('marcus', 'First'), await waiting('marcus', 'Second')]
  const hers = await waiting('molly', 'Hers')
  const [stuck = '', other = ''] = mine
  await world.sql(sql`update people set state = 'disabled' where id = ${world.id.marcus}`)
  const { deps } = world.requests
  const record: typeof deps.audit.record = (tx, entry) => {
    if (entry.subjects.requestId === stuck) throw new Error('This entry cannot be written.')
    deps.audit.record(tx, entry)
  }
  const faulty = { ...deps, audit: { ...deps.audit, record } }
  await expect(onPersonLeft(faulty, { personId: world.id.marcus })).rejects.toThrow('1 requests could not be moved')
  expect((await world.request(other)).state).toBe('cancelled')
  expect((await world.request(stuck)).state).toBe('waiting')
  // What waited for the word of whoever left is asked elsewhere all the same.
  expect(await world.asked(hers)).not.toContain('marcus')
  await onPersonLeft(deps, { personId: world.id.marcus })
  expect((await world.request(stuck)).state).toBe('cancelled')
})
