import { afterAll, expect, test } from 'vitest'
import { system } from './open-records.ts'
import { openTestRecords } from './testing-records.ts'

const { records, clock, close } = openTestRecords()
afterAll(close)

function inserted(table: string, values: Record<string, string>) {
  const outcome = records.insert(table, values, system)
  if ('aborted' in outcome) throw new Error(outcome.aborted)
  return outcome.row
}

test('a record gets a sys_id, a number, defaults and its birth', () => {
  const row = inserted('sc_req_item', { short_description: 'A laptop' })
  expect(row.sys_id).toMatch(/^[0-9a-f]{32}$/)
  expect(row.number).toMatch(/^RITM\d{7}$/)
  expect(row).toMatchObject({ state: '1', quantity: '1', active: 'true', sys_mod_count: '0', sys_created_by: 'system' })
  expect(row.sys_class_name).toBe('sc_req_item')
})

test('numbers follow each other, by table', () => {
  const [a, b] = [inserted('incident', {}), inserted('incident', {})]
  expect(Number(b.number?.slice(3))).toBe(Number(a.number?.slice(3)) + 1)
  expect(a.number).toMatch(/^INC/)
})

test('a record is found through the tables it extends, and not through others', () => {
  const row = inserted('incident', { short_description: 'through task' })
  expect(records.get('task', row.sys_id ?? '')?.sys_class_name).toBe('incident')
  expect(records.get('problem', row.sys_id ?? '')).toBeNull()
  expect(records.find('task', 'short_description=through task')).toHaveLength(1)
  expect(records.find('sc_request', 'short_description=through task')).toHaveLength(0)
})

test('an update writes what changed and counts it', () => {
  const row = inserted('incident', { short_description: 'one' })
  clock.advance(60_000)
  const outcome = records.update('incident', row.sys_id ?? '', { short_description: 'two', nonsense: 'x' }, system)
  expect(outcome).toMatchObject({ row: { short_description: 'two', sys_mod_count: '1' } })
  expect(outcome && 'row' in outcome && outcome.row.sys_updated_on !== row.sys_updated_on).toBe(true)
})

test('writing the same again changes nothing', () => {
  const row = inserted('incident', { short_description: 'same' })
  expect(records.update('incident', row.sys_id ?? '', { short_description: 'same' }, system)).toMatchObject({
    row: { sys_mod_count: '0' },
  })
})

test('an empty value clears a column', () => {
  const row = inserted('incident', { close_notes: 'x' })
  records.update('incident', row.sys_id ?? '', { close_notes: '' }, system)
  expect(records.get('incident', row.sys_id ?? '')?.close_notes ?? '').toBe('')
})

test('notes go to the journal, the column stays empty, and the display shows them newest first', () => {
  const row = inserted('incident', { work_notes: 'first' })
  clock.advance(1000)
  records.update('incident', row.sys_id ?? '', { work_notes: 'second' }, system)
  const now = records.get('incident', row.sys_id ?? '')
  expect(now?.work_notes ?? '').toBe('')
  expect(records.find('sys_journal_field', `element_id=${row.sys_id}`).map((entry) => entry.value)).toEqual([
    'first',
    'second',
  ])
  expect(records.display('incident', now ?? {}, 'work_notes')).toMatch(/\(Work notes\)\nsecond\n\n.*\nfirst\n\n$/)
})

test('a rule may change values, stop a write, and see what was', () => {
  const seen: string[] = []
  records.useRules({
    before: ({ table, current }) => {
      if (table !== 'problem') return undefined
      return current.short_description === 'no' ? { aborted: 'not today' } : { values: { description: 'ruled' } }
    },
    after: ({ table, op, current, previous }) => {
      if (table === 'problem') seen.push(`${op} ${previous?.short_description ?? '-'} ${current.short_description}`)
    },
  })
  expect(records.insert('problem', { short_description: 'no' }, system)).toEqual({ aborted: 'not today' })
  const row = inserted('problem', { short_description: 'yes' })
  expect(row.description).toBe('ruled')
  records.update('problem', row.sys_id ?? '', { short_description: 'other' }, system)
  expect(seen).toEqual(['insert - yes', 'update yes other'])
})

test('a table and a column added as records are there at once', () => {
  inserted('sys_db_object', { name: 'x_acme_thing', label: 'Thing' })
  inserted('sys_dictionary', { name: 'x_acme_thing', element: 'name', internal_type: 'string' })
  inserted('sys_dictionary', {
    name: 'x_acme_thing',
    element: 'owner',
    internal_type: 'reference',
    reference: 'sys_user',
  })
  const owner = inserted('sys_user', { user_name: 'thing.owner', name: 'Thing Owner' })
  const row = inserted('x_acme_thing', { name: 'a', owner: owner.sys_id ?? '' })
  expect(records.display('x_acme_thing', row, 'owner')).toBe('Thing Owner')
  expect(records.find('x_acme_thing', 'owner.user_name=thing.owner')).toHaveLength(1)
})

test('a unique index refuses the second of two alike, whoever writes and whatever the rules saw', () => {
  records.holdUnique('incident', ['correlation_id', 'correlation_display'])
  const twin = { correlation_id: 'A1', correlation_display: 'monitor' }
  const first = inserted('incident', twin)
  const refused = { aborted: expect.stringContaining('Unique Key violation') }
  expect(records.insert('incident', { ...twin, correlation_id: 'a1' }, system, { withoutRules: true })).toEqual(refused)
  const other = inserted('incident', { ...twin, correlation_id: 'B2' })
  expect(records.update('incident', other.sys_id ?? '', { correlation_id: 'A1' }, system)).toEqual(refused)
  expect(records.get('incident', other.sys_id ?? '')).toMatchObject({ correlation_id: 'B2' })
  // What is not filled in is like nothing, and the other class is another table.
  for (let n = 0; n < 2; n++) inserted('incident', { correlation_id: 'C3' })
  inserted('problem', twin)
  expect(records.update('incident', first.sys_id ?? '', { state: '2' }, system)).toMatchObject({ row: { state: '2' } })
})

test('a password is kept as a hash', () => {
  const row = inserted('sys_user', { user_name: 'hash', user_password: 'open sesame' })
  expect(row.user_password).toMatch(/^\{scrypt\}/)
})

test('an unknown table is refused by name', () => {
  expect(() => records.find('nonsense', '')).toThrow('Invalid table nonsense')
})
