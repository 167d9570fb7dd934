import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { system } from '../store/open-records.ts'
import { openTestRecords } from '../store/testing-records.ts'

const { records, clock, close } = openTestRecords()
afterAll(close)

const ids: Record<string, string> = {}

function insert(table: string, key: string, values: Record<string, string>) {
  const outcome = records.insert(table, values, system)
  if ('row' in outcome) ids[key] = outcome.row.sys_id ?? ''
}

beforeAll(() => {
  insert('cmn_department', 'network', { name: 'Network' })
  insert('sys_user', 'beth', { user_name: 'beth', name: 'Beth Anglin', vip: 'true', department: ids.network ?? '' })
  insert('sys_user', 'abel', { user_name: 'abel', name: 'Abel Tuter' })
  insert('sys_user_group', 'desk', { name: 'Service Desk' })
  insert('sys_user_grmember', 'member', { user: ids.beth ?? '', group: ids.desk ?? '' })
  insert('incident', 'outage', {
    short_description: 'Network outage',
    priority: '1',
    caller_id: ids.beth ?? '',
    category: 'network',
  })
  clock.advance(86_400_000)
  insert('incident', 'mail', {
    short_description: 'Mail is slow',
    priority: '3',
    caller_id: ids.abel ?? '',
    assignment_group: ids.desk ?? '',
  })
  insert('incident', 'ünlaut', {
    short_description: 'ÜNLAUT 10',
    priority: '10',
    watch_list: `${ids.beth},${ids.abel}`,
  })
  insert('problem', 'cause', { short_description: 'Network outage cause', priority: '2' })
})

/** Names of the incidents a query finds, in its order. */
function found(query: string, userId = '') {
  const who = { ...system, userId }
  const names = Object.fromEntries(Object.entries(ids).map(([key, id]) => [id, key]))
  return records.find('incident', query, { who }).map((row) => names[row.sys_id ?? ''])
}

describe('operators', () => {
  test.each([
    ['', ['outage', 'mail', 'ünlaut']],
    ['priority=1', ['outage']],
    ['priority!=1', ['mail', 'ünlaut']],
    ['category!=network', ['mail', 'ünlaut']],
    ['priority>2', ['mail', 'ünlaut']],
    ['priority>=3', ['mail', 'ünlaut']],
    ['priority<10', ['outage', 'mail']],
    ['priority<=3', ['outage', 'mail']],
    ['priorityBETWEEN1@3', ['outage', 'mail']],
    ['priorityIN1,10', ['outage', 'ünlaut']],
    ['categoryINNETWORK,other', ['outage']],
    ['caller_idIN0,', ['ünlaut']],
    ['priorityNOT IN1,10', ['mail']],
    ['short_descriptionLIKEoutage', ['outage']],
    ['short_descriptionLIKEünlaut', ['ünlaut']],
    ['short_description*outage', ['outage']],
    ['short_descriptionNOTLIKEoutage', ['mail', 'ünlaut']],
    ['short_descriptionNOT LIKEoutage', ['mail', 'ünlaut']],
    ['short_descriptionSTARTSWITHnet', ['outage']],
    ['short_descriptionENDSWITHslow', ['mail']],
    ['short_description=mail IS slow', ['mail']],
    ['assignment_groupISEMPTY', ['outage', 'ünlaut']],
    ['assignment_group=', ['outage', 'ünlaut']],
    ['assignment_groupISNOTEMPTY', ['mail']],
    ['assignment_groupANYTHING', ['outage', 'mail', 'ünlaut']],
    ['short_descriptionMATCH_RGXnet.*age', ['outage']],
    ['short_descriptionMATCH_PATNet*age', ['outage']],
    ['sys_created_bySAMEASsys_updated_by', ['outage', 'mail', 'ünlaut']],
    ['sys_created_byNSAMEASsys_updated_by', []],
    ['priorityGT_FIELDimpact', ['ünlaut']],
    ['sys_class_nameINSTANCEOFtask', ['outage', 'mail', 'ünlaut']],
    ['123TEXTQUERY321=slow', ['mail']],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })
})

describe('references', () => {
  test('are matched by sys_id, searched by name, and walked through', () => {
    expect(found(`caller_id=${ids.beth}`)).toEqual(['outage'])
    expect(found('caller_idLIKEangl')).toEqual(['outage'])
    expect(found('caller_id.vip=true')).toEqual(['outage'])
    expect(found('caller_id.department.name=Network')).toEqual(['outage'])
    expect(found('caller_id.department.name!=Network')).toEqual(['mail', 'ünlaut'])
    expect(found(`watch_listLIKE${ids.abel}`)).toEqual(['ünlaut'])
  })

  test('are ordered by name, numbers as numbers', () => {
    expect(found('caller_idISNOTEMPTY^ORDERBYcaller_id')).toEqual(['mail', 'outage'])
    expect(found('ORDERBYDESCpriority')).toEqual(['ünlaut', 'mail', 'outage'])
    expect(found('ORDERBYactive^ORDERBYDESCnumber')).toEqual(['ünlaut', 'mail', 'outage'])
  })

  test('of a class below are reached with ref_', () => {
    expect(records.find('task', 'ref_incident.caller_id.user_name=abel')).toHaveLength(1)
  })
})

describe('joins', () => {
  test('^OR binds to its neighbour, ^NQ starts anew', () => {
    expect(found('active=true^priority=1^ORpriority=3')).toEqual(['outage', 'mail'])
    expect(found('priority=1^category=network^NQpriority=10')).toEqual(['outage', 'ünlaut'])
    expect(found('priority=1^EQ')).toEqual(['outage'])
  })
})

describe('other records', () => {
  const users = (query: string) => records.find('sys_user', query).map((row) => row.user_name)

  test('JOIN finds those that other records point to', () => {
    expect(users('JOINsys_user.sys_id=incident.caller_id!priority=1')).toEqual(['beth'])
    expect(users('JOINsys_user.sys_id=incident.caller_id!active=true^ORDERBYuser_name')).toEqual(['abel', 'beth'])
    expect(users('user_name=abel^JOINsys_user.sys_id=incident.caller_id!priority=1')).toEqual([])
  })

  test('RLQUERY counts them, none included', () => {
    expect(users('RLQUERYsys_user_grmember.user,>0,m2m^group.nameLIKEdesk^ENDRLQUERY')).toEqual(['beth'])
    expect(users('RLQUERYsys_user_grmember.user,=0^ENDRLQUERY')).toEqual(['abel'])
    expect(users('RLQUERYsys_user_grmember.user,>=2')).toEqual([])
    expect(users('RLQUERYincident.caller_id,>0^priority=3^ENDRLQUERY^user_nameSTARTSWITHa')).toEqual(['abel'])
  })
})

describe('instants', () => {
  test.each([
    ['sys_created_on>=javascript:gs.beginningOfToday()', ['mail', 'ünlaut']],
    ['sys_created_on<javascript:gs.beginningOfToday()', ['outage']],
    ['sys_created_on>=javascript:gs.daysAgoStart(1)', ['outage', 'mail', 'ünlaut']],
    ['sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', ['mail', 'ünlaut']],
    [
      'sys_created_onONLast 7 days@javascript:gs.beginningOfLast7Days()@javascript:gs.endOfLast7Days()',
      ['outage', 'mail', 'ünlaut'],
    ],
    ['sys_created_onNOTONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()', ['outage']],
    ['sys_created_onRELATIVEGE@hour@ago@3', ['mail', 'ünlaut']],
    ['sys_created_onRELATIVELE@dayofweek@ago@1', ['outage']],
    [`sys_created_on>javascript:gs.dateGenerate('2026-03-02','23:59:59')`, ['mail', 'ünlaut']],
    [
      `sys_created_onBETWEENjavascript:gs.dateGenerate('2026-03-02','start')@javascript:gs.dateGenerate('2026-03-02','end')`,
      ['outage'],
    ],
    [`sys_created_on>javascript:gs.dateGenerate("2026-03-02 23:59:59")`, ['mail', 'ünlaut']],
  ])('%s', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })
})

describe('values of scripts', () => {
  test('the caller and the groups of the caller are known', () => {
    expect(found('caller_id=javascript:gs.getUserID()', ids.beth)).toEqual(['outage'])
    expect(found('assignment_group=javascript:gs.getMyGroups()', ids.beth)).toEqual(['mail'])
  })

  test('any other script is refused by name', () => {
    expect(() => found('caller_id=javascript:new Evil().id()')).toThrow('new Evil().id()')
  })
})

describe('invalid pieces', () => {
  test('are ignored, which returns more rows', () => {
    expect(found('no_such_field=1')).toHaveLength(3)
    expect(found('no_such_field=1^priority=1')).toEqual(['outage'])
    expect(found('caller_id.no_such=1')).toHaveLength(3)
  })

  test('return nothing when the property says so', () => {
    records.insert('sys_properties', { name: 'glide.invalid_query.returns_no_rows', value: 'true' }, system)
    expect(found('no_such_field=1')).toEqual([])
    expect(found('priority=1')).toEqual(['outage'])
  })

  test.each(['JOINnonsense', 'RLQUERYnonsense.task,>=1', 'SUBQUERYx', 'variables.0123=x'])(
    '%s is refused rather than passed over',
    (query) => {
      expect(() => found(query)).toThrow('does not evaluate')
    },
  )

  test('an operator that is not evaluated here is refused by name', () => {
    expect(() => found('sys_created_onDATEPARTMonday@x')).toThrow('DATEPART')
  })
})

test('a record that is not stored is matched the same way', () => {
  const row = { priority: '1', caller_id: ids.beth ?? '', short_description: 'x' }
  expect(records.matches('incident', row, 'priority<2^caller_id.vip=true')).toBe(true)
  expect(records.matches('incident', row, 'priority>2^ORshort_description=y')).toBe(false)
  expect(records.matches('incident', row, '')).toBe(true)
})
