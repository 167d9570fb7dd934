import { readFileSync } from 'node:fs'
import type { ColumnDefinition, TableDefinition } from './table-definition.ts'

/**
 * Tables of the base system that the SDK has no schema for, and columns it leaves out; from the documentation.
 * They are written in more-tables.txt: a line `name "Label" extends=… prefix=… display=…`, then indented columns
 * `name type` or `name reference:table`, with `=default`, `*` for a mandatory one, `?a:Label|b:Label` for choices.
 */
export const moreTables: readonly TableDefinition[] = ['./more-tables.txt', '../runtime/platform-tables.txt'].flatMap(
  (file) => parseTables(readFileSync(new URL(file, import.meta.url), 'utf8')),
)

export function parseTables(text: string): TableDefinition[] {
  const tables: (TableDefinition & { columns: ColumnDefinition[] })[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    if (line.startsWith(' ')) tables.at(-1)?.columns.push(...parseColumns(line.trim()))
    else tables.push(parseHead(line))
  }
  return tables
}

function parseHead(line: string): TableDefinition & { columns: ColumnDefinition[] } {
  const match = /^(\w+)(?: "([^"]*)")?(.*)$/.exec(line)
  if (!match?.[1]) throw new Error(`more-tables.txt: not a table: ${line}`)
  const options = Object.fromEntries(
    (match[3] ?? '')
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((part) => part.split('=') as [string, string]),
  )
  return { name: match[1], ...(match[2] ? { label: match[2] } : {}), ...options, columns: [] }
}

/** A line holds one column, or several of one type: `a, b, c string`. */
function parseColumns(line: string): ColumnDefinition[] {
  const match = /^([\w, ]+?) ([a-zA-Z_0-9]+)(?::(\w+))?(\*)?(?: "([^"]*)")?(?: =("[^"]*"|\S+))?(?: \?(.+))?$/.exec(line)
  if (!match?.[1] || !match[2]) throw new Error(`more-tables.txt: not a column: ${line}`)
  const [, names, type, reference, star, label, initial, choices] = match
  return names.split(/,\s*/).map((name) => ({
    name,
    type: type ?? 'string',
    ...(reference ? { reference } : {}),
    ...(star ? { mandatory: true } : {}),
    ...(label ? { label } : {}),
    ...(initial ? { default: initial.replaceAll('"', '') } : {}),
    ...(choices ? { dropdown: 1, choices: choices.split('|').map(pair) } : {}),
  }))
}

function pair(text: string): readonly [string, string] {
  const colon = text.indexOf(':')
  return [text.slice(0, colon), text.slice(colon + 1)]
}
