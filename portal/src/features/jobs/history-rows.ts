/** The history of jobs as rows of charts. Pure. */
import type { JobSpan } from '@hallpass/contract/platform'
import type { ChartRow } from '../../ui/chart-frame.tsx'

type History = { from: string; spanSeconds: number; items: readonly JobSpan[] }

/**
 * One row a span up to `now`. Where nobody looked nothing was done, and how long things waited is not known: a gap in the line.
 * `label` says when in full, `short` briefly.
 */
export function historyRows(
  { from, spanSeconds, items }: History,
  now: Date,
  words: { label: (at: Date) => string; short: (at: Date) => string },
): ChartRow[] {
  const known = new Map(items.map((span) => [Date.parse(span.at), span]))
  const rows: ChartRow[] = []
  for (let at = Date.parse(from); at <= now.getTime(); at += spanSeconds * 1000) {
    const span = known.get(at)
    rows.push({
      key: String(at),
      label: words.label(new Date(at)),
      short: words.short(new Date(at)),
      values: { done: span?.done ?? 0, failed: span?.failed ?? 0, waited: span?.waitedSeconds ?? null },
    })
  }
  return rows
}
