import { describe, expect, test } from 'vitest'
import type { MessageKey } from '../strings/catalogue.ts'
import { dateWords } from '../strings/dates.ts'
import { en } from '../strings/en.ts'
import { enProblems } from '../strings/en-problems.ts'
import { formatText, type TextValues } from '../strings/format.ts'
import { codeOf, fieldProps, offline, ProblemError, problemOf, statusOf } from './problem-error.ts'
import { fieldWords, problemWords } from './problem-words.ts'

const catalogue = { ...en, ...enProblems }
const words = {
  t: (key: MessageKey, values?: TextValues) => formatText(catalogue, 'en', key, values),
  has: (key: string) => Object.hasOwn(catalogue, key),
  dates: dateWords('en', 'Europe/Berlin'),
}
const problem = {
  type: 'about:blank',
  title: 'Conflict',
  status: 409,
  detail: 'Ask again.',
  code: 'moved_on',
  requestId: 'r-1',
}

describe('a problem in words', () => {
  test('says what the service said, with the reference to quote', () => {
    const said = problemWords(words, new ProblemError(problem))
    expect(said).toMatchObject({ title: 'That does not fit what is there', detail: 'Ask again.', reference: 'r-1' })
  })

  test('with a code we know is said in the language of the page', () => {
    const said = problemWords(words, new ProblemError({ ...problem, status: 401, code: 'code_wrong', detail: 'x' }))
    expect(said.detail).toContain('This code is not right')
  })

  test('with several reasons under one code says which it is', () => {
    const said = problemWords(
      words,
      new ProblemError({ ...problem, code: 'extension_not_possible', because: 'no_end' } as never),
    )
    expect(said.detail).toBe('This access has no end.')
  })

  test('of a field names what the directory named, and does without where it named nothing', () => {
    const fault = { field: 'password', message: 'x', code: 'too_short', values: { minLength: 12 } }
    expect(fieldWords(words, fault)).toBe('The password needs at least 12 characters.')
    expect(fieldWords(words, { ...fault, values: {} })).toBe('The password is too short.')
    const soon = { ...fault, code: 'too_soon', values: { notBefore: '2031-05-12T09:05:00Z' } }
    expect(fieldWords(words, soon)).toContain('again from 12 May 2031')
    expect(fieldWords(words, { ...fault, code: 'brand_new' })).toBe('x')
  })

  test('of too many tries says how long to wait', () => {
    const said = problemWords(words, new ProblemError({ ...problem, status: 429, retryAfterSeconds: 41.2 }))
    expect(said.detail).toBe('Try again in 42 seconds.')
  })

  test('without a network has no reference and says that nothing changed', () => {
    expect(problemWords(words, offline())).toMatchObject({ reference: null, title: 'The service cannot be reached' })
  })

  test('that is no problem at all still says what to do', () => {
    expect(problemWords(words, new Error('boom')).detail).toContain('Try again')
  })
})

describe('a failed answer', () => {
  test('that is no problem document keeps its status and reference', () => {
    const headers = new Headers({ 'x-request-id': 'r-9' })
    const error = problemOf('<html>', { status: 502, headers })
    expect([statusOf(error), codeOf(error), error.problem.requestId]).toEqual([502, 'unreadable_answer', 'r-9'])
  })

  test('names the input it is about, however the field is written', () => {
    const error = new ProblemError({ ...problem, fields: [{ field: '/body/displayName', message: 'is too long' }] })
    expect(fieldProps(error, 'displayName')).toEqual({ 'data-field': 'displayName', error: 'is too long' })
    expect(fieldProps(error, 'login').error).toBeUndefined()
    expect(fieldProps(new Error('x'), 'login').error).toBeUndefined()
  })
})
