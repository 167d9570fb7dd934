import type { DeskReportRow } from '@hallpass/contract/desk'
import { expect, test } from 'vitest'
import { mondays, weekRows } from './report-rows.ts'

test('weeks begin on Monday, and one in which nothing happened is there too', () => {
  expect(mondays('2026-11-04T10:00:00Z', '2026-11-24T00:00:00Z')).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
  ])
  expect(mondays('2026-11-02T00:00:00Z', '2026-11-09T00:00:00Z')).toEqual(['2026-11-02'])
})

test('doors and directories of one week are summed', () => {
  const row = (week: string, resets: number): DeskReportRow => ({
    week,
    door: 'desk',
    directory: { id: 'd', name: 'Acme people' },
    resets,
    unlocks: 1,
    deflected: 0,
    medianSeconds: null,
    p90Seconds: null,
    saved: 0,
  })
  const rows = weekRows(
    {
      from: '2026-11-02T00:00:00Z',
      until: '2026-11-16T00:00:00Z',
      weeks: [row('2026-11-02', 2), row('2026-11-02', 3)],
    },
    (week) => ({ label: week, short: week }),
    (number, week) => `${number} ${week}`,
  )
  expect(rows.map(({ values }) => values)).toEqual([
    { resets: 5, unlocks: 2, deflected: 0 },
    { resets: 0, unlocks: 0, deflected: 0 },
  ])
  expect(rows[0]?.hrefs?.resets).toBe('resets 2026-11-02')
})
