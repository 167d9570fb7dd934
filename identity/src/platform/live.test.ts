import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testPlatform } from './testing.ts'

const t = await testPlatform()
afterAll(() => t.close())

function counting(topic: string) {
  const seen = { count: 0, stop: () => {} }
  seen.stop = t.live.subscribe(topic, () => {
    seen.count++
  })
  return seen
}

test('a change is told when its transaction commits, once, and only to those who follow it', async () => {
  const [mine, other] = [counting('request:1'), counting('request:2')]
  const failing = t.db.transaction(async (tx) => {
    await t.live.publish(tx, 'request:1')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await t.db.transaction(async (tx) => {
    await t.live.publish(tx, 'request:1')
    await t.live.publish(tx, 'request:1')
  })
  await expect.poll(() => mine.count).toBe(1)
  mine.stop()
  await t.db.transaction((tx) => t.live.publish(tx, 'request:1'))
  await t.db.transaction((tx) => t.live.publish(tx, 'request:2'))
  await expect.poll(() => other.count).toBe(1)
  expect(mine.count).toBe(1)
})

test('after a lost connection it listens again, and followers look once in case they missed something', async () => {
  const seen = counting('inbox')
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'hallpass live' and datname = current_database()`.execute(t.db.withTables<object>())
  await expect.poll(() => seen.count).toBe(1)
  await t.db.transaction((tx) => t.live.publish(tx, 'inbox'))
  await expect.poll(() => seen.count).toBe(2)
})
