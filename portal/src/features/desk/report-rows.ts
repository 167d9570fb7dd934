/** The report of the desk as rows of charts. Pure. */
import type { DeskReport } from '@hallpass/contract/desk'
import type { ChartRow } from '../../ui/chart-frame.tsx'

const day = 86_400_000
type Numbers = { resets: number; unlocks: number; deflected: number }

/** One row a week from the first to the last, also where nothing happened; rows of doors and directories are summed. */
export function weekRows(
  { from, until, weeks }: Pick<DeskReport, 'from' | 'until' | 'weeks'>,
  words: (week: string) => { label: string; short: string },
  hrefOf: (number: keyof Numbers, week: string) => string,
): ChartRow[] {
  const sums = new Map<string, Numbers>()
  for (const { week, resets, unlocks, deflected } of weeks) {
    const sum = sums.get(week) ?? { resets: 0, unlocks: 0, deflected: 0 }
    sums.set(week, {
      resets: sum.resets + resets,
      unlocks: sum.unlocks + unlocks,
      deflected: sum.deflected + deflected,
    })
  }
  return mondays(from, until).map((week) => ({
    key: week,
    ...words(week),
    values: { ...(sums.get(week) ?? { resets: 0, unlocks: 0, deflected: 0 }) },
    hrefs: {
      resets: hrefOf('resets', week),
      unlocks: hrefOf('unlocks', week),
      deflected: hrefOf('deflected', week),
    },
  }))
}

/** Times in minutes, since that is what the axis counts. */
export function caseRows(
  { from, until, caseWeeks }: Pick<DeskReport, 'from' | 'until' | 'caseWeeks'>,
  words: (week: string) => { label: string; short: string },
): ChartRow[] {
  const known = new Map(caseWeeks.map((row) => [row.week, row]))
  return mondays(from, until).map((week) => {
    const row = known.get(week)
    return {
      key: week,
      ...words(week),
      values: { median: minutes(row?.medianSeconds), p90: minutes(row?.p90Seconds) },
    }
  })
}

const minutes = (seconds: number | null | undefined) => (seconds == null ? null : seconds / 60)

/** Every Monday (UTC) from the week of `from` to that of the last moment before `until`. */
export function mondays(from: string, until: string): string[] {
  const last = new Date(Date.parse(until) - 1)
  const first = new Date(from)
  const list: string[] = []
  for (let at = mondayOf(first); at <= last.getTime() && list.length < 120; at += 7 * day)
    list.push(new Date(at).toISOString().slice(0, 10))
  return list
}

function mondayOf(date: Date): number {
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
  return midnight - ((date.getUTCDay() + 6) % 7) * day
}
