import { dateTimeMs, dateTimeText } from '../store/clock.ts'
import type { Records, Values, Who } from '../store/records.ts'

/** Values written as people see them: names of references, labels of choices, instants on the caller's clock. */
export function fromDisplay(records: Records, table: string, values: Values, who: Who): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, storedValue(records, table, name, value, who)]),
  )
}

function storedValue(records: Records, table: string, name: string, shown: string, who: Who): string {
  const column = records.dictionary.column(table, name)
  if (!column || shown === '') return shown
  if (column.type === 'reference' && records.dictionary.has(column.reference)) {
    if (records.get(column.reference, shown)) return shown
    const display = records.dictionary.displayColumn(column.reference)
    const query = {
      groups: [[[{ field: display, operator: '=' as const, value: shown }]]],
      orderBy: [],
      groupBy: [],
      invalid: [],
    }
    return records.find(column.reference, query, { limit: 1 })[0]?.sys_id ?? ''
  }
  if (column.type === 'glide_date_time') return toUtc(records, shown, who)
  const choices = records.dictionary.choices(table, name)
  return choices.find((choice) => choice.label.toLowerCase() === shown.toLowerCase())?.value ?? shown
}

function toUtc(records: Records, local: string, who: Who): string {
  const asUtc = dateTimeMs(local)
  const own = who.userId ? records.get('sys_user', who.userId)?.time_zone : ''
  const zone = own || records.property('glide.sys.default.tz') || 'UTC'
  if (Number.isNaN(asUtc) || zone === 'UTC') return local
  const shownThere = dateTimeMs(new Date(asUtc).toLocaleString('sv-SE', { timeZone: zone }))
  return dateTimeText(new Date(asUtc - (shownThere - asUtc)))
}
