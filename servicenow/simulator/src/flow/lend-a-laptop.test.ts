import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Loans, laptopItem, startWithLoans } from '../app/testing-loans.ts'
import { system } from '../store/open-records.ts'
import { stagesOfItem } from './stage-states.ts'

let loans: Loans
beforeAll(async () => {
  loans = await startWithLoans()
})
afterAll(() => loans.simulator.stop())

async function order(model: string) {
  const body = { sysparm_quantity: '1', variables: { model, reason: 'a fair', for_whom: loans.userId('molly') } }
  const answer = await loans.as('molly').post(`/api/sn_sc/servicecatalog/items/${laptopItem}/order_now`, body)
  expect(answer.status, answer.text).toBe(200)
  await loans.simulator.runtime.settle()
  const item = loans.simulator.records.find('sc_req_item', `request=${answer.body.result.sys_id}`)[0]
  return item?.sys_id ?? ''
}

const ritm = (id: string) => loans.simulator.records.get('sc_req_item', id)
const run = (id: string) => loans.simulator.records.find('sys_flow_context', `source_record=${id}`)[0]
const approvals = (id: string) => loans.simulator.records.find('sysapproval_approver', `document_id=${id}`)

async function decide(id: string, state: string) {
  const approver = approvals(id)[0]
  const answer = await loans
    .as('marcus')
    .patch(`/api/now/table/sysapproval_approver/${approver?.sys_id}`, { state, comments: 'so be it' })
  expect(answer.status, answer.text).toBe(200)
  await loans.simulator.runtime.settle()
}

test('a flow asks the manager, waits for a task, a timer and a message, and closes the item', async () => {
  const { records } = loans.simulator
  const id = await order('big')
  expect(run(id)).toMatchObject({ state: 'WAITING', name: 'Lend a laptop' })
  expect(ritm(id)).toMatchObject({ stage: 'approval', approval: 'requested', flow_context: run(id)?.sys_id })
  expect(approvals(id)).toMatchObject([{ approver: loans.userId('marcus'), state: 'requested' }])

  const stages = () => stagesOfItem(records, ritm(id) ?? {}).map(({ value, state }) => `${value} ${state}`)
  const [asking] = stagesOfItem(records, ritm(id) ?? {})
  expect(asking).toMatchObject({ value: 'approval', state: 'in_progress', approvals: [{ state: 'requested' }] })

  await decide(id, 'approved')
  expect(ritm(id)).toMatchObject({ stage: 'handing', approval: 'approved' })
  expect(stages().slice(0, 2)).toEqual(['approval complete', 'handing in_progress'])
  const task = records.find('sc_task', `request_item=${id}`)[0]
  expect(task).toMatchObject({ short_description: 'Hand it over', priority: '2' })
  const [loan] = records.find('x_acme_loans_loan', 'device=big')
  expect(loan).toMatchObject({ state: 'lent' })

  const closed = await loans
    .as('admin')
    .patch(`/api/now/table/sc_task/${task?.sys_id}`, { state: '3', active: 'false' })
  expect(closed.status).toBe(200)
  await loans.simulator.runtime.settle()
  expect(records.find('sys_flow_wait', `context=${run(id)?.sys_id}`)).toMatchObject([
    { kind: 'duration', wake_at: '2026-03-02 09:30:00' },
  ])
  await loans.later(29)
  expect(records.find('sys_flow_wait', `context=${run(id)?.sys_id}`)[0]?.kind).toBe('duration')
  await loans.later(1)
  expect(records.find('sys_flow_wait', `context=${run(id)?.sys_id}`)[0]?.kind).toBe('message')

  await loans.script(`sn_fd.FlowAPI.sendMessage('${run(id)?.sys_id}', 'something else', 'lost')`)
  await loans.simulator.runtime.settle()
  expect(run(id)?.state).toBe('WAITING')
  await loans.script(`sn_fd.FlowAPI.sendMessage('${run(id)?.sys_id}', 'handed over', 'by ^ Dora')`)
  await loans.simulator.runtime.settle()

  expect(run(id)).toMatchObject({ state: 'COMPLETE' })
  expect(ritm(id)).toMatchObject({ state: '3', stage: 'complete' })
  const note = records.find('sys_journal_field', `element_id=${id}^element=work_notes`)[0]
  expect(note?.value).toBe('by ^ Dora')
  expect(records.find('sys_email', 'subjectSTARTSWITHLaptop')[0]).toMatchObject({
    recipients: 'molly@acme.example',
    subject: 'Laptop It costs 200',
  })
  expect(records.find('sysevent', 'name=x_acme_loans.lent^parm1=from flow')).toMatchObject([
    { parm2: task?.sys_id, state: 'processed' },
  ])
  expect(records.find('sys_flow_log', '').map((row) => row.message)).toContain(`caught ${ritm(id)?.number}`)
})

test('what a step did not find is caught, with the step named in the log', () => {
  const messages = loans.simulator.records.find('syslog', 'level=1').map((row) => row.message)
  expect(
    messages.some((text) => /Flow "Lend a laptop", step 11 \(Update Record\).*no record ffff/.test(text ?? '')),
  ).toBe(true)
})

test('a rejection takes the other branch and ends the flow', async () => {
  const id = await order('small')
  await decide(id, 'rejected')
  expect(run(id)?.state).toBe('COMPLETE')
  expect(ritm(id)).toMatchObject({ state: '4', approval: 'rejected' })
})

test('an approval nobody gives is rejected when its time is up', async () => {
  const id = await order('small')
  await loans.later(5 * 24 * 60 - 1)
  expect(approvals(id)[0]?.state).toBe('requested')
  await loans.later(1)
  expect(approvals(id)[0]?.state).toBe('not_required')
  expect(run(id)?.state).toBe('COMPLETE')
  expect(ritm(id)?.approval).toBe('rejected')
})

test('a cancelled request takes its flow and its open approvals with it', async () => {
  const id = await order('small')
  await loans.as('admin').patch(`/api/now/table/sc_req_item/${id}`, { stage: 'Request Cancelled', state: '4' })
  await loans.simulator.runtime.settle()
  expect(run(id)?.state).toBe('CANCELLED')
  expect(approvals(id)[0]?.state).toBe('cancelled')
})

test('a flow on a record begins once its condition holds, waits, and does the rest', async () => {
  const { records } = loans.simulator
  const made = await loans
    .as('admin')
    .post('/api/now/table/x_acme_loans_loan', { device: 'scanner', urgent: 'true', borrower: loans.userId('molly') })
  const id = made.body.result.sys_id
  await loans.simulator.runtime.settle()
  expect(run(id)).toMatchObject({ name: 'Hurry an urgent loan', state: 'WAITING' })
  await loans.as('admin').patch(`/api/now/table/x_acme_loans_loan/${id}`, { state: 'back' })
  await loans.simulator.runtime.settle()
  expect(run(id)?.state).toBe('COMPLETE')
  expect(records.get('x_acme_loans_loan', id)).toBeNull()
  expect(records.find('task', 'short_description=Molly Byrne')).toHaveLength(1)
  expect(records.find('x_acme_loans_loan', 'device=spare')).toHaveLength(1)
  expect(records.find('x_acme_loans_loan', 'device=big')[0]?.days).toBe('3')
})

test('a flow begins once a record by default, and at every update where its trigger says so', async () => {
  const { records } = loans.simulator
  const trigger = records.find('sys_hub_trigger_instance_v2', 'name=Created or Updated')[0]
  const made = await loans.as('admin').post('/api/now/table/x_acme_loans_loan', { device: 'cable', urgent: 'true' })
  const id = made.body.result.sys_id
  const runs = () => records.count('sys_flow_context', `source_record=${id}`)
  await loans.simulator.runtime.settle()
  await loans.as('admin').patch(`/api/now/table/x_acme_loans_loan/${id}`, { days: '3' })
  await loans.simulator.runtime.settle()
  expect(runs()).toBe(1)
  const inputs = [
    { name: 'table', value: 'x_acme_loans_loan' },
    { name: 'condition', value: 'urgent=true' },
    { name: 'trigger_strategy', value: 'every' },
    { name: 'run_when_user_setting', value: 'not_one_of' },
    { name: 'run_when_user_list', value: loans.userId('ivan') },
  ]
  records.update(
    'sys_hub_trigger_instance_v2',
    trigger?.sys_id ?? '',
    { trigger_inputs: JSON.stringify(inputs) },
    system,
  )
  await loans.as('admin').patch(`/api/now/table/x_acme_loans_loan/${id}`, { days: '4' })
  await loans.as('ivan').patch(`/api/now/table/x_acme_loans_loan/${id}`, { days: '5' })
  await loans.simulator.runtime.settle()
  expect(runs()).toBe(2)
})
