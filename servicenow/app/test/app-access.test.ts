import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { stagesOfItem } from '../../simulator/src/flow/stage-states.ts'
import { system } from '../../simulator/src/store/open-records.ts'
import { decide, type Instance, orderApps, startInstance } from './instance.ts'
import { approvedOrder, begin, call, fulfilled, heard, item, journal, stage } from './molly.ts'

/** Orders: the app as ServiceNow's tool built it, run by the simulator, with a counterpart that speaks for Hallpass. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
beforeAll(async () => {
  instance = await startInstance()
}, 900_000)
beforeEach(() => begin(instance))
afterAll(() => instance?.stop())

describe('an order in ServiceNow', () => {
  it('goes from the catalog over the approvals to the access, and is closed in words', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    expect(journal(instance, id)).toEqual([
      'Who has to approve, in this order: Manager (Marcus Reed), Finance (Fiona Chen / Frank Osei)',
      'Waiting for an approval: Manager (Salesforce)',
    ])
    await decide(instance, id, 'marcus', 'approved')
    expect(heard(instance, 'POST', '/desk/v1/fulfilments')).toEqual([])
    await decide(instance, id, 'frank', 'approved')
    const [said] = heard(instance, 'POST', '/desk/v1/fulfilments')
    expect(said).toMatchObject({
      scope: 'desk.fulfil',
      body: {
        ritm: { sysId: id, number: item(instance, id)?.number },
        requestedFor: { userName: 'molly', email: 'molly@acme.example' },
        openedBy: { userName: 'molly' },
        roles: ['role-sf'],
        durationDays: 30,
        reason: 'Project with sales',
      },
    })
    expect(item(instance, id)).toMatchObject({ state: '2', approval: 'approved', opened_by: instance.idOf('molly') })

    expect(await instance.callBack(`fulfilments/${id}`, fulfilled)).toMatchObject({ status: 200 })
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3', active: 'false' })
    expect(journal(instance, id)).toContain('You can use Salesforce now')
    expect(instance.row('sc_request', `sys_id=${item(instance, id)?.request}`)?.request_state).toBe('closed_complete')
    expect(instance.hallpass.refused).toEqual([])
    expect(instance.rows('syslog', 'level=2')).toEqual([])
  })

  it('shows its stages to whoever asked, with who is asked in each', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    const shown = () =>
      stagesOfItem(instance.simulator.records, item(instance, id) as Record<string, string>).map(
        ({ value, state, approvals }) => [
          value,
          state,
          ...approvals.map(
            (one) => `${instance.simulator.records.display('sysapproval_approver', one, 'approver')} ${one.state}`,
          ),
        ],
      )
    const ahead = [
      ['giving', 'pending'],
      ['done', 'pending'],
    ]
    const checked = ['checking', 'complete']
    expect(shown()).toEqual([checked, ['manager', 'in_progress', 'Marcus Reed requested'], ...ahead])
    await decide(instance, id, 'marcus', 'approved')
    const manager = ['manager', 'complete', 'Marcus Reed approved']
    const finance = shown().find(([value]) => value === 'group')
    expect(shown().slice(0, 2)).toEqual([checked, manager])
    expect(finance?.slice(0, 2)).toEqual(['group', 'in_progress'])
    expect(finance?.slice(2).sort()).toEqual(['Fiona Chen requested', 'Frank Osei requested'])
    await decide(instance, id, 'frank', 'approved')
    expect(shown().map(([value, state]) => `${value} ${state}`)).toEqual([
      'checking complete',
      'manager complete',
      'group complete',
      'giving in_progress',
      'done pending',
    ])
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(shown().at(-1)).toEqual(['done', 'complete'])
  })

  it('refused early leaves the later stages out', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    await decide(instance, id, 'marcus', 'rejected')
    const row = item(instance, id) as Record<string, string>
    expect(stagesOfItem(instance.simulator.records, row).map(({ value, state }) => `${value} ${state}`)).toEqual([
      'checking complete',
      'manager complete',
      'giving skipped',
      'done complete',
    ])
  })

  it('of a policy with five stages asks each of them, in turn', async () => {
    const people = ['marcus', 'fiona', 'frank', 'ivan', 'dora']
    const kinds = ['owner', 'manager', 'group', 'person', 'group'] as const
    instance.hallpass.policies = {
      'role-sf': people.map((name, index) => stage(kinds[index] ?? 'group', `Stage ${index + 1}`, name)),
    }
    const id = await orderApps(instance, 'molly', ['role-sf'])
    for (const [index, userName] of people.entries()) {
      expect(instance.rows('sysapproval_approver', `sysapproval=${id}`)).toHaveLength(index + 1)
      await decide(instance, id, userName, 'approved')
    }
    expect(instance.rows('x_hlps_access_stage', `request_item=${id}^state=approved`)).toHaveLength(5)
    const asked = stagesOfItem(instance.simulator.records, item(instance, id) as Record<string, string>)
    expect(asked.map(({ value, approvals }) => `${value} ${approvals.length}`).slice(1, 5)).toEqual([
      'manager 1',
      'owner 1',
      'group 1',
      'further 2',
    ])
  })

  it('spends no outbound transaction inside the flow', async () => {
    const before = instance.rows('ih_transaction', '').length
    await approvedOrder(instance)
    expect(instance.rows('ih_transaction', '')).toHaveLength(before)
  })

  it('that is refused closes incomplete, asks nobody else and says nothing to Hallpass', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    await decide(instance, id, 'marcus', 'rejected')
    expect(item(instance, id)).toMatchObject({ state: '4' })
    expect(journal(instance, id)).toContain('Refused at the stage: Manager')
    expect(call(instance, id, 'fulfilment')).toBeUndefined()
    expect(instance.row('sysapproval_approver', `sysapproval=${id}^approver=${instance.idOf('fiona')}`)).toBeUndefined()
  })

  it('for what the person has already closes complete, and asks nobody', async () => {
    instance.hallpass.held = { molly: ['role-sf'] }
    const id = await orderApps(instance, 'molly', ['role-sf'])
    expect(item(instance, id)).toMatchObject({ state: '3' })
    expect(instance.rows('sysapproval_approver', `sysapproval=${id}`)).toEqual([])
    expect(journal(instance, id)).toContain('The person has this access already. Nothing more is needed')
  })

  it('of two apps asks the shared manager once', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf', 'role-wiki'])
    expect(instance.rows('sysapproval_approver', `sysapproval=${id}`)).toHaveLength(1)
    await decide(instance, id, 'marcus', 'approved')
    await decide(instance, id, 'fiona', 'approved')
    expect(heard(instance, 'POST', '/desk/v1/fulfilments').at(-1)?.body).toMatchObject({
      roles: ['role-sf', 'role-wiki'],
    })
  })

  it('cancelled while Hallpass is at work has the work stopped', async () => {
    const id = await approvedOrder(instance)
    await instance.as('ivan', 'PATCH', `/api/now/table/sc_req_item/${id}`, { state: '4' })
    await instance.settle()
    expect(heard(instance, 'POST', '/desk/v1/revocations').at(-1)?.body).toMatchObject({ ritm: { sysId: id } })
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '4' })
  })

  it('that Hallpass denies closes incomplete with the reason', async () => {
    const id = await approvedOrder(instance)
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'denied', message: 'Finance is missing' })
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '4' })
    expect(journal(instance, id)).toContain('Finance is missing')
  })

  it('that automation cannot do becomes a task for the desk, and closes with it', async () => {
    const group = instance.row('sys_user_group', 'name=Service Desk')?.sys_id ?? ''
    instance.setProperty('x_hlps_access.task_group', group)
    const id = await approvedOrder(instance)
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'failed', message: 'The app is not reachable' })
    await instance.settle()
    const task = instance.row('sc_task', `request_item=${id}`)
    expect(task).toMatchObject({
      short_description: 'Give the access by hand: Hallpass could not',
      assignment_group: group,
    })
    await instance.as('dora', 'PATCH', `/api/now/table/sc_task/${task?.sys_id}`, { state: '3' })
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    expect(call(instance, id, 'revocation')).toBeUndefined()
  })

  it('waits while Hallpass is away, and is done when it is back', async () => {
    instance.hallpass.answers.set('POST /desk/v1/fulfilments', { status: 503 })
    const id = await approvedOrder(instance)
    await instance.pass(120)
    expect(call(instance, id, 'fulfilment')).toMatchObject({ state: 'waiting', status_code: '503' })
    instance.hallpass.answers.clear()
    await instance.pass(3600)
    expect(call(instance, id, 'fulfilment')).toMatchObject({ state: 'answered', remote_state: 'checking' })
  })

  it('whose callback was lost is asked about', async () => {
    const id = await approvedOrder(instance)
    const news = { id: 'f-1', ritm: { sysId: id, number: item(instance, id)?.number }, ...fulfilled, items: [] }
    instance.hallpass.answers.set(`GET /desk/v1/fulfilments/${id}`, { status: 200, body: news })
    await instance.pass(360)
    expect(item(instance, id)).toMatchObject({ state: '3' })
  })
})

describe('a flow to which an administrator added a step', () => {
  it('does that step too, and everything of ours as before', async () => {
    addStepAfter(openStep())
    const id = await approvedOrder(instance)
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    const notes = journal(instance, id, 'work_notes')
    expect(notes).toContain('Seen by the administrator')
  })

  /** The step that makes the stages of approval. */
  function openStep(): number {
    const action = instance.row('sys_hub_action_type_definition', 'nameSTARTSWITHHallpass: make the stages')
    return Number(instance.row('sys_hub_action_instance_v2', `action_type=${action?.sys_id}`)?.order)
  }

  /** As Flow Designer does it: what comes behind moves on by one, the new step gets an id of its own. */
  function addStepAfter(order: number): void {
    const { records } = instance.simulator
    const flow = instance.row('sys_hub_flow', 'name=Hallpass: app access')
    const tables = ['sys_hub_action_instance_v2', 'sys_hub_flow_logic_instance_v2', 'sys_hub_sub_flow_instance_v2']
    for (const table of tables) {
      for (const row of records.find(table, `flow=${flow?.sys_id}^order>${order}`)) {
        records.update(table, row.sys_id ?? '', { order: String(Number(row.order) + 1) }, system)
      }
    }
    for (const stage of records.find('sys_hub_flow_stage', `flow=${flow?.sys_id}`)) {
      const indexes = (stage.component_indexes ?? '').split(',').map(Number)
      const moved = indexes.map((index) => (index >= order ? index + 1 : index)).join(',')
      records.update('sys_hub_flow_stage', stage.sys_id ?? '', { component_indexes: moved }, system)
    }
    const [wait] = records.find('sys_hub_action_instance_v2', `flow=${flow?.sys_id}^action_type=${waitForCondition}`)
    const input = (name: string, value: string, type: string) => ({
      name,
      value,
      scriptActive: false,
      parameter: { type },
    })
    const values = JSON.stringify([
      input('table_name', 'sc_req_item', 'table_name'),
      input('record', '{{Service Catalog_1.request_item}}', 'document_id'),
      input('values', 'work_notes=Seen by the administrator^EQ', 'template_value'),
    ])
    const { sys_id: _id, ...copy } = wait ?? {}
    const place = { order: String(order + 1), ui_id: crypto.randomUUID(), parent_ui_id: '' }
    const own = { ...place, action_type: updateRecord, values: pack(values) }
    instance.add('sys_hub_action_instance_v2', { ...copy, ...own })
  }

  const waitForCondition = '89ce8a4187120010663ca1bb36cb0be3'
  const updateRecord = 'f9d01dd2c31332002841b63b12d3aea1'
  const pack = (values: string) => gzipSync(values).toString('base64')
})

describe('an instance that is restarted', () => {
  it('goes on where it was: between two approvals, and while Hallpass is at work', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    await decide(instance, id, 'marcus', 'approved')
    await instance.restart()
    await decide(instance, id, 'fiona', 'approved')
    const said = heard(instance, 'POST', '/desk/v1/fulfilments').filter((each) =>
      JSON.stringify(each.body).includes(id),
    )
    expect(said).toHaveLength(1)
    await instance.restart()
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    expect(
      heard(instance, 'POST', '/desk/v1/fulfilments').filter((each) => JSON.stringify(each.body).includes(id)),
    ).toHaveLength(1)
  })
})
