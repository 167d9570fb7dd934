import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForCaller } from '../work-on-case.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
let caseId: string
beforeAll(async () => {
  house = await openHouse({ casesAs: 'sc_task' })
  const agent = { agentId: house.id.dora, actor: { kind: 'person', personId: house.id.dora } } as const
  const opened = await openForCaller(house.app.desk.deps, { ...agent, personId: house.id.leo, note: 'locked out' })
  caseId = opened.caseId
})
afterAll(() => house.close())

const turn = async () => {
  await house.later(11)
  await house.app.foundation.jobs.runSweep('servicenow.tickets')
  await house.settle()
}
const tasks = () => house.instance.find('sc_task', `correlation_id=${caseId}`)
const stored = async () => (await house.owner.query('select * from desk_cases where id = $1', [caseId])).rows[0]
const asDora = async (path: string, body: object) => {
  const { headers } = await house.signIn('dora')
  const payload = { ...body, version: (await stored()).version }
  const answer = await house.server.inject({
    method: 'POST',
    url: `/api/desk/cases/${caseId}${path}`,
    headers,
    payload,
  })
  expect(answer.statusCode, answer.body).toBe(200)
}

test('a case is one catalog task, no incident, and the task leads to it', async () => {
  await turn()
  await turn()
  expect(tasks()).toHaveLength(1)
  expect(tasks()[0]).toMatchObject({
    number: expect.stringMatching(/^SCTASK/),
    state: '1',
    active: 'true',
    short_description: expect.stringContaining('cannot get in'),
    description: expect.stringContaining(`/desk?case=${caseId}`),
  })
  expect(house.instance.find('incident', `correlation_id=${caseId}`)).toEqual([])
})

test('a task whose making was never answered is found again and not made twice', async () => {
  const { rows } = await house.owner.query('delete from servicenow_tickets where case_id = $1 returning sys_id', [
    caseId,
  ])
  await turn()
  expect(tasks().map(({ sys_id }) => sys_id)).toEqual([rows[0].sys_id])
})

test('the task follows the case: taken up, then closed complete', async () => {
  await asDora('/assign', { assigneeId: house.id.dora })
  await turn()
  expect(tasks()[0]).toMatchObject({ state: '2', active: 'true' })
  await asDora('/close', { result: 'solved', note: 'helped' })
  await turn()
  expect(tasks()[0]).toMatchObject({ state: '3', active: 'false' })
})

test.each([
  ['complete', '3'],
  ['incomplete', '4'],
  ['skipped', '7'],
])('a task closed there as %s closes the case here', async (_as, state) => {
  const agent = { agentId: house.id.dora, actor: { kind: 'person', personId: house.id.dora } } as const
  const opened = await openForCaller(house.app.desk.deps, { ...agent, personId: house.id.marcus, note: 'again' })
  caseId = opened.caseId
  await turn()
  house.instance.set('sc_task', tasks()[0]?.sys_id ?? '', { state, active: 'false' })
  await turn()
  expect(await stored()).toMatchObject({ state: 'closed', result: 'not_needed' })
})
