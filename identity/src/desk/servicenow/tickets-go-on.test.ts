/** Tickets follow their cases, whatever becomes of one of them. */
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForCaller } from '../work-on-case.ts'
import { type House, openHouse } from './testing-house.ts'
import { keepTickets } from './tickets.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ casesAs: 'incident' })
  await house.hire(3)
})
afterAll(() => house.close())

const turn = async () => {
  await house.later(61)
  await house.app.foundation.jobs.runSweep('servicenow.tickets')
  await house.settle()
}
const open = async (login: string) => {
  const agent = { agentId: house.id.dora, actor: { kind: 'person', personId: house.id.dora } } as const
  const { rows } = await house.owner.query('select id from people where login = $1', [login])
  return (await openForCaller(house.app.desk.deps, { ...agent, personId: rows[0].id, note: 'locked out' })).caseId
}
const ticketsOf = (caseId: string) => house.instance.find('incident', `correlation_id=${caseId}`)
const statesOf = (caseId: string) => ticketsOf(caseId).map(({ state }) => state)
async function agentDoes(what: string, caseId: string, payload: object): Promise<void> {
  const { headers } = await house.signIn('dora')
  const { rows } = await house.owner.query('select version from desk_cases where id = $1', [caseId])
  const url = `/api/desk/cases/${caseId}/${what}`
  const given = { ...payload, version: rows[0].version }
  const answer = await house.server.inject({ method: 'POST', url, headers, payload: given })
  expect(answer.statusCode, answer.body).toBe(200)
}
async function closedCaseOf(login: string): Promise<string> {
  const caseId = await open(login)
  await turn()
  await agentDoes('assign', caseId, { assigneeId: house.id.dora })
  await agentDoes('close', caseId, { result: 'solved', note: 'helped' })
  await turn()
  expect(statesOf(caseId)).toEqual(['6'])
  return caseId
}

test('a case that is opened again opens its ticket again, and closing there closes it', async () => {
  const caseId = await closedCaseOf('leo')
  await agentDoes('reopen', caseId, { reason: 'called back' })
  await turn()
  expect(statesOf(caseId)).toEqual(['2'])
  house.instance.set('incident', ticketsOf(caseId)[0]?.sys_id ?? '', { state: '7', active: 'false' })
  await turn()
  const { rows } = await house.owner.query('select state from desk_cases where id = $1', [caseId])
  expect(rows).toEqual([{ state: 'closed' }])
})

test('an instance that opens no closed ticket again gets one more for the case, and never a third', async () => {
  const caseId = await closedCaseOf('marcus')
  const [closed] = ticketsOf(caseId)
  await agentDoes('reopen', caseId, { reason: 'called back' })
  const { deps } = house.app.servicenow
  const openClient: typeof deps.openClient = async (connection) => {
    const client = await deps.openClient(connection)
    const update: typeof client.table.update = async (table, id, ...rest) => {
      if (id === closed?.sys_id) throw new ServiceNowFailure('rejected', 'Closed records stay closed.')
      return await client.table.update(table, id, ...rest)
    }
    return { ...client, table: { ...client.table, update } }
  }
  for (let turns = 0; turns < 3; turns++) {
    await house.later(61)
    await keepTickets({ ...deps, openClient }, house.platform.clock.now())
  }
  expect(statesOf(caseId).toSorted()).toEqual(['2', '6'])
  // Its ticket was lost sight of: it is found again by the case that it names.
  await house.owner.query(
    `update servicenow_tickets set told_state = 'solved', is_closed = true, sys_id = $2
    where case_id = $1`,
    [caseId, closed?.sys_id],
  )
  await house.later(61)
  await keepTickets({ ...deps, openClient }, house.platform.clock.now())
  expect(ticketsOf(caseId)).toHaveLength(2)
})

test('a fault of ours with one ticket is said, and holds up none of the others', async () => {
  const [bad, good] = [await open('crowd-0'), await open('crowd-1')]
  await house.owner.query(`alter table servicenow_tickets add constraint no_room check (case_id <> '${bad}') not valid`)
  await turn()
  expect(statesOf(good)).toEqual(['1'])
  const { rows } = await house.owner.query('select last_failure from servicenow_connections where id = $1', [
    house.connectionId,
  ])
  expect(rows).toEqual([{ last_failure: expect.stringMatching(/^Hallpass could not tell of C-.*its log says why/) }])
  await house.owner.query('alter table servicenow_tickets drop constraint no_room')
  await turn()
  expect(statesOf(bad)).toEqual(['1'])
})
