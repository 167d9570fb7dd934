import { expect, test } from 'vitest'
import { historyRows } from './history-rows.ts'

const words = { label: (at: Date) => at.toISOString(), short: (at: Date) => at.toISOString().slice(11, 16) }
const span = { done: 4, failed: 1, waiting: 2, waitedSeconds: 7 }

test('spans in which nobody looked are drawn as nothing done and a gap in the waiting', () => {
  const history = {
    from: '2026-05-12T12:00:00.000Z',
    spanSeconds: 300,
    items: [{ at: '2026-05-12T12:05:00.000Z', ...span }],
  }
  const rows = historyRows(history, new Date('2026-05-12T12:12:00Z'), words)
  expect(rows.map(({ short, values }) => [short, values.done, values.failed, values.waited])).toEqual([
    ['12:00', 0, 0, null],
    ['12:05', 4, 1, 7],
    ['12:10', 0, 0, null],
  ])
})
