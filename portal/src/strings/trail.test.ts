import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { enAdministration } from './en-administration.ts'

const service = join(import.meta.dirname, '../../../identity/src')
const code = (path: string) => readFileSync(join(service, path), 'utf8')
const quoted = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '')

const files = readdirSync(service, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing/.test(path),
)

/** Names of what the trail records, as they stand beside `action:`, one or the other of two as well. */
const written = files.flatMap((path) =>
  quoted(code(path), /\baction: ([^,\n]*)/g).flatMap((text) => quoted(text, /'([a-z_]+\.[a-z_]+)'/g)),
)

/** Those that are put together: what becomes of cases, requests, factors and passwords. */
const ofCases = files
  .filter((path) => path.startsWith('desk/'))
  .flatMap((path) => quoted(code(path), /(?:\bmove\(|\bwhat: (?:\w+ \? '\w+' : )?)'([a-z_]+)'/g))
const ofFactors = quoted(code('credentials/mails.ts'), /type FactorChange = (.*)/g).flatMap((text) =>
  quoted(text, /'([a-z_]+)'/g),
)
const ofPasswords = quoted(code('credentials/settle-password-write.ts'), /: '(password\.[a-z_]+)'/g)

test('whatever the trail records is said in words', () => {
  const recorded = [
    ...written,
    ...ofPasswords,
    ...ofCases.map((what) => `case.${what}`),
    ...ofFactors.map((change) => `factor.${change}`),
    ...['denied', 'cancelled'].map((state) => `request.${state}`),
  ]
  expect(ofCases.length).toBeGreaterThan(12)
  expect(ofFactors.length).toBe(4)
  expect(ofPasswords.length).toBe(3)
  expect(written.length).toBeGreaterThan(120)
  const wordless = recorded.filter((action) => !(`action.${action}` in en) && !(`action.${action}` in enAdministration))
  expect([...new Set(wordless)].sort()).toEqual([])
})

test('whichever part of the service did it is named in words', () => {
  const names = files.flatMap((path) => quoted(code(path), /kind: 'system'(?: as const)?, name: '([^']+)'/g))
  expect(names.length).toBeGreaterThan(15)
  const parts = [...new Set(names.map((name) => name.split('.')[0]))]
  expect(parts.filter((part) => !(`trail.part.${part}` in enAdministration))).toEqual([])
})
