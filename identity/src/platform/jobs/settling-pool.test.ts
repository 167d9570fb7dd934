import type pg from 'pg'
import { expect, test } from 'vitest'
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
