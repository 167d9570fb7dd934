import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, startWithCallers } from './testing-caller.ts'

let simulator: Started['simulator']
let admin: Started['admin']
let molly: Started['molly']
beforeAll(async () => {
  ;({ simulator, admin, molly } = await startWithCallers())
})
afterAll(() => simulator.stop())

const incident = '/incident.do?JSONv2'
const named = (name: string) => `sysparm_query=short_description=${name}`

test('records are made, one or several, by what people see', async () => {
  const made = await admin.post(`${incident}&sysparm_action=insert`, { short_description: 'one', urgency: '1 - High' })
  expect(made.body.records).toMatchObject([{ short_description: 'one', urgency: '1', __status: 'success' }])
  const records = [{ short_description: 'many', caller_id: 'Molly Byrne' }, { short_description: 'many' }]
  const several = await admin.post(incident, { sysparm_action: 'insertMultiple', records })
  expect(several.body.records).toHaveLength(2)
  expect(several.body.records[0].caller_id).toMatch(/^[0-9a-f]{32}$/)
})

test('they are found by a query, by id, and as keys', async () => {
  await admin.post(`${incident}&sysparm_action=insert`, { short_description: 'found', caller_id: 'Molly Byrne' })
  const [row] = (await admin.get(`${incident}&sysparm_action=getRecords&${named('found')}`)).body.records
  expect((await admin.get(`${incident}&sysparm_sys_id=${row.sys_id}`)).body.records).toEqual([row])
  const keys = await admin.get(`${incident}&sysparm_action=getKeys&${named('found')}`)
  expect(keys.body).toEqual({ records: [row.sys_id] })
  const shown = async (kind: string) =>
    (await admin.get(`${incident}&${named('found')}&displayvalue=${kind}`)).body.records[0]
  expect(await shown('true')).toMatchObject({ caller_id: 'Molly Byrne', urgency: row.urgency })
  expect(await shown('all')).toMatchObject({ caller_id: row.caller_id, dv_caller_id: 'Molly Byrne' })
  expect((await admin.get(`${incident}&sysparm_record_count=1`)).body.records).toHaveLength(1)
})

test('they are changed and deleted by a query, never without one', async () => {
  for (const _ of [1, 2]) await admin.post(`${incident}&sysparm_action=insert`, { short_description: 'swept' })
  const changed = await admin.post(`${incident}&sysparm_action=update&${named('swept')}`, { impact: '1' })
  expect(changed.body.records.map((row: { impact: string }) => row.impact)).toEqual(['1', '1'])
  const unnamed = await admin.post(`${incident}&sysparm_action=update`, { impact: '1' })
  expect(unnamed.body).toEqual({ error: 'Cannot update with empty sysparm_query', reason: null })
  const { sys_id } = changed.body.records[0]
  await admin.post(`${incident}&sysparm_action=deleteRecord`, { sysparm_sys_id: sys_id })
  expect(simulator.records.count('incident', 'short_description=swept')).toBe(1)
  await admin.post(`${incident}&sysparm_action=deleteMultiple`, { sysparm_query: 'short_description=swept' })
  expect(simulator.records.count('incident', 'short_description=swept')).toBe(0)
  expect((await admin.get(`${incident}&sysparm_action=deleteMultiple&${named('one')}`)).body.error).toContain('Unknown')
})

test('access is what it is elsewhere', async () => {
  expect((await fetch(`${simulator.url}${incident}`)).status).toBe(401)
  expect((await molly.get('/sys_script.do?JSONv2')).status).toBe(403)
  await admin.post(`${incident}&sysparm_action=insert`, { short_description: 'not mine' })
  expect((await molly.get(`${incident}&${named('not mine')}`)).body.records).toEqual([])
  const made = await molly.post('/sc_request.do?JSONv2&sysparm_action=insert', {})
  expect(made.body.records).toMatchObject([{ __status: 'failure', __error: { message: expect.any(String) } }])
  expect((await admin.get('/incident.do')).status).toBe(400)
})
