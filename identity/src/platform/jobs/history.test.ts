import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'
import { createJobs } from './graphile.ts'
import { forgetHistory, type JobHistory, keepHistory, readHistory } from './history.ts'
import { startNode } from './node.ts'

const minuteMs = 60_000

let t: TestPlatform
beforeEach(async () => {
  t = await testPlatform()
})
afterEach(() => t.close())

const keep = (): JobHistory => keepHistory({ ...t, toEngine: t.jobs.toEngine, everyMs: 3_600_000 })
const run = (history: JobHistory, ...outcomes: ('done' | 'failed' | 'later')[]) => {
  for (const outcome of outcomes) history.note('toil', outcome, 0.1)
}
const since = (seconds: number) => readHistory(t.db, new Date(t.clock.now().getTime() - 24 * 60 * minuteMs), seconds)

test('nodes add what they did to one span; what asked to come later neither failed nor is done', async () => {
  const [a, b] = [keep(), keep()]
  run(a, 'done', 'done', 'failed', 'later')
  run(b, 'done')
  await a.stop()
  await b.stop()
  expect(await since(300)).toMatchObject([{ done: 3, failed: 1 }])
})

test('what is due and waits is seen, with how long; what is planned for later is not', async () => {
  await t.db.transaction(async (tx) => {
    await t.jobs.enqueue(tx, { task: 'toil', payload: {} })
    await t.jobs.enqueue(tx, { task: 'toil', payload: {}, runAt: new Date(t.clock.now().getTime() + 90 * minuteMs) })
  })
  t.clock.advance(2 * minuteMs)
  const history = keep()
  await history.stop()
  expect(await since(300)).toMatchObject([{ waiting: 1, waitedSeconds: 120 }])
})

test('longer spans add up the runs and keep the worst of the rest, and old ones are forgotten', async () => {
  const history = keep()
  const start = t.clock.now()
  for (let span = 0; span < 4; span += 1) {
    run(history, 'done', 'failed')
    await history.write()
    t.clock.advance(5 * minuteMs)
  }
  await history.stop()
  const [first, ...more] = await readHistory(t.db, new Date(start.getTime() - 60 * minuteMs), 86_400)
  expect(first?.done ?? 0).toBe(4 - more.reduce((sum, span) => sum + span.done, 0))
  await forgetHistory(t.db, new Date(start.getTime() + 16 * 24 * 60 * minuteMs))
  expect(await readHistory(t.db, new Date(0), 300)).toEqual([])
})

test('a node keeps the history of its own runs', async () => {
  const engine = createJobs({ db: t.db, clock: t.clock })
  engine.register('toil', async () => {})
  engine.register('break', async () => {
    throw new Error('no')
  })
  await t.db.transaction(async (tx) => {
    await engine.enqueue(tx, { task: 'toil', payload: {} })
    await engine.enqueue(tx, { task: 'break', payload: {}, maxAttempts: 1 })
  })
  const log = { ...t.log, debug() {}, info() {}, warn() {}, error() {} }
  const node = startNode({ engine, url: t.place.serviceUrl, ids: t.ids, log })
  await expect
    .poll(async () => (await engine.inspect()).map(({ state }) => state), { timeout: 15_000 })
    .toEqual(['dead'])
  await node.stop()
  const spans = await since(300)
  const sum = (what: 'done' | 'failed') => spans.reduce((total, span) => total + span[what], 0)
  expect([sum('done'), sum('failed')]).toEqual([1, 1])
})
