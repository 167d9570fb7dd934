/** The report of the desk: the numbers of the database, put into rows, and what was saved. */
import type { DeskReport, DeskReportEntry } from '@hallpass/contract/desk'
import { fromCursor, toPage } from '../access/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { invalidField } from '../platform/errors.ts'
import type { DeskDeps } from './deps.ts'
import { dayMs } from './limits.ts'
import { type DirectoryNames, namesOf, wireTime } from './names.ts'
import {
  type CaseNumbers,
  caseNumbers,
  type EntryFilter,
  type Period,
  type RecoveryNumbers,
  recoveryNumbers,
  reportEntries,
} from './store-report.ts'
import { settingsInForce } from './store-settings.ts'

export type ReportDeps = Pick<DeskDeps, 'clock' | 'directory'>
export type ReportQuery = { from?: string | undefined; until?: string | undefined; directoryId?: string | undefined }

const usualDays = 84

export async function makeReport(deps: ReportDeps, r: Reader, query: ReportQuery): Promise<DeskReport> {
  const now = deps.clock.now()
  const period = periodOf(query, now)
  const { settings } = await settingsInForce(r)
  const cost = settings.costPerTicket
  const rows = await recoveryNumbers(r, period)
  const cases = await caseNumbers(r, period, now)
  const directories = await directoryNames(deps, r)
  const total = rows.find((row) => row.week === null && row.door === null && row.directoryId === null)
  return {
    from: period.from.toISOString(),
    until: period.until.toISOString(),
    costPerTicket: cost,
    currency: settings.currency,
    totals: toNumbers(total, cost),
    doors: rows.flatMap((row) =>
      row.week === null && row.door !== null ? [{ door: row.door, ...toNumbers(row, cost) }] : [],
    ),
    directories: rows.flatMap((row) =>
      row.week === null && row.directoryId !== null
        ? [{ directory: directories(row.directoryId), ...toNumbers(row, cost) }]
        : [],
    ),
    weeks: rows.flatMap((row) =>
      row.week !== null && row.door !== null && row.directoryId !== null
        ? [{ week: row.week, door: row.door, directory: directories(row.directoryId), ...toNumbers(row, cost) }]
        : [],
    ),
    cases: toCaseNumbers(cases.find((row) => row.week === null)),
    caseWeeks: cases.flatMap((row) => (row.week === null ? [] : [{ week: row.week, ...toCaseNumbers(row) }])),
  }
}

export type EntriesQuery = ReportQuery &
  Pick<EntryFilter, 'number' | 'door' | 'week'> & { cursor?: string | undefined; limit?: number | undefined }

/** The resets, unlocks or cases that a number counted. */
export async function listEntries(
  deps: ReportDeps,
  r: Reader,
  query: EntriesQuery,
): Promise<{ items: DeskReportEntry[]; next: string | null }> {
  const now = deps.clock.now()
  const { number, door, week, limit = 50 } = query
  const key = fromCursor(query.cursor, ['number', 'id'])
  const before = key ? { at: new Date(Number(key[0])), id: String(key[1]) } : undefined
  const found = await reportEntries(r, { ...periodOf(query, now), number, door, week, before, limit: limit + 1, now })
  const what = number.startsWith('cases_') ? 'case' : 'recovery'
  const page = toPage(found, limit, (row) => [
    ((what === 'case' ? null : row.finishedAt) ?? row.startedAt).getTime(),
    row.id,
  ])
  const names = await namesOf(
    deps,
    r,
    page.rows.map((row) => row.personId),
  )
  const directories = await directoryNames(deps, r)
  return {
    items: page.rows.map((row) => ({
      id: row.id,
      what,
      caseId: row.caseId,
      reference: row.reference,
      person: names(row.personId),
      directory: directories(row.directoryId),
      door: row.door,
      startedAt: row.startedAt.toISOString(),
      finishedAt: wireTime(row.finishedAt),
      seconds: row.seconds,
    })),
    next: page.next,
  }
}

function periodOf({ from, until, directoryId }: ReportQuery, now: Date): Period {
  const end = until === undefined ? new Date(now.getTime() + 1) : new Date(until)
  const begin = from === undefined ? new Date(end.getTime() - usualDays * dayMs) : new Date(from)
  if (begin >= end) throw invalidField('from', 'Choose a beginning before the end.')
  return { from: begin, until: end, directoryId }
}

async function directoryNames(deps: ReportDeps, r: Reader): Promise<DirectoryNames> {
  const byId = new Map((await deps.directory.everyDirectory(r)).map(({ id, name }) => [id, { id, name }]))
  return (id) => byId.get(id) ?? { id, name: '' }
}

function toNumbers(row: RecoveryNumbers | undefined, cost: number): DeskReport['totals'] {
  const deflected = row?.deflected ?? 0
  return {
    resets: row?.resets ?? 0,
    unlocks: row?.unlocks ?? 0,
    deflected,
    medianSeconds: row?.medianSeconds ?? null,
    p90Seconds: row?.p90Seconds ?? null,
    // Whole cents: a cost of 18.10 times 3 is 54.3, not 54.300000000000004.
    saved: Math.round(deflected * cost * 100) / 100,
  }
}

function toCaseNumbers(row: CaseNumbers | undefined): DeskReport['cases'] {
  const { opened = 0, settled = 0, solved = 0, overdue = 0, medianSeconds = null, p90Seconds = null } = row ?? {}
  return { opened, settled, solved, overdue, medianSeconds, p90Seconds }
}
