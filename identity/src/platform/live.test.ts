import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
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

/** What another node hears, and from which process of the server. */
async function otherNode() {
  const client = new pg.Client({ connectionString: t.place.serviceUrl })
  await client.connect()
  onTestFinished(() => client.end())
  const heard: { topic: string | undefined; by: number }[] = []
  client.on('notification', ({ payload, processId }) => heard.push({ topic: payload, by: processId }))
  await client.query('listen hallpass_live')
  return heard
}

test('a transaction does not tell it itself, or all that tell anything would wait for the disk one after the other', async () => {
  const heard = await otherNode()
  const pid = await t.db.transaction(async (tx) => {
    await t.live.publish(tx, 'request:3')
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.withTables<object>())
    return rows[0]?.pid
  })
  await expect.poll(() => heard).toEqual([{ topic: 'request:3', by: expect.any(Number) }])
  expect(heard[0]?.by).not.toBe(pid)
})

test('what was published while the connection was lost is told to other nodes by the next one', async () => {
  const heard = await otherNode()
  await sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where application_name = 'hallpass live' and datname = current_database()`.execute(t.db.withTables<object>())
  await t.db.transaction((tx) => t.live.publish(tx, 'request:4'))
  await expect.poll(() => heard.map(({ topic }) => topic)).toEqual(['request:4'])
})
