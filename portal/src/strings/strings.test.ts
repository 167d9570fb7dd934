import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { preferredLocale } from './catalogue.ts'
import { dateWords } from './dates.ts'
import { de } from './de.ts'
import { deAccount } from './de-account.ts'
import { deAdministration } from './de-administration.ts'
import { deDesk } from './de-desk.ts'
import { deProblems } from './de-problems.ts'
import { en } from './en.ts'
import { enAccount } from './en-account.ts'
import { enAdministration } from './en-administration.ts'
import { enDesk } from './en-desk.ts'
import { enProblems } from './en-problems.ts'
import { formatText } from './format.ts'

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }>; children?: Part[] }

/** Names of all placeholders and tags of a message, at any depth. */
function placeholders(message: string): string[] {
  const names = new Set<string>()
  const walk = (parts: Part[]) => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) names.add(String(part.value))
      for (const option of Object.values(part.options ?? {})) walk(option.value)
      walk(part.children ?? [])
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst() as unknown as Part[])
  return [...names].sort()
}

describe('the catalogues', () => {
  const parts = [
    [en, de],
    [enAccount, deAccount],
    [enAdministration, deAdministration],
    [enDesk, deDesk],
    [enProblems, deProblems],
  ] as const
  const english: Record<string, string> = Object.assign({}, ...parts.map(([words]) => words))
  const german: Record<string, string> = Object.assign({}, ...parts.map(([, words]) => words))

  test('have the same keys in every language, part by part', () => {
    for (const [words, inGerman] of parts) expect(Object.keys(inGerman).sort()).toEqual(Object.keys(words).sort())
  })

  test('have each key in one part only', () => {
    const all = parts.flatMap(([words]) => Object.keys(words))
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual([])
  })

  test('have the same placeholders in every language', () => {
    for (const [key, message] of Object.entries(english)) {
      expect(placeholders(german[key] ?? ''), key).toEqual(placeholders(message))
    }
  })

  test('hold no empty message', () => {
    for (const catalogue of [english, german]) {
      for (const [key, message] of Object.entries(catalogue)) expect(message, key).not.toBe('')
    }
  })
})

describe('messages', () => {
  test('count in the language of the page', () => {
    expect(formatText(en, 'en', 'ask.days', { days: 1 })).toBe('1 day')
    expect(formatText(en, 'en', 'ask.days', { days: 30 })).toBe('30 days')
    expect(formatText(de, 'de', 'ask.days', { days: 30 })).toBe('30 Tage')
  })

  test('keep names as they are, whatever they hold', () => {
    const reason = `O'Neill <b>{x}</b> 🦊 عمر`
    expect(formatText(en, 'en', 'stage.comment', { comment: reason })).toBe(`“${reason}”`)
  })
})

describe('dates', () => {
  const words = dateWords('en', 'Europe/Berlin')
  const now = new Date('2026-05-12T12:00:00Z')

  test('of today and yesterday are named so', () => {
    expect(words.moment(new Date('2026-05-12T09:05:00Z'), now)).toBe('today, 11:05')
    expect(words.moment(new Date('2026-05-11T09:05:00Z'), now)).toBe('yesterday, 11:05')
  })

  test('of other days carry the year only when it is another', () => {
    expect(words.day(new Date('2026-12-24T12:00:00Z'), now)).toBe('24 Dec')
    expect(words.day(new Date('2027-01-02T12:00:00Z'), now)).toBe('2 Jan 2027')
  })

  test('ahead are counted in days of the calendar, not in spans of 24 hours', () => {
    expect(words.distance(new Date('2026-05-17T02:00:00Z'), now)).toBe('in 5 days')
    expect(words.distance(new Date('2026-05-13T20:00:00Z'), now)).toBe('tomorrow')
    expect(words.distance(new Date('2026-05-12T15:00:00Z'), now)).toBe('in 3 hours')
  })

  test('speak German to Germans', () => {
    const german = dateWords('de', 'Europe/Berlin')
    expect(german.moment(new Date('2026-05-12T09:05:00Z'), now)).toBe('heute, 11:05')
    expect(german.distance(new Date('2026-05-17T12:00:00Z'), now)).toBe('in 5 Tagen')
  })
})

describe('the language to start with', () => {
  test('is the one chosen here, else the first the browser names that we speak', () => {
    expect(preferredLocale('de', ['en-US'])).toBe('de')
    expect(preferredLocale(null, ['fr-FR', 'de-AT', 'en'])).toBe('de')
    expect(preferredLocale('xx', ['fr'])).toBe('en')
  })
})
