import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Loans, laptopItem, startWithLoans } from '../app/testing-loans.ts'
import { movableClock } from '../store/clock.ts'
import { system } from '../store/open-records.ts'

let loans: Loans
const folder = mkdtempSync(join(tmpdir(), 'rules-'))
const dataFile = join(folder, 'instance.db')
beforeAll(async () => {
  loans = await startWithLoans({ dataFile })
})
afterAll(async () => {
  await loans.simulator.stop()
  rmSync(folder, { recursive: true })
})

const table = 'x_acme_loans_loan'
const records = () => loans.simulator.records
const settle = () => loans.simulator.runtime.settle()
function insert(into: string, values: Record<string, string>): string {
  const outcome = records().insert(into, values, system)
  return 'row' in outcome ? (outcome.row.sys_id ?? '') : ''
}
const rule = (name: string, script: string, more: Record<string, string> = {}) =>
  insert('sys_script', {
    name,
    script,
    collection: table,
    when: 'before',
    action_insert: 'true',
    action_update: 'true',
    active: 'true',
    order: '50',
    sys_scope: records().find('sys_scope', 'scope=x_acme_loans')[0]?.sys_id ?? '',
    ...more,
  })
const lend = async (values: Record<string, string>) =>
  (await loans.as('admin').post(`/api/now/table/${table}`, values)).body
const remove = (from: string, id: string) => records().remove(from, id, system)

describe('business rules', () => {
  test('run by order, each on what the one before left; the filter and the scripted condition decide', async () => {
    const ids = [
      rule('second', `current.note = current.note + 'b'`, { order: '120' }),
      rule('first', `current.note = current.note + 'a'`, { order: '110' }),
      rule('by condition', `current.note = 'never'`, { order: '130', condition: `current.device == 'other'` }),
      rule('by filter', `current.days = 1`, { order: '140', filter_condition: 'deviceSTARTSWITHord^EQ' }),
    ]
    const { result } = await lend({ device: 'ordered' })
    expect(result).toMatchObject({ note: 'checkedab', days: '1' })
    for (const id of ids) remove('sys_script', id)
  })

  test('one that aborts stops the write, and REST says so', async () => {
    const answer = await loans.as('admin').post(`/api/now/table/${table}`, { device: 'broken' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('That device is broken')
    expect(records().count(table, 'device=broken')).toBe(0)
  })

  test('after a change the rules know what changed; previous holds what was', async () => {
    const id = rule(
      'told',
      `gs.info('was ' + previous.days + ', is ' + current.days + ', ' + current.days.changes() + ', ' + current.device.changes() + ', ' + current.operation())`,
      { when: 'after', action_insert: 'false' },
    )
    const { result } = await lend({ device: 'told' })
    // The app's own rule in the background makes nine days of it.
    await settle()
    await loans.as('admin').patch(`/api/now/table/${table}/${result.sys_id}`, { days: '5' })
    expect(records().find('syslog', '').at(-1)?.message).toBe('was 9, is 5, true, false, update')
    remove('sys_script', id)
  })

  test('a script that fails is logged with its record’s name, and the write goes on', async () => {
    const id = rule('Wrong one', 'nonsense.call()')
    const { result } = await lend({ device: 'despite' })
    expect(result.device).toBe('despite')
    const logged = records().find('syslog', 'level=2').at(-1)
    expect(logged).toMatchObject({ record_table: 'sys_script', record_name: 'Wrong one', source: 'x_acme_loans' })
    expect(logged?.message).toContain('nonsense is not defined')
    remove('sys_script', id)
  })

  test('rules that call each other without end are stopped', async () => {
    const id = rule(
      'endless',
      `current.days = Number(current.days) + 1; var gr = new GlideRecord('${table}'); if (gr.get(current.sys_id)) { gr.days = current.days; gr.update() }`,
      { when: 'before', action_insert: 'false' },
    )
    const { result } = await lend({ device: 'deep' })
    await loans.as('admin').patch(`/api/now/table/${table}/${result.sys_id}`, { note: 'go' })
    expect(
      records()
        .find('syslog', 'level=2')
        .some((row) => /20 deep/.test(row.message ?? '')),
    ).toBe(true)
    remove('sys_script', id)
  })
})

describe('what a form asks for', () => {
  const ask = (name: string, input: unknown) =>
    loans.simulator.runtime.executor.perform({ kind: 'operation', name, input, who: system })

  test('display rules fill the scratchpad', async () => {
    const id = rule('shown', `g_scratchpad.device = String(current.device)`, {
      when: 'before_display',
      action_insert: 'false',
      action_update: 'false',
    })
    const { result } = await lend({ device: 'shown' })
    expect(await ask('rules.display', { table, sysId: result.sys_id })).toEqual({ device: 'shown' })
    remove('sys_script', id)
  })

  test('a UI action runs where its condition holds', async () => {
    const { result } = await lend({ device: 'pressed' })
    const values = {
      name: 'Bring back',
      table,
      active: 'true',
      form_button: 'true',
      condition: `current.state == 'asked'`,
      script: `current.state = 'back'; current.update(); gs.addInfoMessage('Thank you')`,
    }
    const action = insert('sys_ui_action', values)
    const on = { table, sysId: result.sys_id }
    expect(await ask('ui_action.offered', on)).toEqual([{ sysId: action, name: 'Bring back', hint: '' }])
    expect(await ask('ui_action.run', { action, sysId: result.sys_id })).toEqual({ info: ['Thank you'], error: [] })
    expect(records().get(table, result.sys_id)?.state).toBe('back')
    expect(await ask('ui_action.run', { action, sysId: result.sys_id })).toBeNull()
    expect(await ask('ui_action.offered', on)).toEqual([])
  })

  test('a reference qualifier sees the other answers', async () => {
    const input = {
      script: `javascript:'model=' + current.variables.model`,
      scope: 'x_acme_loans',
      variables: { model: 'big' },
    }
    expect(await ask('script.reference_qualifier', input)).toBe('model=big')
  })
})

describe('what runs later', () => {
  test('an event of a rule runs its action and writes its mail', async () => {
    const { result } = await lend({ device: 'mailed', state: 'lent', borrower: loans.userId('molly') })
    await settle()
    expect(records().find('sysevent', `instance=${result.sys_id}`)).toMatchObject([
      { name: 'x_acme_loans.lent', state: 'processed' },
    ])
    expect(records().find('sys_email', `instance=${result.sys_id}`)).toMatchObject([
      {
        recipients: 'molly@acme.example',
        subject: `Loan ${result.number}`,
        body: 'Device mailed is yours, Molly Byrne.',
      },
    ])
    // The rule that runs in the background has been there, too.
    expect(records().get(table, result.sys_id)?.days).toBe('9')
  })

  test('a scheduled script runs by the instance clock, once an hour', async () => {
    const ran = () => Number(records().property('x_acme_loans.reminders'))
    const job = records().find('sysauto_script', 'name=Remind borrowers')[0]?.sys_id
    const started = { run_start: '2026-03-02 09:00:00' }
    expect((await loans.as('admin').patch(`/api/now/table/sysauto_script/${job}`, started)).status).toBe(200)
    const before = ran()
    await loans.later(59)
    expect(ran()).toBe(before)
    await loans.later(1)
    expect(ran()).toBe(before + 1)
    await loans.later(60)
    expect(ran()).toBe(before + 2)
  })

  test('a nightly flow runs at its hour', async () => {
    await loans.later(24 * 60)
    expect(records().find('sys_flow_log', 'message=night')).toHaveLength(1)
  })

  test('an event runs its actions as the person who caused it, and a scheduled one at its time', async () => {
    insert('sysevent_script_action', {
      name: 'who',
      event_name: 'try.who',
      active: 'true',
      script: `gs.info('event by ' + gs.getUserName() + ' ' + event.parm1)`,
    })
    await loans.script(
      `var at = new GlideDateTime(); at.addSeconds(600); gs.eventQueueScheduled('try.who', null, 'later', '', at)`,
      'global',
    )
    await settle()
    expect(records().count('syslog', 'messageLIKEevent by system later')).toBe(0)
    await loans.later(10)
    expect(records().count('syslog', 'messageLIKEevent by system later')).toBe(1)
  })
})

describe('what cannot be run', () => {
  test('a flow with such a step is not published, and the answer names flow, step and action', async () => {
    const flow = records().find('sys_hub_flow', 'name=Every night')[0]?.sys_id ?? ''
    const step = records().find('sys_hub_action_instance_v2', `flow=${flow}`)[0]
    records().update(
      'sys_hub_action_instance_v2',
      step?.sys_id ?? '',
      { action_type: '027499be7333001099792f163cf6a7a7' },
      system,
    )
    const answer = await loans
      .as('admin')
      .post('/api/now/wfa_fluent/activate_flows', { flows: [{ sys_id: flow }], actions: [] })
    expect(answer.status).toBe(422)
    expect(answer.body.result.results[0]).toMatchObject({
      flow_name: 'Every night',
      status: 'error',
      message: 'Flow "Every night", step 1: action "Send SMS" (027499be7333001099792f163cf6a7a7) is not run here',
    })
    await loans.later(24 * 60)
    const run = records().find('sys_flow_context', 'name=Every night').at(-1)
    expect(run).toMatchObject({ state: 'ERROR' })
    expect(run?.error_message).toContain('Flow "Every night", step 1 (Send SMS)')
  })
})

test('an instance that stops goes on where its flows were', async () => {
  const body = { sysparm_quantity: '1', variables: { model: 'small', reason: 'r', for_whom: loans.userId('molly') } }
  const ordered = await loans.as('molly').post(`/api/sn_sc/servicecatalog/items/${laptopItem}/order_now`, body)
  await settle()
  const item = records().find('sc_req_item', `request=${ordered.body.result.sys_id}`)[0]?.sys_id ?? ''
  const context = records().get('sc_req_item', item)?.flow_context ?? ''
  const start = loans.simulator.clock.now()
  await loans.simulator.stop()

  loans = await startWithLoans({ dataFile, clock: movableClock({ start }) })
  const approval = records().find('sysapproval_approver', `document_id=${item}`)[0]
  expect(approval?.state).toBe('requested')
  await loans.as('marcus').patch(`/api/now/table/sysapproval_approver/${approval?.sys_id}`, { state: 'approved' })
  await settle()
  const task = records().find('sc_task', `request_item=${item}`)
  expect(task).toHaveLength(1)
  await loans.as('admin').patch(`/api/now/table/sc_task/${task[0]?.sys_id}`, { state: '3' })
  await settle()
  const then = loans.simulator.clock.now()
  await loans.simulator.stop()

  // The timer of half an hour ends while nobody is there.
  loans = await startWithLoans({ dataFile, clock: movableClock({ start: new Date(then.getTime() + 3_600_000) }) })
  await settle()
  expect(records().find('sys_flow_wait', `context=${context}`)).toMatchObject([{ kind: 'message' }])
  await loans.script(`sn_fd.FlowAPI.sendMessage('${context}', 'handed over', 'at last')`)
  await settle()
  expect(records().get('sys_flow_context', context)?.state).toBe('COMPLETE')
  expect(records().find('sc_task', `request_item=${item}`)).toHaveLength(1)
  expect(records().get('sc_req_item', item)?.state).toBe('3')
})
