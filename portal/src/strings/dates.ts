/** Dates in words. Wire times are UTC; people read them in their own zone and language. */

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type DateWords = {
  /** "today, 14:05", "yesterday, 09:12", "12 May, 14:05", "12 May 2025". Stands after "since" and "until" as well as alone. */
  moment(at: Date, now: Date): string
  /** "in 5 days", "tomorrow", "in 3 hours", "2 days ago". */
  distance(at: Date, now: Date): string
  /** "12 May" or, in another year, "12 May 2027". */
  day(at: Date, now: Date): string
  /** "Tuesday, 12 May 2026 at 14:05:33 CEST". */
  absolute(at: Date): string
  /** "14:05". */
  time(at: Date): string
}

const cache = new Map<string, DateWords>()

export function dateWords(locale: string, timeZone?: string): DateWords {
  const key = `${locale} ${timeZone ?? ''}`
  const known = cache.get(key)
  if (known) return known
  const made = make(locale, timeZone)
  cache.set(key, made)
  return made
}

function make(locale: string, timeZone?: string): DateWords {
  const zone = timeZone === undefined ? {} : { timeZone }
  // Where English is plain "en", days come before months and clocks have 24 hours, as in most of the world.
  const tag = locale === 'en' ? 'en-GB' : locale
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const clock = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', ...zone })
  const dayThisYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', ...zone })
  const dayOtherYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', ...zone })
  const full = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'long', ...zone })
  const calendar = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', ...zone })

  const dayNumber = (at: Date) => Math.round(Date.parse(`${calendar.format(at)}T00:00:00Z`) / day)
  const yearOf = (at: Date) => calendar.format(at).slice(0, 4)

  function dayOf(at: Date, now: Date): string {
    return (yearOf(at) === yearOf(now) ? dayThisYear : dayOtherYear).format(at)
  }

  function moment(at: Date, now: Date): string {
    const days = dayNumber(at) - dayNumber(now)
    if (Math.abs(days) <= 1) return `${relative.format(days, 'day')}, ${clock.format(at)}`
    if (yearOf(at) === yearOf(now)) return `${dayThisYear.format(at)}, ${clock.format(at)}`
    return dayOtherYear.format(at)
  }

  function distance(at: Date, now: Date): string {
    const left = at.getTime() - now.getTime()
    const size = Math.abs(left)
    if (size < minute) return relative.format(Math.round(left / 1000), 'second')
    if (size < hour) return relative.format(Math.round(left / minute), 'minute')
    const days = dayNumber(at) - dayNumber(now)
    if (size < day && Math.abs(days) <= 1) return relative.format(Math.round(left / hour), 'hour')
    if (Math.abs(days) < 60) return relative.format(days, 'day')
    return relative.format(Math.round(days / 30.44), 'month')
  }

  return { moment, distance, day: dayOf, absolute: (at) => full.format(at), time: (at) => clock.format(at) }
}
