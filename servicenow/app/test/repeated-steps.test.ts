import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { decide, type Instance, orderApps, startInstance } from './instance.ts'
import { approvedOrder, begin, call, fulfilled, heard, item, journal } from './molly.ts'

/** The built app in an instance that does every step of every flow twice, as one would that dies before it notes a step. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
beforeAll(async () => {
  instance = await startInstance({ repeatsSteps: true })
}, 900_000)
beforeEach(() => begin(instance))
afterAll(() => instance?.stop())

/** Whom an item asks, as `name state`; a question that was withdrawn is nobody's any more. */
const asked = (id: string) =>
  instance
    .rows('sysapproval_approver', `sysapproval=${id}^state!=not_required`)
    .map((row) => `${instance.row('sys_user', `sys_id=${row.approver}`)?.user_name} ${row.state}`)

/** As an administrator of the instance deletes a record; gives the status. */
async function removed(path: string): Promise<number> {
  const authorization = `Basic ${Buffer.from('admin:admin-of-the-simulator').toString('base64')}`
  const headers = { authorization, accept: 'application/json' }
  return (await fetch(`${instance.simulator.url}${path}`, { method: 'DELETE', headers })).status
}

describe('an order whose every step is done twice', () => {
  it('asks nobody twice, has the access given once, and says everything once', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    expect(asked(id)).toEqual(['marcus requested'])
    await decide(instance, id, 'marcus', 'approved')
    expect(asked(id)).toEqual(['marcus approved', 'fiona requested', 'frank requested'])
    await decide(instance, id, 'frank', 'approved')
    const given = heard(instance, 'POST', '/desk/v1/fulfilments').filter((each) => JSON.stringify(each).includes(id))
    expect(given).toHaveLength(1)
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    expect(journal(instance, id)).toEqual([
      'Who has to approve, in this order: Manager (Marcus Reed), Finance (Fiona Chen / Frank Osei)',
      'Waiting for an approval: Manager (Salesforce)',
      'Waiting for an approval: Finance (Salesforce)',
      'You can use Salesforce now',
    ])
    expect(journal(instance, id, 'work_notes')).toEqual(['Account made'])
    const stages = instance.rows('x_hlps_access_stage', `request_item=${id}`)
    expect(stages.map(({ label, state }) => `${label} ${state}`)).toEqual(['Manager approved', 'Finance approved'])
    expect(instance.rows('x_hlps_access_call', `request_item=${id}`)).toHaveLength(3)
    expect(call(instance, id, 'revocation')).toBeUndefined()
    expect(instance.rows('syslog', 'level=2')).toEqual([])
  })

  it('makes one task where a person has to do it, and closes with it', async () => {
    const id = await approvedOrder(instance)
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'failed', message: 'The app is not reachable' })
    await instance.settle()
    const tasks = instance.rows('sc_task', `request_item=${id}`)
    expect(tasks).toHaveLength(1)
    expect(journal(instance, id).filter((text) => text === byHand)).toHaveLength(1)
    expect(journal(instance, id, 'work_notes')).toEqual(['Account made', 'The app is not reachable'])
    await instance.as('dora', 'PATCH', `/api/now/table/sc_task/${tasks[0]?.sys_id}`, { state: '3' })
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    expect(journal(instance, id).filter((text) => text === byHand)).toHaveLength(1)
  })

  it('makes the task again that somebody deleted, and closes with it', async () => {
    const id = await approvedOrder(instance)
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'failed', message: 'The app is not reachable' })
    await instance.settle()
    const tasks = () => instance.rows('sc_task', `request_item=${id}`)
    const [task] = tasks()
    const path = `/api/now/table/sc_task/${task?.sys_id}`
    expect(await removed(path)).toBe(204)
    await instance.settle()
    expect(tasks()).toMatchObject([{ sys_id: task?.sys_id, short_description: task?.short_description, state: '1' }])
    expect(item(instance, id)).toMatchObject({ active: 'true' })
    expect(journal(instance, id, 'work_notes').at(-1)).toContain('was deleted and has been made again')
    await instance.as('dora', 'PATCH', path, { state: '3' })
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    expect(await removed(path)).toBe(204)
    await instance.settle()
    expect(tasks()).toEqual([])
  })

  it('that is refused says so once', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    await decide(instance, id, 'marcus', 'rejected')
    expect(item(instance, id)).toMatchObject({ state: '4' })
    expect(journal(instance, id).filter((text) => text === 'Refused at the stage: Manager')).toHaveLength(1)
    expect(asked(id)).toEqual(['marcus rejected'])
  })

  const byHand = 'This is now being done by a person. You will be told here'
})
