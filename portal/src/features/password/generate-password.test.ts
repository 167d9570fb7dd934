import type { PasswordRule } from '@hallpass/contract/credentials'
import { expect, test } from 'vitest'
import { generatePassword } from './generate-password.ts'
import { classesIn, maySend } from './rules.ts'

const rule = (code: PasswordRule['code'], value: number | null = null): PasswordRule => ({ code, value, sentence: '' })

test('a generated password keeps the rules it was made for', () => {
  const rules = [rule('length_min', 24), rule('classes_min', 4), rule('no_personal_words')]
  for (let round = 0; round < 200; round += 1) {
    const made = generatePassword(rules)
    expect(maySend(rules, made, ['molly']), made).toBe(true)
    expect(classesIn(made)).toBe(4)
  }
})

test('a generated password is never longer than the directory takes, and never the same twice', () => {
  expect(generatePassword([rule('length_max', 14)])).toHaveLength(14)
  expect(new Set(Array.from({ length: 100 }, () => generatePassword([]))).size).toBe(100)
})

test('no character of it is taken for another', () => {
  const made = Array.from({ length: 200 }, () => generatePassword([])).join('')
  expect(made).not.toMatch(/[Il1O0]/)
})
