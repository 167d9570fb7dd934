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

test('what goes alongside is done in the transaction, and as a job where it would keep the transaction from being', async () => {
  const heard: string[] = []
  let isBroken = false
  t.events.alongside(moved, 'beside', t.db, async (tx, { id }) => {
    if (isBroken) {
      isBroken = false
      throw new Error('not now')
    }
    heard.push(`${id}${tx.isTransaction}`)
  })
  const emit = (id: string) => t.db.transaction((tx) => t.events.emit(tx, moved, { id }))
  await emit('a')
  expect(await t.jobs.inspect()).toEqual([])
  isBroken = true
  await emit('b')
  expect((await t.jobs.inspect()).map(({ task }) => task)).toEqual(['moved:beside'])
  expect(heard).toEqual(['atrue'])
  await t.jobs.runUntilIdle()
  expect(heard).toEqual(['atrue', 'btrue'])
})
