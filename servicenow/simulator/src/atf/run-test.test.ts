import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator } from '../seed/base-system.ts'
import { put } from '../seed/put.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { stepKinds } from './step-kinds.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ basicAuth: 'open' })
})
afterAll(() => simulator.stop())

type Step = { config: string; inputs?: Record<string, string> }

/** A test of these steps, in this order. */
function testOf(name: string, ...steps: Step[]): void {
  const id = put(simulator.records, 'sys_atf_test', name, { name, active: 'true' })
  steps.forEach(({ config, inputs = {} }, index) => {
    const key = `${name} ${index}`
    const values = { test: id, step_config: config, display_name: key, order: String(index + 1), active: 'true' }
    const step = put(simulator.records, 'sys_atf_step', key, values)
    for (const [variable, value] of Object.entries(inputs)) {
      const row = { document: 'sys_atf_step', document_key: step, variable, value }
      put(simulator.records, 'sys_variable_value', `${key} ${variable}`, row)
    }
  })
}

const { sendRestRequest: rest, assertStatusCode: status, runServerScript, openCatalogItem } = stepKinds
const script = (text: string): Step => ({
  config: runServerScript.id,
  inputs: { [runServerScript.inputs.script]: text },
})
const send = (path: string): Step => ({
  config: rest.id,
  inputs: { [rest.inputs.method]: 'get', [rest.inputs.path]: path },
})
const expectStatus = (operation: string, code: string): Step => ({
  config: status.id,
  inputs: { [status.inputs.operation]: operation, [status.inputs.statusCode]: code },
})

async function run(name: string) {
  const answer = await fetch(`${simulator.url}/simulator/tests`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${administrator.userName}:${administrator.password}`).toString('base64')}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: JSON.stringify({ test: name }),
  })
  return { status: answer.status, result: ((await answer.json()) as { result?: unknown }).result }
}

test('a script whose specs hold succeeds, and its result is kept', async () => {
  testOf(
    'holds',
    script(`describe('Sums', function () {
      var one
      beforeEach(function () { one = 1 })
      it('add up', function () { expect(one + 1).toBe(2); expect([1]).toEqual([1]); expect('abc').toMatch(/b/) })
      it('knows people', function () {
        var user = new GlideRecord('sys_user')
        expect(user.get('user_name', 'molly')).toBe(true)
        expect(user.isValidField('no_such_field')).not.toBe(true)
      })
    })
    jasmine.getEnv().execute()`),
  )
  expect((await run('holds')).result).toMatchObject({ status: 'success' })
  expect(simulator.records.find('sys_atf_test_result', 'status=success')).toHaveLength(1)
})

test.each([
  [
    'a spec that does not hold',
    `describe('Sums', function () { it('lie', function () { expect(1).toBe(2) }) })
    jasmine.getEnv().execute()`,
    'Sums lie: Expected 1 to be 2.',
  ],
  ['a script that throws', `throw new Error('no such thing')`, 'no such thing'],
  ['a failed step', `stepResult.setFailed(); stepResult.setOutputMessage('because')`, 'because'],
  ['an unequal value', `assertEqual({ name: 'count', shouldbe: 2, value: 3 })`, 'count: expected 2, got 3.'],
  ['specs that are not there', `jasmine.getEnv().execute()`, 'The script has no specs.'],
])('%s is a failure with its reason', async (name, text, words) => {
  testOf(name, script(text))
  const { result } = await run(name)
  expect(result).toMatchObject({ status: 'failure', output: expect.stringContaining(words) })
})

test('a request is sent as whoever runs the test, and its status is compared', async () => {
  testOf('found', send('/api/now/table/sys_properties?sysparm_limit=1'), expectStatus('equals', '200'))
  testOf('missing', send('/api/now/table/no_such_table'), expectStatus('less_than', '400'))
  expect((await run('found')).result).toMatchObject({ status: 'success' })
  expect((await run('missing')).result).toMatchObject({
    status: 'failure',
    output: expect.stringContaining('400 is not'),
  })
})

test('a catalog item that is switched off cannot be opened', async () => {
  const item = put(simulator.records, 'sc_cat_item', 'a thing', { name: 'A thing', active: 'true' })
  testOf('open', { config: openCatalogItem.id, inputs: { [openCatalogItem.inputs.item]: item } })
  expect((await run('open')).result).toMatchObject({ status: 'success' })
  put(simulator.records, 'sc_cat_item', 'another', { name: 'Another', active: 'false' })
  const off = simulator.records.find('sc_cat_item', 'name=Another')[0]?.sys_id ?? ''
  testOf('closed', { config: openCatalogItem.id, inputs: { [openCatalogItem.inputs.item]: off } })
  expect((await run('closed')).result).toMatchObject({ status: 'failure' })
})

test('a step of a kind that is not run here is an error that names it, never a success', async () => {
  testOf('unknown', { config: '0123456789abcdef0123456789abcdef' })
  expect((await run('unknown')).result).toMatchObject({
    status: 'error',
    output: 'Step 1 (unknown 0) is not run here.',
  })
})

test('a test that is not there, or is for nobody but administrators', async () => {
  expect((await run('no such test')).status).toBe(404)
  const answer = await fetch(`${simulator.url}/simulator/tests`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(401)
})
