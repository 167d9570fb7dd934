import type { PasswordRule } from '@hallpass/contract/credentials'
import { describe, expect, test } from 'vitest'
import { classesIn, maySend, verdictOf } from './rules.ts'

const rule = (code: PasswordRule['code'], value: number | null = null): PasswordRule => ({ code, value, sentence: '' })

describe('rules tick off while typing', () => {
  test('length counts characters as people see them, not bytes', () => {
    expect(verdictOf(rule('length_min', 4), 'ab🦊é', [])).toBe('met')
    expect(verdictOf(rule('length_min', 5), 'ab🦊é', [])).toBe('unmet')
    expect(verdictOf(rule('length_max', 3), 'ab🦊é', [])).toBe('unmet')
  })

  test('kinds of characters are counted in every script', () => {
    expect(classesIn('aB3!')).toBe(4)
    expect(classesIn('äÖ')).toBe(2)
    expect(verdictOf(rule('classes_min', 3), 'abcDEF', [])).toBe('unmet')
  })

  test('own words are found whatever their case and accents', () => {
    expect(verdictOf(rule('no_personal_words'), 'my-SIOBHAN-pass', ['Siobhán'])).toBe('unmet')
    expect(verdictOf(rule('no_personal_words'), 'correct horse', ['Siobhán', 'of'])).toBe('met')
  })

  test('what only the directory knows is left to it', () => {
    expect(verdictOf(rule('history', 5), 'anything', [])).toBe('later')
    expect(maySend([rule('history', 5), rule('length_min', 3)], 'abc', [])).toBe(true)
    expect(maySend([rule('length_min', 4)], 'abc', [])).toBe(false)
    expect(maySend([], '', [])).toBe(false)
  })
})
