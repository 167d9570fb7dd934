import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { en } from './en.ts'
import { enAdministration } from './en-administration.ts'

const source = join(import.meta.dirname, '..')
const administration =
  /^(api\/administration|features\/(apps|directories|jobs|people|policies|requests|roles|settings|tasks|trail))\//

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

test('screens that everybody uses need no word of administration', () => {
  const wrong = files
    .filter((path) => !administration.test(path))
    .flatMap((path) =>
      wordsOf(path)
        .keys.filter((key) => key in enAdministration)
        .map((key) => `${path}: ${key}`),
    )
  expect(files.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})

test('every word is used somewhere', () => {
  const all = files.map(wordsOf)
  const keys = new Set(all.flatMap((words) => words.keys))
  const beginnings = [...new Set(all.flatMap((words) => words.beginnings))]
  const unused = Object.keys({ ...en, ...enAdministration }).filter(
    (key) => !keys.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  )
  expect(unused).toEqual([])
})
