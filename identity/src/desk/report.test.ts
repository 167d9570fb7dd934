import type { DeskReport, DeskReportEntry } from '@hallpass/contract/desk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from './limits.ts'
import { cell, reportCsv } from './report-csv.ts'
import { type DeskWorld, deskWorld } from './testing.ts'

let world: DeskWorld
/** A Monday, after the month in which the people came. */
let monday: number
const at = (days: number, minutes = 0) => new Date(monday + days * dayMs + minutes * minuteMs)

beforeAll(async () => {
  world = await deskWorld()
  const now = world.clock.now()
  monday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + ((8 - now.getUTCDay()) % 7 || 7))
  const alone = (
    login: 'molly' | 'marcus' | 'leo' | 'diana',
    kind: 'reset' | 'unlock',
    days: number,
    minutes: number,
  ) => world.recovered({ login, kind, door: 'self_service', startedAt: at(days), finishedAt: at(days, minutes) })
  world.clock.advance(at(0).getTime() - now.getTime())
  await alone('molly', 'reset', 0, 2)
  await alone('marcus', 'reset', 1, 4)
  await alone('diana', 'unlock', 6, 1)
  // A week later; Leo calls, and while Dora has his case in hand he finds the way alone: nothing was spared.
  world.clock.advance(8 * dayMs)
  const caseId = await world.callFrom('leo', 'emil')
  await alone('leo', 'reset', 8, 30)
  const { version } = (await world.show('emil', caseId)).case
  world.clock.advance(5 * hourMs)
  await world.work('emil', caseId, 'close', { result: 'solved', note: '', version })
  await world.recovered({
    login: 'molly',
    kind: 'reset',
    door: 'desk',
    startedAt: at(8),
    finishedAt: at(8, 10),
    caseId,
  })
  world.clock.advance(dayMs)
})
afterAll(() => world.close())

const period = () => `from=${at(0).toISOString()}&until=${at(14).toISOString()}`
async function report(query = period()): Promise<DeskReport> {
  return (await world.call('axel', 'GET', `/api/desk/report?${query}`)).body as unknown as DeskReport
}
async function entries(query: string): Promise<{ items: DeskReportEntry[]; next: string | null }> {
  const answer = await world.call('axel', 'GET', `/api/desk/report/entries?${period()}&${query}`)
  return answer.body as never
}

describe('the report', () => {
  test('counts resets and unlocks per week, door and directory, with the time they took', async () => {
    const { weeks, doors, directories, totals } = await report()
    const day = (days: number) => at(days).toISOString().slice(0, 10)
    expect(weeks.map(({ week, door, resets, unlocks, deflected }) => [week, door, resets, unlocks, deflected])).toEqual(
      [
        [day(0), 'self_service', 2, 1, 3],
        [day(7), 'desk', 1, 0, 0],
        [day(7), 'self_service', 1, 0, 0],
      ],
    )
    expect(weeks[0]).toMatchObject({ medianSeconds: 120, p90Seconds: 216, directory: { id: world.directoryId } })
    expect(doors.map(({ door, resets }) => [door, resets])).toEqual([
      ['desk', 1],
      ['self_service', 3],
    ])
    expect(directories).toMatchObject([{ directory: { id: world.directoryId }, resets: 4, unlocks: 1, deflected: 3 }])
    expect(totals).toMatchObject({ resets: 4, unlocks: 1, deflected: 3, medianSeconds: 240 })
  })

  test('multiplies what the desk was spared by the cost of a ticket', async () => {
    expect(await report()).toMatchObject({ costPerTicket: 18.5, currency: 'USD', totals: { saved: 55.5 } })
  })

  test('counts cases, how long they took, and which were late', async () => {
    const { cases, caseWeeks } = await report()
    expect(cases).toEqual({ opened: 1, settled: 1, solved: 1, overdue: 1, medianSeconds: 18_000, p90Seconds: 18_000 })
    expect(caseWeeks).toHaveLength(1)
  })

  test('shows exactly what is behind each number', async () => {
    const { totals, weeks, cases } = await report()
    expect((await entries('number=resets')).items).toHaveLength(totals.resets)
    expect((await entries('number=unlocks')).items).toMatchObject([
      { what: 'recovery', person: { id: world.id.diana } },
    ])
    const [first] = weeks
    const narrowed = await entries(
      `number=deflected&door=self_service&week=${first?.week}&directoryId=${world.directoryId}`,
    )
    expect(narrowed.items).toHaveLength(first?.deflected ?? -1)
    const [late] = (await entries('number=cases_overdue')).items
    expect(late).toMatchObject({ what: 'case', person: { id: world.id.leo }, seconds: 18_000 })
    expect(late?.reference).toMatch(/^C-[0-9A-Z]{7}$/)
    expect((await entries('number=cases_opened')).items).toHaveLength(cases.opened)
  })

  test('pages what is behind a number', async () => {
    const all = (await entries('number=resets')).items.map(({ id }) => id)
    const first = await entries('number=resets&limit=3')
    const rest = await entries(`number=resets&limit=3&cursor=${first.next}`)
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all)
    expect(rest.next).toBeNull()
  })

  test('counts a reset once, however often it is told', async () => {
    await world.recoveredAgain()
    expect((await report()).totals.resets).toBe(4)
  })

  test('of a time in which nothing happened is empty, and of a time that ends before it begins is refused', async () => {
    const empty = await report(`from=${at(-60).toISOString()}&until=${at(-50).toISOString()}`)
    expect(empty).toMatchObject({ weeks: [], totals: { resets: 0, saved: 0, medianSeconds: null } })
    const wrong = await world.call(
      'axel',
      'GET',
      `/api/desk/report?from=${at(1).toISOString()}&until=${at(0).toISOString()}`,
    )
    expect(wrong).toMatchObject({ status: 400, body: { fields: [{ field: 'from' }] } })
    expect((await world.call('molly', 'GET', '/api/desk/report')).status).toBe(403)
  })

  test('comes as CSV', async () => {
    const { text, status } = await world.call('ivan', 'GET', `/api/desk/report.csv?${period()}`)
    expect(status).toBe(200)
    const [head, first] = text.split('\r\n')
    expect(head).toBe('week,door,directory,resets,unlocks,deflected,median_seconds,p90_seconds,saved,currency')
    expect(first).toContain(',2,1,3,120,216,55.5,USD')
  })
})

describe('a cell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\r=1', '"\'\r=1"'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['Acme people', 'Acme people'],
    [null, ''],
    [-3, '-3'],
  ])('%j is written as %j', (value, written) => {
    expect(cell(value)).toBe(written)
  })

  test('keeps the name of a directory from being a formula', () => {
    const numbers = { resets: 1, unlocks: 0, deflected: 1, medianSeconds: null, p90Seconds: null, saved: 18.5 }
    const directory = { id: 'x', name: '=HYPERLINK("https://elsewhere.example")' }
    const csv = reportCsv({ currency: 'EUR', weeks: [{ week: '2026-03-02', door: 'desk', directory, ...numbers }] })
    expect(csv).toContain('"\'=HYPERLINK(""https://elsewhere.example"")"')
  })
})
