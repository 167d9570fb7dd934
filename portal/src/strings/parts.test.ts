import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { enAccount } from './en-account.ts'
import { enAdministration } from './en-administration.ts'
import { enDesk } from './en-desk.ts'
import { enProblems } from './en-problems.ts'

const source = join(import.meta.dirname, '..')

/** Which parts the screens of a folder may speak beyond the words of people; routes.tsx loads them with the screen. */
const parts = [
  {
    words: enAdministration,
    spokenIn:
      /^(api\/administration|features\/(apps|desk|directories|jobs|people|policies|requests|roles|servicenow|settings|sign-on|tasks|trail))\//,
  },
  { words: enAccount, spokenIn: /^(api\/enrolment|features\/(password|prove|security|sign-in\/enrol))/ },
  { words: enDesk, spokenIn: /^features\/desk\// },
]

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => relative('.', path).replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|\.gen\.|^strings\/(en|de)/.test(path))

/** Keys as they stand in the code, and beginnings of keys that are put together there. */
function wordsOf(path: string): { keys: string[]; beginnings: string[] } {
  const text = readFileSync(join(source, path), 'utf8')
  const keys = [...text.matchAll(/['"]([a-z][A-Za-z]*\.[A-Za-z0-9_.-]+)['"]/g)].map((match) => match[1] ?? '')
  const beginnings = [...text.matchAll(/`([a-zA-Z_]+\.(?:[a-zA-Z_]+\.)*)\$\{/g)].map((match) => match[1] ?? '')
  return { keys, beginnings }
}

test('a screen needs no word of a part that is not loaded with it', () => {
  const wrong = parts.flatMap(({ words, spokenIn }) =>
    files
      .filter((path) => !spokenIn.test(path))
      .flatMap((path) =>
        wordsOf(path)
          .keys.filter((key) => key in words)
          .map((key) => `${path}: ${key}`),
      ),
  )
  expect(files.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})

test('every word is used somewhere', () => {
  const all = files.map(wordsOf)
  const keys = new Set(all.flatMap((words) => words.keys))
  const beginnings = [...new Set(all.flatMap((words) => words.beginnings))]
  const unused = Object.keys({ ...en, ...enAccount, ...enAdministration, ...enDesk, ...enProblems }).filter(
    (key) => !keys.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  )
  expect(unused).toEqual([])
})
