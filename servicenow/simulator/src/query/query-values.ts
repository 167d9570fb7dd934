import { dateTimeMs, dateTimeText } from '../store/clock.ts'

export class UnknownScriptValue extends Error {
  readonly script: string
  constructor(script: string) {
    super(`A query asks for the value of "${script}", which this simulator does not evaluate.`)
    this.name = 'UnknownScriptValue'
    this.script = script
  }
}

export type ValueContext = { now: Date; userId: string; userName: string; groupIds: () => string[] }

const dayMs = 86_400_000

/**
 * The value of `javascript:…` in a query or a default, for the documented calls of `gs`. Instants are UTC, as the
 * instance's time zone is here. @throws UnknownScriptValue for any other script: guessing would return wrong records.
 */
export function scriptValue(script: string, context: ValueContext): string {
  const value = knownScriptValue(script, context)
  if (value === null) throw new UnknownScriptValue(bare(script))
  return value
}

/** The same, with null for a script that is not one of the documented calls. */
export function knownScriptValue(script: string, context: ValueContext): string | null {
  const text = bare(script)
  const literal = /^(?:'([^']*)'|"([^"]*)"|(\d+|true|false))$/.exec(text)
  if (literal) return literal[1] ?? literal[2] ?? literal[3] ?? ''
  const call = /^(?:gs\.)?(\w+)\(\s*([^()]*?)\s*\)(?:\.getID\(\))?$/.exec(text)
  const known = call?.[1] ? calls[call[1]] : undefined
  return known && call ? known(context, call[2] ?? '') : null
}

function bare(script: string): string {
  return script
    .replace(/^javascript:\s*/, '')
    .trim()
    .replace(/;$/, '')
    .trim()
}

/** `gs.beginningOfLast7Days()` and its like, which the choices "Last 7 days" to "Last 120 days" of a filter stand for. */
const lastDays = Object.fromEntries(
  [7, 30, 60, 90, 120].flatMap((days) => [
    [`beginningOfLast${days}Days`, ({ now }: ValueContext) => dateTimeText(startOfDay(now, -days))],
    [`endOfLast${days}Days`, ({ now }: ValueContext) => dateTimeText(endOfDay(now, 0))],
  ]),
)

const calls: Readonly<Record<string, (context: ValueContext, argument: string) => string>> = {
  getUserID: ({ userId }) => userId,
  getUser: ({ userId }) => userId,
  getUserName: ({ userName }) => userName,
  getMyGroups: ({ groupIds }) => groupIds().join(','),
  now: ({ now }) => dateTimeText(now).slice(0, 10),
  nowDateTime: ({ now }) => dateTimeText(now),
  nowNoTZ: ({ now }) => dateTimeText(now),
  daysAgo: ({ now }, days) => shifted(now, -Number(days) * dayMs),
  daysAgoStart: ({ now }, days) => dateTimeText(startOfDay(now, -Number(days))),
  daysAgoEnd: ({ now }, days) => dateTimeText(endOfDay(now, -Number(days))),
  hoursAgo: ({ now }, hours) => shifted(now, -Number(hours) * 3_600_000),
  hoursAgoStart: ({ now }, hours) => `${shifted(now, -Number(hours) * 3_600_000).slice(0, 13)}:00:00`,
  hoursAgoEnd: ({ now }, hours) => `${shifted(now, -Number(hours) * 3_600_000).slice(0, 13)}:59:59`,
  minutesAgo: ({ now }, minutes) => shifted(now, -Number(minutes) * 60_000),
  minutesAgoStart: ({ now }, minutes) => `${shifted(now, -Number(minutes) * 60_000).slice(0, 16)}:00`,
  minutesAgoEnd: ({ now }, minutes) => `${shifted(now, -Number(minutes) * 60_000).slice(0, 16)}:59`,
  beginningOfToday: ({ now }) => dateTimeText(startOfDay(now, 0)),
  endOfToday: ({ now }) => dateTimeText(endOfDay(now, 0)),
  beginningOfYesterday: ({ now }) => dateTimeText(startOfDay(now, -1)),
  endOfYesterday: ({ now }) => dateTimeText(endOfDay(now, -1)),
  beginningOfTomorrow: ({ now }) => dateTimeText(startOfDay(now, 1)),
  endOfTomorrow: ({ now }) => dateTimeText(endOfDay(now, 1)),
  beginningOfThisWeek: ({ now }) => dateTimeText(startOfDay(now, -weekday(now))),
  endOfThisWeek: ({ now }) => dateTimeText(endOfDay(now, 6 - weekday(now))),
  beginningOfLastWeek: ({ now }) => dateTimeText(startOfDay(now, -weekday(now) - 7)),
  endOfLastWeek: ({ now }) => dateTimeText(endOfDay(now, -weekday(now) - 1)),
  beginningOfThisMonth: ({ now }) => dateTimeText(monthStart(now, 0)),
  endOfThisMonth: ({ now }) => shifted(monthStart(now, 1), -1000),
  beginningOfLastMonth: ({ now }) => dateTimeText(monthStart(now, -1)),
  endOfLastMonth: ({ now }) => shifted(monthStart(now, 0), -1000),
  beginningOfNextMonth: ({ now }) => dateTimeText(monthStart(now, 1)),
  beginningOfThisYear: ({ now }) => `${now.getUTCFullYear()}-01-01 00:00:00`,
  endOfThisYear: ({ now }) => `${now.getUTCFullYear()}-12-31 23:59:59`,
  ...lastDays,
  dateGenerate: (_, args) => generated(args),
}

function shifted(from: Date, milliseconds: number): string {
  return dateTimeText(new Date(from.getTime() + milliseconds))
}

function startOfDay(at: Date, days: number): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs + days * dayMs)
}

function endOfDay(at: Date, days: number): Date {
  return new Date(startOfDay(at, days).getTime() + dayMs - 1000)
}

/** Days since Monday. */
function weekday(at: Date): number {
  return (at.getUTCDay() + 6) % 7
}

function monthStart(at: Date, months: number): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
}

/**
 * gs.dateGenerate('2026-03-01','00:00:00'); 'start' and 'end' stand for the day's first and last second. Clients also
 * write both in one argument, as instances take it.
 */
function generated(args: string): string {
  const [date = '', time = ''] = args.split(',').map((part) => part.trim().replace(/^['"]|['"]$/g, ''))
  const clockTime = time === 'start' ? '00:00:00' : time === 'end' ? '23:59:59' : time
  const text = `${date} ${clockTime}`.trim()
  if (Number.isNaN(dateTimeMs(text))) throw new UnknownScriptValue(`gs.dateGenerate(${args})`)
  return text
}
