import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyPassword } from '../seed/company.ts'
import { put } from '../seed/put.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ basicAuth: 'open' })
})
afterAll(() => simulator.stop())

const widget = (id: string, script: string) =>
  put(simulator.records, 'sp_widget', id, { id, name: `Widget ${id}`, script, public: 'false' })

async function ask(id: string, input: object, userName: string | null = 'molly') {
  const answer = await fetch(`${simulator.url}/api/now/sp/widget/${id}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      ...(userName === null ? {} : { authorization: `Basic ${btoa(`${userName}:${companyPassword}`)}` }),
    },
    body: JSON.stringify(input),
  })
  return { status: answer.status, body: await answer.json() }
}

test('the server script of a widget fills data, as whoever looks at it, and sees the input of the page', async () => {
  const sysId = widget('greeting', `data.me = gs.getUserName(); data.twice = input.word + input.word`)
  for (const id of ['greeting', sysId])
    expect((await ask(id, { word: 'so' })).body).toMatchObject({ result: { data: { me: 'molly', twice: 'soso' } } })
})

test('what it asks of $sp is refused by name', async () => {
  widget('portal', `data.page = $sp.getPortalRecord()`)
  const { status, body } = await ask('portal', {})
  expect(status).toBe(501)
  expect(JSON.stringify(body)).toContain('Not simulated: $sp.getPortalRecord')
})

test('nobody, and a widget that is not there', async () => {
  expect((await ask('greeting', {}, null)).status).toBe(401)
  expect((await ask('no-such-widget', {})).status).toBe(404)
})
