import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyPassword } from '../seed/company.ts'
import { put } from '../seed/put.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { visit } from './testing-visitor.ts'

let simulator: Simulator
let sysId: string
beforeAll(async () => {
  simulator = await startSimulator()
  const { records } = simulator
  for (const [index, priority] of ['1', '1', '3'].entries())
    put(records, 'incident', `incident ${index}`, { short_description: `No ${index}`, priority, state: '1' })
  sysId = put(records, 'par_dashboard', 'board', { name: 'Incidents today', active: 'true' })
  const tab = put(records, 'par_dashboard_tab', 'tab', { dashboard: sysId, name: 'Today', active: 'true' })
  const canvas = put(records, 'par_dashboard_canvas', 'canvas', { dashboard: sysId, dashboard_tab: tab })
  const itil = records.find('sys_user_role', 'name=itil')[0]?.sys_id ?? ''
  put(records, 'par_dashboard_permission', 'agents', { dashboard: sysId, role: itil, can_read: 'true' })
  const widget = (key: string, component: string, props: object) =>
    put(records, 'par_dashboard_widget', key, { canvas, component, component_props: JSON.stringify(props) })
  const rows = (filterQuery: string) => ({
    dataSources: [{ id: 'r', sourceType: 'table', tableOrViewName: 'incident', filterQuery }],
    metrics: [{ id: 'm', dataSource: 'r', aggregateFunction: 'COUNT' }],
  })
  widget('open', 'd24d53f60350de7a652caf3188a46ed2', { headerTitle: 'Open', ...rows('short_descriptionSTARTSWITHNo') })
  widget('by priority', 'a2b0596cec6b9d49dd1ff9bf76b5084b', {
    headerTitle: 'By priority',
    ...rows('short_descriptionSTARTSWITHNo'),
    groupBy: [{ groupBy: [{ dataSource: 'r', groupByField: 'priority' }], maxNumberOfGroups: 10, showOthers: true }],
  })
  widget('map', '9c8c44bd78fe5918950e0db8e286211d', { headerTitle: 'Map', ...rows('') })
})
afterAll(() => simulator.stop())

test('a dashboard shows its reports as they stand, and each leads to its rows', async () => {
  const dora = await visit(simulator.url, 'dora', companyPassword)
  expect((await dora.go('/sp?id=dashboards')).text).toContain('Incidents today')
  const { text } = await dora.go(`/sp?id=dashboard&sys_id=${sysId}`)
  expect(text).toMatch(/<h3>Open<\/h3><p class="score"><a href="([^"]+)">3<\/a>/)
  expect(text).toMatch(/1 - Critical<\/a><\/th><td><meter min="0" max="2" value="2">2<\/meter><\/td><td>2<\/td>/)
  expect(text).toMatch(/3 - Moderate<\/a><\/th><td><meter min="0" max="2" value="1">/)
  const rows = /<p class="score"><a href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await dora.go(rows)).text).toContain('3 found')
})

test('a component that is not drawn says so, in its place', async () => {
  const dora = await visit(simulator.url, 'dora', companyPassword)
  const { text } = await dora.go(`/sp?id=dashboard&sys_id=${sysId}`)
  expect(text).toContain('<h3>Map</h3><p class="soft">A component of this kind is not drawn here.</p>')
})

test('whom no permission names sees neither the dashboard nor its name', async () => {
  const molly = await visit(simulator.url, 'molly', companyPassword)
  expect((await molly.go('/sp?id=dashboards')).text).not.toContain('Incidents today')
  expect((await molly.go(`/sp?id=dashboard&sys_id=${sysId}`)).status).toBe(403)
  expect((await molly.go('/sp?id=dashboard&sys_id=nothing')).status).toBe(404)
})

test('a record shows the actions that its reader is offered, and pressing one tells what came of it', async () => {
  const { records } = simulator
  const action = put(records, 'sys_ui_action', 'escalate', {
    name: 'Escalate',
    table: 'incident',
    active: 'true',
    form_button: 'true',
    condition: `current.priority != '1'`,
    script: `current.priority = '1'; current.update(); gs.addInfoMessage('Escalated')`,
  })
  const itil = records.find('sys_user_role', 'name=itil')[0]?.sys_id ?? ''
  put(records, 'sys_ui_action_role', 'escalate', { sys_ui_action: action, sys_user_role: itil })
  const incident = records.find('incident', 'short_description=No 2')[0]
  const path = `/sp?id=record&table=incident&sys_id=${incident?.sys_id}`
  const dora = await visit(simulator.url, 'dora', companyPassword)
  expect((await dora.go(path)).text).toContain('>Escalate</button>')
  expect((await dora.send(path, { action })).text).toContain('Escalated')
  expect(records.get('incident', incident?.sys_id ?? '')?.priority).toBe('1')
  expect((await dora.go(path)).text).not.toContain('>Escalate</button>')
  expect((await dora.send(path, { action })).status).toBe(403)
  const molly = await visit(simulator.url, 'molly', companyPassword)
  expect((await molly.go(path)).status).toBe(404)
})
