import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForCaller } from '../work-on-case.ts'
import { type House, openHouse } from './testing-house.ts'
import { keepTickets } from './tickets.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ casesAs: 'incident' })
  await house.hire(5)
})
afterAll(() => house.close())

const turn = async () => {
  await house.later(11)
  await house.app.foundation.jobs.runSweep('servicenow.tickets')
  await house.settle()
}
const caseOf = async (caseId: string) =>
  (await house.owner.query('select state, result from desk_cases where id = $1', [caseId])).rows[0]
const open = async (login: string) => {
  const agent = { agentId: house.id.dora, actor: { kind: 'person', personId: house.id.dora } } as const
  const { rows } = await house.owner.query('select id from people where login = $1', [login])
  return (await openForCaller(house.app.desk.deps, { ...agent, personId: rows[0].id, note: 'locked out' })).caseId
}
const ticketsOf = (caseId: string) => house.instance.find('incident', `correlation_id=${caseId}`)
const agentDoes = async (what: 'assign' | 'close', caseId: string, payload: Record<string, unknown>) => {
  const { headers } = await house.signIn('dora')
  const { rows } = await house.owner.query('select version from desk_cases where id = $1', [caseId])
  const url = `/api/desk/cases/${caseId}/${what}`
  return house.server.inject({ method: 'POST', url, headers, payload: { ...payload, version: rows[0].version } })
}
const agentTakes = (caseId: string) => agentDoes('assign', caseId, { assigneeId: house.id.dora })
const agentCloses = async (caseId: string) => {
  await agentTakes(caseId)
  return agentDoes('close', caseId, { result: 'solved', note: 'helped' })
}

test('a case here is one ticket there, which names who cannot get in', async () => {
  const caseId = await open('leo')
  await turn()
  await turn()
  expect(ticketsOf(caseId)).toHaveLength(1)
  expect(ticketsOf(caseId)[0]).toMatchObject({ caller_id: house.instance.user('leo'), state: '1' })
})

test('a ticket whose making was never answered is found again and not made twice', async () => {
  const caseId = await open('marcus')
  house.instance.weather.api = 'lost'
  await turn()
  house.instance.weather.api = 'ok'
  await turn()
  expect(ticketsOf(caseId)).toHaveLength(1)
})

test('a case that is closed here closes its ticket, and the other way round', async () => {
  const [{ id: leos }, { id: marcuss }] = (
    await house.owner.query("select id from desk_cases where kind = 'phone_call' and state = 'open' order by id")
  ).rows.slice(-2)
  const closed = await agentCloses(leos)
  expect(closed.statusCode, closed.body).toBe(200)
  await turn()
  expect(ticketsOf(leos)[0]).toMatchObject({ state: '6' })
  house.instance.set('incident', ticketsOf(marcuss)[0]?.sys_id ?? '', { state: '7', active: 'false' })
  await turn()
  expect(await caseOf(marcuss)).toEqual({ state: 'closed', result: 'not_needed' })
})

test('a ticket that was deleted there holds up none of the others, and is made again while it is needed', async () => {
  const { instance, owner } = house
  const [first, second] = [await open('leo'), await open('marcus')]
  await turn()
  const [deleted] = ticketsOf(first)
  instance.remove('incident', deleted?.sys_id ?? '')
  for (const caseId of [first, second]) expect((await agentTakes(caseId)).statusCode).toBe(200)
  await turn()
  expect(ticketsOf(second)[0]).toMatchObject({ state: '2' })
  expect(ticketsOf(first)).toMatchObject([{ state: '2' }])
  expect(ticketsOf(first)[0]?.sys_id).not.toBe(deleted?.sys_id)
  const { rows } = await owner.query('select number from servicenow_tickets where case_id = $1', [first])
  expect(rows).toEqual([{ number: ticketsOf(first)[0]?.number }])

  // Nobody needs it any more: it is not made to be closed.
  instance.remove('incident', ticketsOf(first)[0]?.sys_id ?? '')
  expect((await agentCloses(first)).statusCode).toBe(200)
  await turn()
  expect(ticketsOf(first)).toEqual([])
})

test('a case whose ticket the instance refuses to change holds up none of those behind it, and is told of', async () => {
  const { instance, owner, connectionId } = house
  // Told in the order in which they were opened.
  const [refused, behind] = [await open('marcus'), await open('leo')]
  await turn()
  const rule = { name: 'Not this one', collection: 'incident', when: 'before', action_update: 'true', active: 'true' }
  const script = `(function (current) { if (current.getValue('correlation_id') == '${refused}') current.setAbortAction(true) })(current)`
  instance.simulator.records.insert('sys_script', { ...rule, script }, system)
  expect((await agentCloses(refused)).statusCode).toBe(200)
  expect((await agentTakes(behind)).statusCode).toBe(200)
  await turn()
  expect([ticketsOf(refused)[0]?.state, ticketsOf(behind)[0]?.state]).toEqual(['2', '2'])
  const { rows } = await owner.query('select last_failure_at from servicenow_connections where id = $1', [connectionId])
  expect(rows[0].last_failure_at).toEqual(house.platform.clock.now())
})

/** Hides incidents from the integration user, as an access rule of the instance does. */
const hide = (condition: string) => {
  for (const { sys_id } of house.instance.find('sys_security_acl', 'name=incident^operation=read'))
    house.instance.set('sys_security_acl', sys_id ?? '', { condition })
}
const failureOf = async () => {
  const { rows } = await house.owner.query('select last_failure from servicenow_connections where id = $1', [
    house.connectionId,
  ])
  return rows[0].last_failure
}

test('a ticket that a rule hides, and one that is gone without a word of it, is never made a second time', async () => {
  const caseId = await open('crowd-0')
  await turn()
  const [{ sys_id = '', number } = {}] = ticketsOf(caseId)
  hide(`sys_id!=${sys_id}`)
  expect((await agentTakes(caseId)).statusCode).toBe(200)
  await turn()
  expect(await failureOf()).toBe(
    `ServiceNow shows no ticket ${number}: it was deleted, or a rule hides it from the integration user. No second one is made.`,
  )
  for (let turns = 0; turns < 5; turns++) await turn()
  expect(ticketsOf(caseId)).toMatchObject([{ sys_id, state: '1' }])
  hide('')
  await house.later(60)
  await turn()
  expect(ticketsOf(caseId)).toMatchObject([{ sys_id, state: '2' }])

  house.instance.simulator.records.remove('incident', sys_id, system)
  expect((await agentDoes('close', caseId, { result: 'solved', note: 'helped' })).statusCode).toBe(200)
  await turn()
  await house.later(24 * 3600)
  await turn()
  const { rows } = await house.owner.query('select is_closed from servicenow_tickets where case_id = $1', [caseId])
  expect([rows, ticketsOf(caseId)]).toEqual([[{ is_closed: true }], []])
})

test('a ticket of which the answer to its making shows nothing is made once, and found when it is shown', async () => {
  const caseId = await open('crowd-1')
  hide(`correlation_id!=${caseId}`)
  await turn()
  for (let turns = 0; turns < 5; turns++) {
    await house.later(3600)
    await turn()
  }
  expect(ticketsOf(caseId)).toHaveLength(1)
  hide('')
  expect((await agentTakes(caseId)).statusCode).toBe(200)
  await house.later(3600)
  await turn()
  expect(ticketsOf(caseId)).toMatchObject([{ state: '2' }])
  expect(await agentDoes('close', caseId, { result: 'solved', note: 'helped' })).toMatchObject({ statusCode: 200 })
  await turn()
})

test('tickets that the instance refuses pause longer each time and starve none of those behind them', async () => {
  const { instance, platform } = house
  const refused = [await open('crowd-2'), await open('crowd-3')]
  const behind = await open('crowd-4')
  const rule = { name: 'None of these', collection: 'incident', when: 'before', action_insert: 'true', active: 'true' }
  const script = `(function (current) { if ('${refused}'.indexOf(current.getValue('correlation_id')) >= 0) current.setAbortAction(true) })(current)`
  instance.simulator.records.insert('sys_script', { ...rule, script }, system)
  const writes = async () => {
    const before = instance.calls.filter((call) => call === 'POST /api/now/table/incident').length
    await keepTickets(house.app.servicenow.deps, platform.clock.now(), 1)
    return instance.calls.filter((call) => call === 'POST /api/now/table/incident').length - before
  }
  await house.later(3600)
  expect(await writes()).toBe(3)
  expect(ticketsOf(behind)).toHaveLength(1)
  expect(await writes()).toBe(0)
  const pauses: number[] = []
  for (let minutes = 0; minutes < 10; minutes++) {
    await house.later(60)
    if ((await writes()) === 2) pauses.push(minutes + 1)
  }
  expect(pauses).toEqual([1, 2, 4, 8])
})
