import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PolicyStage } from '../src/server/wire.ts'
import { decide, type Instance, inboundKey, orderApps, startInstance } from './instance.ts'

/** The app as ServiceNow's tool built it, run by the simulator, with a counterpart that speaks for Hallpass. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
beforeAll(async () => {
  instance = await startInstance()
}, 900_000)
afterAll(() => instance?.stop())

const stage = (kind: PolicyStage['kind'], label: string, ...names: string[]): PolicyStage => ({
  kind,
  label,
  quorum: 1,
  approvers: names.map((userName) => ({ userName, email: '', name: userName })),
  problem: null,
})
const manager = stage('manager', 'Manager', 'marcus')
const finance = stage('group', 'Finance', 'fiona', 'frank')

beforeEach(() => {
  instance.hallpass.policies = { 'role-sf': [manager, finance], 'role-wiki': [manager] }
  instance.hallpass.held = {}
  instance.hallpass.answers.clear()
})

const item = (id: string) => instance.row('sc_req_item', `sys_id=${id}`)
const call = (id: string, kind: string) => instance.row('x_hlps_access_call', `request_item=${id}^kind=${kind}`)
const comments = (id: string) =>
  instance.rows('sys_journal_field', `element_id=${id}^element=comments`).map((row) => row.value)
const heard = (method: string, path: string) =>
  instance.hallpass.heard.filter((each) => each.method === method && each.path === path)

/** Molly's order, approved by everybody the policy names. */
async function approvedOrder(): Promise<string> {
  const id = await orderApps(instance, 'molly', ['role-sf'])
  await decide(instance, id, 'marcus', 'approved')
  await decide(instance, id, 'fiona', 'approved')
  return id
}

const fulfilled = { state: 'fulfilled', message: 'You can use Salesforce now', workNote: 'Account made', version: 2 }

describe('an order in ServiceNow', () => {
  it('goes from the catalog over the approvals to the access, and is closed in words', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    expect(comments(id)).toEqual(['Waiting for an approval: Manager (Salesforce)'])
    await decide(instance, id, 'marcus', 'approved')
    expect(heard('POST', '/desk/v1/fulfilments')).toEqual([])
    await decide(instance, id, 'frank', 'approved')
    const [said] = heard('POST', '/desk/v1/fulfilments')
    expect(said).toMatchObject({
      scope: 'desk.fulfil',
      body: {
        ritm: { sysId: id, number: item(id)?.number },
        requestedFor: { userName: 'molly', email: 'molly@acme.example' },
        openedBy: { userName: 'molly' },
        roles: ['role-sf'],
        durationDays: 30,
        reason: 'Project with sales',
      },
    })
    expect(item(id)).toMatchObject({ state: '2', approval: 'approved', opened_by: instance.idOf('molly') })

    expect(await instance.callBack(`fulfilments/${id}`, fulfilled)).toMatchObject({ status: 200 })
    await instance.settle()
    expect(item(id)).toMatchObject({ state: '3', active: 'false' })
    expect(comments(id)).toContain('You can use Salesforce now')
    expect(instance.row('sc_request', `sys_id=${item(id)?.request}`)?.request_state).toBe('closed_complete')
    expect(instance.hallpass.refused).toEqual([])
    expect(instance.rows('syslog', 'level=2')).toEqual([])
  })

  it('spends no outbound transaction inside the flow', async () => {
    const before = instance.rows('ih_transaction', '').length
    await approvedOrder()
    expect(instance.rows('ih_transaction', '')).toHaveLength(before)
  })

  it('that is refused closes incomplete, asks nobody else and says nothing to Hallpass', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    await decide(instance, id, 'marcus', 'rejected')
    expect(item(id)).toMatchObject({ state: '4' })
    expect(comments(id)).toContain('Refused at the stage: Manager')
    expect(call(id, 'fulfilment')).toBeUndefined()
    expect(instance.row('sysapproval_approver', `sysapproval=${id}^approver=${instance.idOf('fiona')}`)).toBeUndefined()
  })

  it('for what the person has already closes complete, and asks nobody', async () => {
    instance.hallpass.held = { molly: ['role-sf'] }
    const id = await orderApps(instance, 'molly', ['role-sf'])
    expect(item(id)).toMatchObject({ state: '3' })
    expect(instance.rows('sysapproval_approver', `sysapproval=${id}`)).toEqual([])
    expect(comments(id)).toContain('The person has this access already. Nothing more is needed')
  })

  it('of two apps asks the shared manager once', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf', 'role-wiki'])
    expect(instance.rows('sysapproval_approver', `sysapproval=${id}`)).toHaveLength(1)
    await decide(instance, id, 'marcus', 'approved')
    await decide(instance, id, 'fiona', 'approved')
    expect(heard('POST', '/desk/v1/fulfilments').at(-1)?.body).toMatchObject({ roles: ['role-sf', 'role-wiki'] })
  })

  it('cancelled while Hallpass is at work has the work stopped', async () => {
    const id = await approvedOrder()
    await instance.as('ivan', 'PATCH', `/api/now/table/sc_req_item/${id}`, { state: '4' })
    await instance.settle()
    expect(heard('POST', '/desk/v1/revocations').at(-1)?.body).toMatchObject({ ritm: { sysId: id } })
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(item(id)).toMatchObject({ state: '4' })
  })

  it('that Hallpass denies closes incomplete with the reason', async () => {
    const id = await approvedOrder()
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'denied', message: 'Finance is missing' })
    await instance.settle()
    expect(item(id)).toMatchObject({ state: '4' })
    expect(comments(id)).toContain('Finance is missing')
  })

  it('that automation cannot do becomes a task for the desk, and closes with it', async () => {
    const group = instance.row('sys_user_group', 'name=Service Desk')?.sys_id ?? ''
    instance.setProperty('x_hlps_access.task_group', group)
    const id = await approvedOrder()
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'failed', message: 'The app is not reachable' })
    await instance.settle()
    const task = instance.row('sc_task', `request_item=${id}`)
    expect(task).toMatchObject({
      short_description: 'Give the access by hand: Hallpass could not',
      assignment_group: group,
    })
    await instance.as('dora', 'PATCH', `/api/now/table/sc_task/${task?.sys_id}`, { state: '3' })
    await instance.settle()
    expect(item(id)).toMatchObject({ state: '3' })
    expect(call(id, 'revocation')).toBeUndefined()
  })

  it('waits while Hallpass is away, and is done when it is back', async () => {
    instance.hallpass.answers.set('POST /desk/v1/fulfilments', { status: 503 })
    const id = await approvedOrder()
    await instance.pass(120)
    expect(call(id, 'fulfilment')).toMatchObject({ state: 'waiting', status_code: '503' })
    instance.hallpass.answers.clear()
    await instance.pass(3600)
    expect(call(id, 'fulfilment')).toMatchObject({ state: 'answered', remote_state: 'checking' })
  })

  it('whose callback was lost is asked about', async () => {
    const id = await approvedOrder()
    const news = { id: 'f-1', ritm: { sysId: id, number: item(id)?.number }, ...fulfilled, items: [] }
    instance.hallpass.answers.set(`GET /desk/v1/fulfilments/${id}`, { status: 200, body: news })
    await instance.pass(360)
    expect(item(id)).toMatchObject({ state: '3' })
  })
})

describe('a callback', () => {
  it('given twice changes nothing the second time; replayed it is refused', async () => {
    const id = await approvedOrder()
    const nonce = 'ab'.repeat(16)
    const time = Math.floor(instance.simulator.clock.now().getTime() / 1000)
    expect((await instance.callBack(`fulfilments/${id}`, fulfilled, { nonce, time })).body).toEqual({
      result: 'applied',
    })
    expect((await instance.callBack(`fulfilments/${id}`, fulfilled)).body).toEqual({ result: 'unchanged' })
    const replay = await instance.callBack(`fulfilments/${id}`, fulfilled, { nonce, time })
    expect(replay).toMatchObject({ status: 409, body: { error: { message: 'replayed' } } })
    await instance.settle()
    expect(comments(id).filter((line) => line === fulfilled.message)).toHaveLength(1)
  })

  it('given twice in the same instant is taken once', async () => {
    const id = await approvedOrder()
    const nonce = 'cd'.repeat(16)
    const time = Math.floor(instance.simulator.clock.now().getTime() / 1000)
    const twice = [1, 2].map(() => instance.callBack(`fulfilments/${id}`, fulfilled, { nonce, time }))
    expect((await Promise.all(twice)).map((each) => each.status).sort()).toEqual([200, 409])
    await instance.settle()
  })

  it('with another body, an old time or for another instance changes nothing', async () => {
    const id = await approvedOrder()
    const path = `fulfilments/${id}`
    const denied = { ...fulfilled, state: 'denied' }
    expect(await instance.callBack(path, denied, { sentBody: fulfilled })).toMatchObject({ status: 401 })
    expect(await instance.callBack(path, fulfilled, { secondsOff: -360 })).toMatchObject({
      status: 401,
      body: { error: { message: 'clock_off' } },
    })
    expect(call(id, 'fulfilment')).toMatchObject({ remote_state: 'checking' })
    expect(await instance.callBack(path, fulfilled, { instanceId: 'another' })).toMatchObject({ status: 403 })
    expect(instance.row('x_hlps_access_key', 'key_id=in-1')?.state).toBe('exposed')
    expect(await instance.callBack(path, fulfilled)).toMatchObject({ status: 401 })
    expect(call(id, 'fulfilment')).toMatchObject({ remote_state: 'checking' })
    await instance.as(
      'ivan',
      'PATCH',
      `/api/now/table/x_hlps_access_key/${instance.row('x_hlps_access_key', 'key_id=in-1')?.sys_id}`,
      { state: 'live' },
    )
  })

  it('from anybody but the user of Hallpass is not let in', async () => {
    const answer = await instance.as('molly', 'GET', '/api/x_hlps_access/v1/callback/health')
    expect(answer.status).toBe(403)
  })

  it('brings the list of apps, and says how the instance is', async () => {
    const entry = {
      description: 'Sales',
      appName: 'Jira',
      icon: null,
      held: false,
      requestable: true,
      daysMax: null,
      daysDefault: null,
      policyVersion: 1,
    }
    const apps = [{ ...entry, id: 'role-jira', name: 'Jira: member' }]
    expect(
      await instance.callBack('catalog', { version: 5, isFull: false, apps, removed: ['role-wiki'] }),
    ).toMatchObject({ status: 200 })
    expect(instance.row('x_hlps_access_app', 'role_id=role-jira')).toMatchObject({ name: 'Jira: member' })
    expect(instance.row('x_hlps_access_app', 'role_id=role-wiki')?.requestable).toBe('false')
    expect((await instance.callBack('health', null)).body).toMatchObject({
      result: { instanceId: instance.instanceId, keyId: 'in-1' },
    })
  })
})

describe('an instance that is restarted', () => {
  it('goes on where it was: between two approvals, and while Hallpass is at work', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    await decide(instance, id, 'marcus', 'approved')
    await instance.restart()
    await decide(instance, id, 'fiona', 'approved')
    const said = heard('POST', '/desk/v1/fulfilments').filter((each) => JSON.stringify(each.body).includes(id))
    expect(said).toHaveLength(1)
    await instance.restart()
    await instance.callBack(`fulfilments/${id}`, fulfilled)
    await instance.settle()
    expect(item(id)).toMatchObject({ state: '3' })
    expect(heard('POST', '/desk/v1/fulfilments').filter((each) => JSON.stringify(each.body).includes(id))).toHaveLength(
      1,
    )
  })
})

describe('in pull mode', () => {
  it('the instance calls nobody: Hallpass reads the outbox and writes its answers into it', async () => {
    instance.setProperty('x_hlps_access.mode', 'pull')
    try {
      const before = instance.hallpass.heard.length
      const id = await orderApps(instance, 'molly', ['role-sf'])
      await answerOutbox('apps', 200, { version: 1, apps: [] })
      await answerOutbox('role-sf', 200, { roleId: 'role-sf', version: 1, stages: [manager] })
      await decide(instance, id, 'marcus', 'approved')
      await answerOutbox('', 202, { id: 'f-1', state: 'checking', message: '', version: 1, items: [] })
      await instance.callBack(`fulfilments/${id}`, fulfilled)
      await instance.settle()
      expect(item(id)).toMatchObject({ state: '3' })
      expect(instance.hallpass.heard).toHaveLength(before)
    } finally {
      instance.setProperty('x_hlps_access.mode', 'push')
    }
  })

  /** What Hallpass does in pull mode, with the rights of its own user. */
  async function answerOutbox(subject: string, status: number, answer: unknown): Promise<void> {
    const query = encodeURIComponent(`state=waiting^subject=${subject}`)
    const read = await instance.as('hallpass', 'GET', `/api/now/table/x_hlps_access_call?sysparm_query=${query}`)
    const [row] = (read.body as { result: { sys_id: string }[] }).result
    const values = { state: 'answered', status_code: String(status), answer: JSON.stringify(answer) }
    const written = await instance.as('hallpass', 'PATCH', `/api/now/table/x_hlps_access_call/${row?.sys_id}`, values)
    if (written.status !== 200) throw new Error(JSON.stringify(written))
    await instance.settle()
  }
})

describe('a clone', () => {
  it('orders nothing, calls nobody and takes no callback', async () => {
    instance.setProperty('instance_id', 'the-clone')
    try {
      const before = instance.hallpass.heard.length
      const id = await orderApps(instance, 'molly', ['role-sf'])
      expect(item(id)).toMatchObject({ state: '4' })
      expect(comments(id).join()).toContain('This instance is a copy')
      expect(instance.hallpass.heard).toHaveLength(before)
      expect(await instance.callBack('health', null)).toMatchObject({
        status: 409,
        body: { error: { message: 'clone' } },
      })
    } finally {
      instance.setProperty('instance_id', instance.instanceId)
    }
  })
})

describe('connecting', () => {
  const bind = '/api/x_hlps_access/v1/connection/bind'
  const keys = [
    { keyId: 'in-2', direction: 'inbound', secret: inboundKey },
    { keyId: 'out-2', direction: 'outbound', secret: inboundKey },
  ]
  const client = {
    name: 'Hallpass read',
    clientId: 'read',
    clientSecret: 'another',
    tokenUrl: 'https://hp.example/oidc/token',
  }

  it('is for an administrator; the new keys count from then on, and no answer shows them', async () => {
    const input = { hallpassUrl: instance.hallpass.url, mode: 'push', keys, clients: [client] }
    expect((await instance.as('molly', 'POST', bind, input)).status).toBe(403)
    const bound = await instance.as('ivan', 'POST', bind, input)
    expect(bound).toMatchObject({ status: 200, body: { result: { instanceId: instance.instanceId, notWritten: [] } } })
    expect(await instance.callBack('health', null)).toMatchObject({ status: 401 })
    expect(await instance.callBack('health', null, { keyId: 'in-2', instanceId: 'unknown' })).toMatchObject({
      status: 200,
    })
    const read = await instance.as('ivan', 'GET', '/api/now/table/x_hlps_access_key')
    expect(JSON.stringify(read.body)).not.toContain(inboundKey)
    expect(instance.row('oauth_entity', 'name=Hallpass read')?.token_url).toBe(client.tokenUrl)
  })
})
