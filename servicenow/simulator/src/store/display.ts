import { dateTimeMs } from './clock.ts'
import type { Records, Row, Who } from './records.ts'

/** How deep names of names are followed: an approval is named by its approver, who is named by himself. */
const depthMax = 4

export function displayValue(records: Records, table: string, row: Row, name: string, who?: Who, depth = 0): string {
  const column = records.dictionary.column(table, name)
  const value = row[name] ?? ''
  if (!column) return ''
  switch (column.type) {
    case 'reference':
      return nameOf(records, column.reference, value, depth)
    case 'glide_list':
      if (column.reference === '') return value
      return value
        .split(',')
        .filter(Boolean)
        .map((id) => nameOf(records, column.reference, id, depth))
        .join(', ')
    case 'journal':
    case 'journal_input':
      return journalText(records, table, row, [name], who)
    case 'journal_list':
      return journalText(records, table, row, ['comments', 'work_notes'], who)
    case 'glide_date_time':
    case 'due_date':
      return localTime(records, value, who)
    case 'password':
    case 'password2':
      return value === '' ? '' : '********'
    case 'sys_class_name':
      return records.dictionary.label(value || table)
    default:
      if (value === '') return ''
      return records.dictionary.choices(table, name).find((choice) => choice.value === value)?.label ?? value
  }
}

export function displayOf(records: Records, table: string, row: Row, depth = 0): string {
  const column = records.dictionary.displayColumn(row.sys_class_name || table)
  if (column === 'sys_id') return row.sys_id ?? ''
  return displayValue(records, row.sys_class_name || table, row, column, undefined, depth + 1)
}

function nameOf(records: Records, table: string, id: string, depth: number): string {
  if (id === '' || depth > depthMax || !records.dictionary.has(table)) return id
  const row = records.get(table, id)
  return row ? displayOf(records, table, row, depth) : ''
}

/** Newest first, each entry headed by instant, name and kind. */
function journalText(records: Records, table: string, row: Row, elements: string[], who?: Who): string {
  const query = `element_id=${row.sys_id}^elementIN${elements.join(',')}^ORDERBYDESCsys_created_on`
  const entries = records.find('sys_journal_field', query)
  return entries
    .map((entry) => {
      const author = records.find('sys_user', `user_name=${entry.sys_created_by}`, { limit: 1 })[0]
      const label = records.dictionary.column(table, entry.element ?? '')?.label ?? entry.element
      const at = localTime(records, entry.sys_created_on ?? '', who)
      return `${at} - ${author?.name ?? entry.sys_created_by} (${label})\n${entry.value ?? ''}\n\n`
    })
    .join('')
}

/** The instant on the reader's clock: sys_user.time_zone, else the instance's, else UTC. */
export function localTime(records: Records, value: string, who?: Who): string {
  const at = dateTimeMs(value)
  if (Number.isNaN(at)) return value
  const own = who?.userId ? records.get('sys_user', who.userId)?.time_zone : ''
  const zone = own || records.property('glide.sys.default.tz') || 'UTC'
  if (zone === 'UTC') return value
  try {
    return new Date(at).toLocaleString('sv-SE', { timeZone: zone })
  } catch {
    return value
  }
}
