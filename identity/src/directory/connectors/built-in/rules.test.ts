import { describe, expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { faultsOf, personWords } from './rules.ts'

const rules = { minLength: 15, companyWords: ['Acme', 'Hallpass'] }
const words = personWords({ login: 'carla', displayName: 'Carla Núñez', mail: 'carla.nunez@contractor.example' })
const list = await commonPasswords()
const reasons = (password: string) =>
  faultsOf(password, rules, words, (text) => list.has(text)).map((fault) => fault.reason)

describe('is taken', () => {
  test.each([
    'correct horse battery staple',
    'welcome to acme portal 1',
    'ein Fuchs 🦊 im Wald',
    'کتابخانه شهر کوچک ما',
    'Carla walks to the sea on Sundays',
    'x7!kQ2#mP9$wL4&z',
    `A sentence of two hundred and fifty-six characters ${'may be quite long, '.repeat(10)}but it ends`.slice(0, 256),
  ])('%s', (password) => {
    expect(reasons(password)).toEqual([])
  })
})

describe('is refused', () => {
  test.each([
    ['short enough', 'too_short'],
    ['fourteen chars', 'too_short'],
    ['🦊🦊🦊🦊🦊🦊🦊', 'too_short'],
    ['x'.repeat(257), 'too_long'],
    ['aaaaaaaaaaaaaaaaaaa', 'too_simple'],
    ['abcabcabcabcabcabc', 'too_simple'],
    ['123456789012345678', 'too_simple'],
    ['abcdefghijklmnopqrstuvwxyz', 'too_simple'],
    ['passwordpassword', 'too_common'],
    ['password1234567890', 'too_common'],
    ['!!!!!!!!!!!!letmein', 'too_common'],
    ['qwertyuiopqwertyuiop', 'too_common'],
    ['CarlaNunez2026!', 'contains_name'],
    ['carla-CARLA-núñez-1', 'contains_name'],
    ['AcmeAcmeAcme2026!', 'contains_company_word'],
    ['hallpass acme 123', 'contains_company_word'],
  ])('%s: %s', (password, reason) => {
    expect(reasons(password)).toContain(reason)
  })
})
