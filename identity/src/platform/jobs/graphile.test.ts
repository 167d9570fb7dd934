import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'
import { type JobPayload, TryAgainAt } from './jobs.ts'

let t: TestPlatform
beforeEach(async () => {
  t = await testPlatform()
})
afterEach(() => t.close())

const add = (
  task: string,
  more: { payload?: JobPayload; key?: string; queue?: string; runAt?: Date; maxAttempts?: number } = {},
) => t.db.transaction((tx) => t.jobs.enqueue(tx, { task, payload: {}, ...more }))

test('a job is rolled back with the transaction that wanted it', async () => {
  t.jobs.register('greet', async () => {})
  const failing = t.db.transaction(async (tx) => {
    await t.jobs.enqueue(tx, { task: 'greet', payload: {} })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await t.jobs.inspect()).toEqual([])
})

test('ten reasons with one key make one job, with what was said last', async () => {
  const ran: JobPayload[] = []
  t.jobs.register('reconcile', async (payload) => void ran.push(payload))
  for (let version = 1; version <= 10; version++) await add('reconcile', { key: 'account:1', payload: { version } })
  expect(await t.jobs.inspect()).toMatchObject([{ key: 'account:1', state: 'waiting', payload: { version: 10 } }])
  await t.jobs.runUntilIdle()
  expect(ran).toEqual([{ version: 10 }])
})

test('a key enqueued while its job runs makes it run once more', async () => {
  let runs = 0
  t.jobs.register('reconcile', async () => {
    if (++runs === 1) await add('reconcile', { key: 'account:1' })
  })
  await add('reconcile', { key: 'account:1' })
  await t.jobs.runUntilIdle()
  expect(runs).toBe(2)
  expect(await t.jobs.inspect()).toEqual([])
})

test('a running job that was followed by another and then fails is no dead letter', async () => {
  let runs = 0
  t.jobs.register('reconcile', async () => {
    if (++runs > 1) return
    await add('reconcile', { key: 'account:1' })
    throw new Error('too late to matter')
  })
  await add('reconcile', { key: 'account:1' })
  await t.jobs.runUntilIdle()
  expect(runs).toBe(2)
  expect(await t.jobs.inspect()).toEqual([])
})

test('a failing job is tried again later and later, then lies dead until somebody tries it again', async () => {
  let isWorking = false
  const attempts: string[] = []
  t.jobs.register('write', async (_payload, { attempt, isLastAttempt }) => {
    attempts.push(`${attempt}${isLastAttempt ? ' last' : ''}`)
    if (!isWorking) throw new Error('the app answers 500')
  })
  await add('write', { maxAttempts: 3 })
  await t.jobs.runUntilIdle()
  const [first] = await t.jobs.inspect()
  expect(first).toMatchObject({ state: 'retrying', attempts: 1, lastError: 'the app answers 500' })
  const waits = (first?.runAt.getTime() ?? 0) - t.clock.now().getTime()
  expect(waits).toBeGreaterThan(1000)
  for (let i = 0; i < 2; i++) {
    t.clock.advance(60_000)
    await t.jobs.runUntilIdle()
  }
  t.clock.advance(86_400_000)
  await t.jobs.runUntilIdle()
  expect(attempts).toEqual(['1', '2', '3 last'])
  const [dead] = await t.jobs.inspect({ state: 'dead' })
  expect(dead).toMatchObject({ task: 'write', attempts: 3, maxAttempts: 3 })

  isWorking = true
  expect(await t.db.transaction((tx) => t.jobs.retry(tx, dead?.id ?? ''))).toBe(true)
  expect(await t.jobs.inspect({ state: 'waiting' })).toHaveLength(1)
  await t.jobs.runUntilIdle()
  expect(await t.jobs.inspect()).toEqual([])
  expect(await t.db.transaction((tx) => t.jobs.retry(tx, dead?.id ?? ''))).toBe(false)
  expect(await t.db.transaction((tx) => t.jobs.retry(tx, `1'; drop table nodes`))).toBe(false)
})

test('a job put off until a time runs at that time, and it costs no attempt however often it happens', async () => {
  let isThrottled = true
  const attempts: number[] = []
  t.jobs.register('write', async (_payload, { attempt }) => {
    attempts.push(attempt)
    if (isThrottled) throw new TryAgainAt(new Date(t.clock.now().getTime() + 30_000), 'Retry-After: 30')
  })
  await add('write', { maxAttempts: 2 })
  for (let i = 0; i < 5; i++) {
    await t.jobs.runUntilIdle()
    const [job] = await t.jobs.inspect()
    expect(job).toMatchObject({ state: 'waiting', attempts: 0, lastError: 'Retry-After: 30' })
    expect(job?.runAt).toEqual(new Date(t.clock.now().getTime() + 30_000))
    t.clock.advance(29_999)
    await t.jobs.runUntilIdle()
    expect(attempts).toHaveLength(i + 1)
    t.clock.advance(1)
  }
  isThrottled = false
  await t.jobs.runUntilIdle()
  expect(attempts).toEqual([1, 1, 1, 1, 1, 1])
  expect(await t.jobs.inspect()).toEqual([])
})

test('a job for later waits for the clock; a cancelled one never runs', async () => {
  const ran: string[] = []
  t.jobs.register('remind', async ({ who }) => void ran.push(String(who)))
  const later = new Date(t.clock.now().getTime() + 3_600_000)
  await add('remind', { payload: { who: 'molly' }, key: 'molly', runAt: later })
  await add('remind', { payload: { who: 'leo' }, key: 'leo', runAt: later })
  await t.db.transaction((tx) => t.jobs.cancel(tx, 'leo'))
  await t.jobs.runUntilIdle()
  expect(ran).toEqual([])
  t.clock.advance(3_600_000)
  await t.jobs.runUntilIdle()
  expect(ran).toEqual(['molly'])
})

test('inspect narrows by state and task', async () => {
  t.jobs.register('good', async () => {})
  t.jobs.register('bad', async () => {
    throw new Error('no')
  })
  await add('bad', { maxAttempts: 1 })
  await t.jobs.runUntilIdle()
  await add('good', { queue: 'q' })
  expect(await t.jobs.inspect({ state: 'dead' })).toMatchObject([{ task: 'bad' }])
  expect(await t.jobs.inspect({ task: 'good' })).toMatchObject([{ queue: 'q', state: 'waiting' }])
  expect(await t.jobs.inspect({ limit: 1 })).toHaveLength(1)
})

test('a sweep runs by name with the injected time; its failure is thrown and remembered; a stranger is named', async () => {
  const times: Date[] = []
  t.jobs.schedule({ name: 'grants.expire', everySeconds: 30, run: async (now) => void times.push(now) })
  t.jobs.schedule({
    name: 'bad',
    everySeconds: 30,
    run: async () => {
      throw new Error('no')
    },
  })
  await t.jobs.runSweep('grants.expire')
  expect(times).toEqual([t.clock.now()])
  await expect(t.jobs.runSweep('bad')).rejects.toThrow('no')
  await expect(t.jobs.runSweep('grants.expired')).rejects.toThrow('there are bad, grants.expire')
})

test('the same sweep never runs twice at once', async () => {
  let inside = 0
  let most = 0
  t.jobs.schedule({
    name: 'slow',
    everySeconds: 30,
    run: async () => {
      most = Math.max(most, ++inside)
      await t.db.isReachable()
      inside--
    },
  })
  await Promise.all([1, 2, 3, 4].map(() => t.jobs.runSweep('slow')))
  expect(most).toBe(1)
})
