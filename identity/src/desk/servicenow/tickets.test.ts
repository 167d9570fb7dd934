import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForCaller } from '../work-on-case.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ casesAs: 'incident' })
})
afterAll(() => house.close())

const turn = async () => {
  await house.later(11)
  await house.app.foundation.jobs.runSweep('servicenow.tickets')
  await house.settle()
}
const caseOf = async (caseId: string) =>
  (await house.owner.query('select state, result from desk_cases where id = $1', [caseId])).rows[0]
const open = async (login: 'leo' | 'marcus') => {
  const agent = { agentId: house.id.dora, actor: { kind: 'person', personId: house.id.dora } } as const
  return (await openForCaller(house.app.desk.deps, { ...agent, personId: house.id[login], note: 'locked out' })).caseId
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
  instance.simulator.records.remove('incident', deleted?.sys_id ?? '', system)
  for (const caseId of [first, second]) expect((await agentTakes(caseId)).statusCode).toBe(200)
  await turn()
  expect(ticketsOf(second)[0]).toMatchObject({ state: '2' })
  expect(ticketsOf(first)).toMatchObject([{ state: '2' }])
  expect(ticketsOf(first)[0]?.sys_id).not.toBe(deleted?.sys_id)
  const { rows } = await owner.query('select number from servicenow_tickets where case_id = $1', [first])
  expect(rows).toEqual([{ number: ticketsOf(first)[0]?.number }])

  // Nobody needs it any more: it is not made to be closed.
  instance.simulator.records.remove('incident', ticketsOf(first)[0]?.sys_id ?? '', system)
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
