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
const agentCloses = async (caseId: string) => {
  const dora = await house.signIn('dora')
  const url = `/api/desk/cases/${caseId}`
  const version = async () =>
    (await house.owner.query('select version from desk_cases where id = $1', [caseId])).rows[0].version
  const take = { assigneeId: house.id.dora, version: await version() }
  await house.server.inject({ method: 'POST', url: `${url}/assign`, headers: dora.headers, payload: take })
  const close = { result: 'solved', note: 'helped', version: await version() }
  return house.server.inject({ method: 'POST', url: `${url}/close`, headers: dora.headers, payload: close })
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
