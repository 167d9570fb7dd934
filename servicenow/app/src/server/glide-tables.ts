import { GlideRecord } from '@servicenow/glide'
import type { Order, Row, Tables, Values, Where } from './ports.ts'

/** Tables through GlideRecord. Values are bound by `addQuery`, so that no value can change a query. */
export const glideTables: Tables = {
  get: read,

  find(table, where, order = {}) {
    const found = query(table, where, order)
    const ids: string[] = []
    while (found.next()) ids.push(String(found.getUniqueValue()))
    return ids.map((id) => read(table, id)).filter((row) => row !== null)
  },

  insert(table, values, id) {
    const record = new GlideRecord(table)
    record.initialize()
    if (id !== undefined) record.setNewGuidValue(id)
    fill(record, values)
    return written(record.insert())
  },

  update(table, id, values) {
    const record = new GlideRecord(table)
    if (!record.get(id)) return false
    fill(record, values)
    return written(record.update()) !== null
  },

  remove(table, id) {
    const record = new GlideRecord(table)
    if (record.get(id)) record.deleteRecord()
  },

  journal(table, id, field) {
    const record = new GlideRecord(table)
    return record.get(id) ? text(record.getElement(field).getJournalEntry(-1)) : ''
  },

  setSecret(table, id, field, value) {
    const record = new GlideRecord(table)
    if (!record.get(id)) return false
    // As on a form: what is set as the display value of a password2 field is encrypted on its way in.
    record.getElement(field).setDisplayValue(value)
    return written(record.update()) !== null
  },

  secret(table, id, field) {
    const record = new GlideRecord(table)
    return record.get(id) ? String(record.getElement(field).getDecryptedValue()) : ''
  },
}

/** Every row stands on a record of its own: a GlideRecord that is walked changes under what was read from it. */
function read(table: string, id: string): Row | null {
  const record = new GlideRecord(table)
  if (id === '' || !record.get(id)) return null
  return { id, get: (field) => text(record.getElement(field)) }
}

function query(table: string, where: readonly Where[], order: Order): GlideRecord<string> {
  const record = new GlideRecord(table)
  for (const condition of where) {
    if (condition.length === 2) record.addQuery(condition[0], condition[1])
    else record.addQuery(condition[0], condition[1], condition[2])
  }
  if (order.orderBy?.startsWith('-')) record.orderByDesc(order.orderBy.slice(1))
  else if (order.orderBy !== undefined) record.orderBy(order.orderBy)
  if (order.limit !== undefined) record.setLimit(order.limit)
  record.query()
  return record
}

function fill(record: GlideRecord<string>, values: Values): void {
  for (const [field, value] of Object.entries(values)) record.setValue(field, value)
}

/** What `insert` and `update` answer when a rule, an access control or a unique index refused is null or ''. */
function written(answer: unknown): string | null {
  const id = text(answer)
  return id === '' ? null : id
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
