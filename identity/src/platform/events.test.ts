import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineEvent } from './events.ts'
import { type TestPlatform, testPlatform } from './testing.ts'

let t: TestPlatform
beforeEach(async () => {
  t = await testPlatform()
})
afterEach(() => t.close())

const moved = defineEvent<{ id: string }>('moved')

test('a listener has a job only for what concerns it, looked at in the transaction', async () => {
  const heard: string[] = []
  t.events.afterCommit(moved, 'all', async ({ id }) => void heard.push(`all ${id}`))
  t.events.afterCommit(
    moved,
    'some',
    async ({ id }) => void heard.push(`some ${id}`),
    async (tx, { id }) => tx.isTransaction && id === 'a',
  )
  await t.db.transaction(async (tx) => {
    await t.events.emit(tx, moved, { id: 'a' })
    await t.events.emit(tx, moved, { id: 'b' })
  })
  expect((await t.jobs.inspect()).map(({ task }) => task).sort()).toEqual(['moved:all', 'moved:all', 'moved:some'])
  await t.jobs.runUntilIdle()
  expect(heard.sort()).toEqual(['all a', 'all b', 'some a'])
})
