/** The weeks of the report as CSV (RFC 4180), safe to open in a spreadsheet. */
import type { DeskReport } from '@hallpass/contract/desk'

const columns = [
  'week',
  'door',
  'directory',
  'resets',
  'unlocks',
  'deflected',
  'median_seconds',
  'p90_seconds',
  'saved',
  'currency',
] as const

export function reportCsv({ weeks, currency }: Pick<DeskReport, 'weeks' | 'currency'>): string {
  const rows = weeks.map((row) => [
    row.week,
    row.door,
    row.directory.name,
    row.resets,
    row.unlocks,
    row.deflected,
    row.medianSeconds,
    row.p90Seconds,
    row.saved,
    currency,
  ])
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe instead (security C.17). */
export function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
