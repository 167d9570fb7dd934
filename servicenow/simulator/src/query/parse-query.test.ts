import { expect, test } from 'vitest'
import { parseQuery } from './parse-query.ts'

const condition = (field: string, operator: string, value: string) => ({ field, operator, value })

test('conditions joined by ^ must all hold', () => {
  expect(parseQuery('active=true^priority<=2').groups).toEqual([
    [[condition('active', '=', 'true')], [condition('priority', '<=', '2')]],
  ])
})

test('^OR binds to the condition before it only', () => {
  expect(parseQuery('active=true^priority=1^ORpriority=2').groups).toEqual([
    [[condition('active', '=', 'true')], [condition('priority', '=', '1'), condition('priority', '=', '2')]],
  ])
})

test('^NQ starts a query of its own', () => {
  expect(parseQuery('active=true^priority=1^NQactive=false^category=hardware').groups).toHaveLength(2)
})

test('a trailing ^EQ changes nothing', () => {
  expect(parseQuery('active=true^EQ')).toEqual(parseQuery('active=true'))
})

test('orders and groups are no conditions', () => {
  const query = parseQuery('active=true^ORDERBYnumber^ORDERBYDESCcategory^GROUPBYstate')
  expect(query.orderBy).toEqual([
    { field: 'number', isDescending: false },
    { field: 'category', isDescending: true },
  ])
  expect(query.groupBy).toEqual(['state'])
  expect(query.groups).toHaveLength(1)
})

test.each([
  ['stateIN1,2,3', 'state', 'IN', '1,2,3'],
  ['stateNOT IN6,7', 'state', 'NOT IN', '6,7'],
  ['numberSTARTSWITHINC', 'number', 'STARTSWITH', 'INC'],
  ['assigned_toISEMPTY', 'assigned_to', 'ISEMPTY', ''],
  ['priorityBETWEEN1@3', 'priority', 'BETWEEN', '1@3'],
  ['caller_id.vip=true', 'caller_id.vip', '=', 'true'],
  ['assignment_group=', 'assignment_group', '=', ''],
  ['short_descriptionLIKE outage', 'short_description', 'LIKE', ' outage'],
  ['sys_updated_bySAMEASsys_created_by', 'sys_updated_by', 'SAMEAS', 'sys_created_by'],
  [
    'sys_created_onONToday@javascript:gs.beginningOfToday()@x',
    'sys_created_on',
    'ON',
    'Today@javascript:gs.beginningOfToday()@x',
  ],
  ['nameNOT LIKEtest', 'name', 'NOT LIKE', 'test'],
  ['name!=A=B', 'name', '!=', 'A=B'],
])('%s is read as field, operator and value', (text, field, operator, value) => {
  expect(parseQuery(text).groups).toEqual([[[condition(field, operator, value)]]])
})

test('what is no condition is set aside', () => {
  expect(parseQuery('active=true^nonsense^priority = 2').invalid).toEqual(['nonsense', 'priority = 2'])
})
