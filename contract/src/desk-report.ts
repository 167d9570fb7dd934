/** The report of the desk on the wire: what people did alone, what agents did, how long it took, and what was saved. */
import { type Static, type TSchema, Type } from 'typebox'
import { Id, Page, PageQuery, PersonSummary, Timestamp } from './common.ts'
import { DeskDoor, DirectoryName } from './desk-shapes.ts'
import { route } from './route.ts'

const strict = { additionalProperties: false } as const
const OrNull = <T extends TSchema>(type: T) => Type.Union([type, Type.Null()])
const readers = { roles: ['admin', 'auditor', 'desk_agent'] } as const

const Numbers = {
  resets: Type.Integer(),
  unlocks: Type.Integer(),
  /** Finished alone, without an agent who had a case of this person in hand. */
  deflected: Type.Integer(),
  /** From the first step to the new password, over resets and unlocks. */
  medianSeconds: OrNull(Type.Number()),
  p90Seconds: OrNull(Type.Number()),
  /** `deflected` × cost of a ticket. */
  saved: Type.Number(),
}
const CaseNumbers = {
  opened: Type.Integer(),
  settled: Type.Integer(),
  solved: Type.Integer(),
  overdue: Type.Integer({ description: 'Settled after they were due, or due by now and unsettled' }),
  medianSeconds: OrNull(Type.Number()),
  p90Seconds: OrNull(Type.Number()),
}

/** A week begins on Monday, in UTC; weeks in which nothing happened are left out. */
export const DeskReportRow = Type.Object({
  week: Type.String({ format: 'date', description: 'Monday' }),
  door: DeskDoor,
  directory: DirectoryName,
  ...Numbers,
})
export type DeskReportRow = Static<typeof DeskReportRow>

export const DeskReport = Type.Object({
  from: Timestamp,
  until: Timestamp,
  costPerTicket: Type.Number(),
  currency: Type.String(),
  totals: Type.Object(Numbers),
  doors: Type.Array(Type.Object({ door: DeskDoor, ...Numbers })),
  directories: Type.Array(Type.Object({ directory: DirectoryName, ...Numbers })),
  weeks: Type.Array(DeskReportRow),
  cases: Type.Object(CaseNumbers),
  caseWeeks: Type.Array(Type.Object({ week: Type.String({ format: 'date' }), ...CaseNumbers })),
})
export type DeskReport = Static<typeof DeskReport>

/** Which number one wants to see behind. */
export const DeskReportNumber = Type.Enum([
  'resets',
  'unlocks',
  'deflected',
  'cases_opened',
  'cases_settled',
  'cases_solved',
  'cases_overdue',
])

/** One reset, unlock or case behind a number. */
export const DeskReportEntry = Type.Object({
  id: Id,
  what: Type.Enum(['recovery', 'case']),
  caseId: OrNull(Id),
  reference: OrNull(Type.String()),
  person: PersonSummary,
  directory: DirectoryName,
  door: DeskDoor,
  startedAt: Timestamp,
  finishedAt: OrNull(Timestamp),
  seconds: OrNull(Type.Number()),
})
export type DeskReportEntry = Static<typeof DeskReportEntry>

const Period = {
  from: Type.Optional(Timestamp),
  until: Type.Optional(Timestamp),
  directoryId: Type.Optional(Id),
}

export const deskReportRoutes = {
  getDeskReport: route({
    id: 'desk.getReport',
    method: 'GET',
    path: '/api/desk/report',
    summary: 'Resets, unlocks and cases per week, door and directory; the last 12 weeks unless a period is given',
    access: readers,
    query: Type.Object(Period, strict),
    success: { status: 200, schema: DeskReport },
  }),
  exportDeskReport: route({
    id: 'desk.exportReport',
    method: 'GET',
    path: '/api/desk/report.csv',
    summary: 'The weeks of the report as CSV',
    access: readers,
    query: Type.Object(Period, strict),
    success: { status: 200, content: 'text/csv' },
    perMinute: 20,
  }),
  listDeskReportEntries: route({
    id: 'desk.listReportEntries',
    method: 'GET',
    path: '/api/desk/report/entries',
    summary: 'The resets, unlocks or cases behind a number of the report, newest first',
    access: readers,
    query: Type.Object(
      {
        ...Period,
        ...PageQuery,
        number: DeskReportNumber,
        door: Type.Optional(DeskDoor),
        week: Type.Optional(Type.String({ format: 'date' })),
      },
      strict,
    ),
    success: { status: 200, schema: Page(DeskReportEntry) },
  }),
}
