import type pg from 'pg'
import { expect, test, vi } from 'vitest'
import { settlingPool } from './settling-pool.ts'

test('the engine learns its tasks although the server did not answer in time at first', async () => {
  let calls = 0
  const late = {
    async query() {
      calls += 1
      if (calls === 1) throw new Error('Connection terminated due to connection timeout')
      return { rows: [{ id: 1, identifier: 'mail.deliver' }], rowCount: 1 }
    },
  } as unknown as pg.Pool
  const warnings: string[] = []
  const log = { warn: (_fields: object, words: string) => warnings.push(words), error: () => {}, info: () => {} }
  const { pool } = settlingPool(late, log as never)
  const client = await pool.connect()
  const text = 'select id, identifier from "graphile_worker"._private_tasks as tasks where identifier = any($1::text[])'
  expect((await client.query({ text, values: [['mail.deliver']] })).rows).toHaveLength(1)
  expect(warnings).toEqual(['the job engine could not make its tasks known; trying again'])
})

test('jobs are given back once: a repeat might free one that runs again, and the engine is not made to repeat it', async () => {
  const sent: unknown[] = []
  const unanswered = {
    async query({ name }: pg.QueryConfig) {
      sent.push(name)
      throw new Error('Connection terminated unexpectedly')
    },
  } as unknown as pg.Pool
  const warnings: string[] = []
  const log = { warn: (_fields: object, words: string) => warnings.push(words), error: () => {}, info: () => {} }
  const { pool, settled } = settlingPool(unanswered, log as never)
  const client = await pool.connect()
  for (const name of ['return_job/graphile_worker', 'return_job_q/graphile_worker'])
    expect(await client.query({ name, text: 'update', values: ['a pool', [1]] })).toEqual({ rows: [], rowCount: 0 })
  await settled(60_000)
  expect(sent).toEqual(['return_job/graphile_worker', 'return_job_q/graphile_worker'])
  expect(warnings).toEqual(Array(2).fill('jobs could not be given back; they are after the lease'))
})

test('a look that left no job behind is not followed by another one', async () => {
  vi.useFakeTimers()
  const log = { warn: () => {}, error: () => {}, info: () => {} }
  const looksAfter = async (rows: { job_queue_id: number | null }[]) => {
    const server = { query: async () => ({ rows, rowCount: rows.length }) } as unknown as pg.Pool
    let looks = 0
    const { pool } = settlingPool(server, log as never, () => {
      looks += 1
    })
    const client = await pool.connect()
    await client.query({ name: 'get_job3/graphile_worker', text: 'update', values: [] })
    vi.advanceTimersByTime(1000)
    return looks
  }
  const [ofNone, ofQueue] = [{ job_queue_id: null }, { job_queue_id: 7 }]
  const looks = []
  for (const rows of [[], [ofNone, ofNone], [ofNone, ofQueue], [ofNone, ofNone, ofNone]])
    looks.push(await looksAfter(rows))
  vi.useRealTimers()
  expect(looks).toEqual([0, 0, 1, 1])
})
