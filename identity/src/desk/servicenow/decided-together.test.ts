/** Items that are found together are decided together; what one of them is refused for is none of the others' business. */
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openPullHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openPullHouse()
})
afterAll(() => house.close())

const turn = async () => {
  await house.later(61)
  await house.app.foundation.jobs.runSweep('servicenow.poll')
  await house.settle()
}
const comments = (sysId: string) =>
  house.instance.find('sys_journal_field', `element_id=${sysId}^element=comments`).map(({ value }) => value)

async function approvedOf(orders: readonly Parameters<House['ordered']>[0][]) {
  const ritms = orders.map((order) => house.ordered(order))
  await house.later(5)
  for (const { sysId } of ritms) {
    for (const by of ['marcus', 'ivan']) house.instance.approve(sysId, by)
    house.instance.set('sc_req_item', sysId, { approval: 'approved' })
  }
  return ritms
}

test('each gives what it is for, once, and whoever ordered twice is told so', async () => {
  const { instance } = house
  const logins = await house.hire(5)
  instance.hire('stranger')
  // Two for the same person stand in each other's way: neither is decided in one go with the other.
  const first = logins.map((login) => house.ordered({ for: login }))
  const again = house.ordered({ for: logins[0] as string })
  const unknown = house.ordered({ for: 'stranger' })
  const unasked = house.ordered({ for: 'molly' })
  await house.later(5)
  for (const { sysId } of [...first, again, unknown, unasked]) {
    instance.approve(sysId, 'marcus')
    if (sysId !== unasked.sysId) instance.approve(sysId, 'ivan')
    instance.set('sc_req_item', sysId, { approval: 'approved' })
  }
  await house.later(31)
  await house.app.foundation.jobs.runSweep('servicenow.poll')
  await house.settle()
  await house.later(31)

  for (const { sysId } of [...first, again]) expect(instance.item(sysId)).toMatchObject({ state: '3' })
  for (const { sysId } of [unknown, unasked]) expect(instance.item(sysId)).toMatchObject({ state: '4' })
  expect(comments(unknown.sysId)).toEqual([expect.stringContaining('knows nobody like stranger')])
  expect(comments(unasked.sysId)).toEqual([expect.stringContaining('was not approved by anybody who may decide it')])
  const { rows } = await house.owner.query<{ people: number; grants: number; requests: number }>(
    `select count(*)::int as grants, count(distinct person_id)::int as people,
       (select count(*)::int from requests where role_id = $1 and state = 'fulfilled') as requests
     from grants where role_id = $1 and state = 'active'`,
    [house.roleId],
  )
  expect(rows[0]).toEqual({ grants: 5, people: 5, requests: 5 })
  const verified = await house.app.audit.verify()
  expect(verified.ok).toBe(true)
})

test('a control character in what somebody wrote keeps nobody from their access', async () => {
  const [ritm] = await approvedOf([{ for: 'molly', reason: 'for\u0000 work' }])
  await turn()
  expect(house.instance.item(ritm?.sysId ?? '').state).toBe('3')
  const { rows } = await house.owner.query('select reason from requests where beneficiary_id = $1 order by id desc', [
    house.id.molly,
  ])
  expect(rows[0].reason).toBe('for\ufffd work')
})

test('a reason that is too long ends before a character, not within it', async () => {
  const [ritm] = await approvedOf([{ for: 'leo', reason: `${'x'.repeat(1999)}😀 and more` }])
  await turn()
  expect(house.instance.item(ritm?.sysId ?? '').state).toBe('3')
  const { rows } = await house.owner.query('select reason from requests where beneficiary_id = $1', [house.id.leo])
  expect(rows.map(({ reason }) => reason)).toEqual(['x'.repeat(1999)])
})

const failureOf = async () => {
  const { rows } = await house.owner.query('select last_failure from servicenow_connections where id = $1', [
    house.connectionId,
  ])
  return rows[0].last_failure
}

test('one that cannot be decided is told of, holds up none of the others, and ends in words after a day', async () => {
  const { owner, instance, app } = house
  const jira = await app.access.createRole(
    { name: 'Jira', askedBy: 'everyone', apps: [], ownerIds: [house.id.ivan], daysMax: 90 },
    operator,
  )
  await owner.query("alter table requests add constraint no_room check (reason <> 'unspeakable') not valid")
  // They are looked at in the order in which they were found, which is by random ids: several of each.
  const bad = ['crowd-0', 'crowd-1'].map((login) => ({ for: login, roles: [jira.id], reason: 'unspeakable' }))
  const good = ['crowd-2', 'crowd-3', 'crowd-4', 'leo'].map((login) => ({ for: login, roles: [jira.id] }))
  const ritms = await approvedOf([...bad, ...good])
  await turn()
  await turn()
  const states = () => ritms.map(({ sysId }) => instance.item(sysId).state)
  expect(states()).toEqual(['1', '1', '3', '3', '3', '3'])
  expect(await failureOf()).toMatch(/^Hallpass could not decide RITM\d+, RITM\d+; its log says why\.$/)
  expect(house.log.some((line) => line.includes('could not be decided') && line.includes('no_room'))).toBe(true)

  // The first of the two cannot even be ended: the other is all the same.
  const both = ritms.slice(0, 2).map(({ sysId }) => sysId)
  const { rows: first } = await owner.query(
    'select ritm_sys_id from servicenow_orders where ritm_sys_id = any($1) order by id limit 1',
    [both],
  )
  const stuck = `check (ritm_sys_id <> '${first[0].ritm_sys_id}' or state <> 'denied')`
  await owner.query(`alter table servicenow_orders add constraint no_end ${stuck} not valid`)
  await house.later(24 * 3600)
  await turn()
  expect(both.map((sysId) => [sysId, instance.item(sysId).state])).toEqual(
    both.map((sysId) => [sysId, sysId === first[0].ritm_sys_id ? '1' : '4']),
  )
  await owner.query('alter table servicenow_orders drop constraint no_end')
  await turn()
  await turn()
  expect(states()).toEqual(['4', '4', '3', '3', '3', '3'])
  for (const { sysId } of ritms.slice(0, 2))
    expect(comments(sysId)).toEqual([expect.stringContaining('Hallpass could not decide this item.')])
  await owner.query('alter table requests drop constraint no_room')
  const { rows } = await owner.query('select 1 from grants where role_id = $1', [jira.id])
  expect(rows).toHaveLength(4)
})

test('one that is cancelled and cannot be ended is told of, holds up none of the others, and is looked at again', async () => {
  const { owner, instance, app, connectionId } = house
  const wiki = await app.access.createRole(
    { name: 'Wiki', askedBy: 'everyone', apps: [], ownerIds: [house.id.ivan], daysMax: 90 },
    operator,
  )
  const logins = ['crowd-0', 'crowd-1', 'crowd-2', 'crowd-3', 'crowd-4']
  const ritms = await approvedOf(logins.map((login) => ({ for: login, roles: [wiki.id] })))
  await turn()
  const holders = async () => {
    const { rows } = await owner.query("select 1 from grants where role_id = $1 and state = 'active'", [wiki.id])
    return rows.length
  }
  expect(await holders()).toBe(5)

  // They come in the order of their ids, which are random: the first of them fails.
  const bad = ritms.reduce((first, each) => (each.sysId < first.sysId ? each : first))
  await owner.query(
    `alter table servicenow_orders add constraint no_room
       check (ritm_sys_id <> '${bad.sysId}' or revoked_reason is null) not valid`,
  )
  for (const { sysId } of ritms) instance.set('sc_req_item', sysId, { state: '4', sys_updated_on: instance.now() })
  await turn()
  expect(await holders()).toBe(1)
  expect(await failureOf()).toBe(`Hallpass could not end ${bad.number}; its log says why.`)
  expect(house.log.some((line) => line.includes('could not be ended') && line.includes('no_room'))).toBe(true)
  const { rows } = await owner.query('select polled_at from servicenow_connections where id = $1', [connectionId])
  expect(rows[0].polled_at).toEqual(house.platform.clock.now())

  for (let turns = 0; turns < 6; turns++) await turn()
  expect(await holders()).toBe(1)
  await owner.query('alter table servicenow_orders drop constraint no_room')
  await turn()
  expect(await holders()).toBe(0)
})

test('one of which a rule hides a field waits alone, and a field that is hidden altogether costs no further calls', async () => {
  const { instance, app } = house
  const chat = await app.access.createRole(
    { name: 'Chat', askedBy: 'everyone', apps: [], ownerIds: [house.id.ivan], daysMax: 90 },
    operator,
  )
  const logins = ['crowd-0', 'crowd-1', 'crowd-2', 'crowd-3', 'crowd-4']
  const ritms = await approvedOf(logins.map((login) => ({ for: login, roles: [chat.id] })))
  const hidden = ritms[2] as (typeof ritms)[number]
  const { records } = instance.simulator
  const rule = { name: 'sc_req_item.opened_by', operation: 'read', type: 'record', active: 'true' }
  const made = records.insert(
    'sys_security_acl',
    { ...rule, decision_type: 'allow', condition: `number!=${hidden.number}` },
    system,
  )
  const ruleId = 'row' in made ? (made.row.sys_id ?? '') : ''
  const states = () => ritms.map(({ sysId }) => instance.item(sysId).state)
  await turn()
  expect(states()).toEqual(['3', '3', '1', '3', '3'])
  await house.later(301)
  expect(states()).toEqual(['3', '3', '1', '3', '3'])
  expect(await failureOf()).toBe(
    `ServiceNow does not show all of ${hidden.number}: ServiceNow left out the field sc_req_item.opened_by: the integration user may not read it, or it does not exist.`,
  )
  instance.set('sys_security_acl', ruleId, { active: 'false' })
  await house.later(301)
  expect(states()).toEqual(['3', '3', '3', '3', '3'])

  const more = await approvedOf(logins.map((login) => ({ for: login, roles: [house.roleId] })))
  instance.set('sys_security_acl', ruleId, { active: 'true', condition: 'number=none' })
  const reads = () => instance.calls.filter((call) => call === 'GET /api/now/table/sc_req_item').length
  await turn()
  expect(more.map(({ sysId }) => instance.item(sysId).state)).toEqual(more.map(() => '1'))
  const before = reads()
  await house.later(301)
  expect(reads() - before).toBe(1)
  instance.set('sys_security_acl', ruleId, { active: 'false' })
})
