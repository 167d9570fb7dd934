import type { Access } from '../auth/access.ts'
import type { Records, Row, Who } from '../store/records.ts'

export type RenderOptions = {
  table: string
  who: Who
  displayValue: 'false' | 'true' | 'all'
  excludeReferenceLink: boolean
  /** Null for all fields. Unknown ones are left out. */
  fields: readonly string[] | null
  baseUrl: string
}

export type Rendered = Record<string, unknown>

/** A record as the Table API answers it; fields the caller may not read are left out without a word. */
export function renderRecord(records: Records, access: Access, row: Row, options: RenderOptions): Rendered {
  const { dictionary } = records
  const names = options.fields ?? [...dictionary.columns(options.table).keys()]
  const answer: Rendered = {}
  for (const path of names) {
    const place = walk(records, access, options, row, path)
    if (place === 'missing') continue
    answer[path] = place === 'empty' ? empty(options) : renderField(records, place, options)
  }
  return answer
}

type Place = { table: string; row: Row; name: string }

/** Follows references; `missing` where there is no such field or the caller may not read it. */
function walk(
  records: Records,
  access: Access,
  options: RenderOptions,
  row: Row,
  path: string,
): Place | 'missing' | 'empty' {
  const segments = path.split('.')
  let table = options.table
  let current = row
  for (const [index, name] of segments.entries()) {
    const column = records.dictionary.column(table, name)
    if (!column) return 'missing'
    if (!access.mayReadField(table, name, current, options.who)) return 'missing'
    if (index === segments.length - 1) return { table, row: current, name }
    if (column.reference === '' || !records.dictionary.has(column.reference)) return 'missing'
    const next = current[name] ? records.get(column.reference, current[name]) : null
    if (!next) return records.dictionary.column(column.reference, segments[index + 1] ?? '') ? 'empty' : 'missing'
    table = column.reference
    current = next
  }
  return 'missing'
}

function empty(options: RenderOptions): unknown {
  return options.displayValue === 'all' ? { display_value: '', value: '' } : ''
}

function renderField(records: Records, { table, row, name }: Place, options: RenderOptions): unknown {
  const column = records.dictionary.column(table, name)
  const isSecret = column?.type === 'password' || column?.type === 'password2'
  const isJournal = column?.type.startsWith('journal') ?? false
  const value = isSecret || isJournal ? '' : (row[name] ?? '')
  const shown = () => records.display(table, row, name, options.who)
  const isReference = column?.type === 'reference' && value !== ''
  const link = isReference ? `${options.baseUrl}/api/now/table/${column?.reference}/${value}` : null
  const withLink = link !== null && !options.excludeReferenceLink
  switch (options.displayValue) {
    case 'false':
      return withLink ? { link, value } : value
    case 'true':
      return withLink ? { display_value: shown(), link } : shown()
    case 'all':
      return { display_value: shown(), value, ...(withLink ? { link } : {}) }
    default:
      return options.displayValue satisfies never
  }
}
