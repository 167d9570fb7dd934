import { dirname, posix } from 'node:path'
import { isGenerated, type SourceFile } from '../source-files.ts'
import { type Fault, type Lint, lineAt } from './fault.ts'

const lineMax = 400
/** Tables, not code: who works where. */
const tables = /^catalog\/.*\.json/

/** A file past 400 lines holds a second idea. */
export const fileLength: Lint = (files) =>
  files
    .filter((file) => isCode(file) && !tables.test(file.path))
    .map((file) => ({ file, lines: file.text().split('\n').length - 1 }))
    .filter(({ lines }) => lines > lineMax)
    .map(({ file, lines }) => ({
      path: file.path,
      message: `${lines} lines; ${lineMax} is the most. Find the second idea.`,
    }))

/** Names say what a file holds: kebab-case, no barrels, no drawer for odds and ends. */
export const names: Lint = (files) =>
  files.filter(isCode).flatMap(({ path }): Fault[] => {
    const name = posix.basename(path).replace(/^\./, '').replace(/\..*$/, '')
    if (/(^|\/)(utils?|helpers?|misc)(\/|\.)/.test(path))
      return [{ path, message: 'Name it for what it does; this is a drawer.' }]
    if (name === 'index') return [{ path, message: 'No barrels: name the file for its one export.' }]
    if (!/^(\d{4}_)?[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return [{ path, message: 'File names are kebab-case.' }]
    return []
  })

/** What the rule looks for: the words stand here because they may stand nowhere else. */
const words: readonly { pattern: RegExp; message: string }[] = [
  { pattern: /\b(TODO|FIXME|XXX)\b/g, message: 'Do it, or write an issue.' }, // looked for, nothing left undone
  { pattern: /\b(?:describe|test|it)\.(?:skip|only|todo)\b/g, message: 'Every test runs, or is deleted.' },
  { pattern: /@ts-ignore/g, message: 'Use @ts-expect-error with the reason: it is told when no longer needed.' },
  { pattern: /@ts-expect-error\s*(?:\*\/|$)/gm, message: 'A suppression carries its reason on the line.' },
  { pattern: /^export \* from/gm, message: 'No barrels: import from the file that has it.' },
]

/** What may not stand in code of ours. */
export const wording: Lint = (files) =>
  files
    .filter((file) => isCode(file) && !file.path.startsWith('scripts/lints/'))
    .flatMap((file) => {
      const text = file.text()
      return words.flatMap(({ pattern, message }) =>
        [...text.matchAll(pattern)].map((match) => ({
          path: file.path,
          line: lineAt(text, match.index),
          message: `${match[0].trim()}: ${message}`,
        })),
      )
    })

/** Links between documents lead somewhere, and so does every path of ours that one names in backticks. */
export const documentLinks: Lint = (files) => {
  const present = new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)]))
  return files
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap((file) => {
      const text = file.text()
      const found = [
        ...[...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].map((match) => ({
          match,
          target: posix.join(dirname(file.path), match[1] ?? ''),
        })),
        ...[...text.matchAll(namedPath)].map((match) => ({ match, target: match[1] ?? '' })),
      ]
      return found
        .filter(({ target }) => !present.has(target.replace(/\/$/, '')))
        .map(({ match }) => ({
          path: file.path,
          line: lineAt(text, match.index),
          message: `${match[1]} is not there.`,
        }))
    })
}

/** A whole path to a file, from the root of the clone. */
const namedPath =
  /`((?:identity|portal|contract|catalog|counterparts|stories|bench|scripts|docs)\/[\w./-]+\.(?:tsx?|json|sql|md|mjs))`/g

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

function isCode(file: SourceFile): boolean {
  return /\.(ts|tsx|mjs|cjs|js|css|sql)$/.test(file.path) && !isGenerated(file.path)
}
