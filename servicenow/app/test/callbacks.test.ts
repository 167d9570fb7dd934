import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { decide, type Instance, inboundKey, orderApps, startInstance } from './instance.ts'
import { approvedOrder, begin, call, fulfilled, item, journal, manager } from './molly.ts'

/** What comes in and what may go out: callbacks, pull mode, clones, connecting; on the app as it was built. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
beforeAll(async () => {
  instance = await startInstance()
}, 900_000)
beforeEach(() => begin(instance))
afterAll(() => instance?.stop())

describe('a callback', () => {
  it('given twice changes nothing the second time; replayed it is refused', async () => {
    const id = await approvedOrder(instance)
    const nonce = 'ab'.repeat(16)
    const time = Math.floor(instance.simulator.clock.now().getTime() / 1000)
    expect((await instance.callBack(`fulfilments/${id}`, fulfilled, { nonce, time })).body).toEqual({
      result: 'applied',
    })
    expect((await instance.callBack(`fulfilments/${id}`, fulfilled)).body).toEqual({ result: 'unchanged' })
    const replay = await instance.callBack(`fulfilments/${id}`, fulfilled, { nonce, time })
    expect(replay).toMatchObject({ status: 409, body: { error: { message: 'replayed' } } })
    await instance.settle()
    expect(journal(instance, id).filter((line) => line === fulfilled.message)).toHaveLength(1)
  })

  it('given twice in the same instant is taken once', async () => {
    const id = await approvedOrder(instance)
    const nonce = 'cd'.repeat(16)
    const time = Math.floor(instance.simulator.clock.now().getTime() / 1000)
    const twice = [1, 2].map(() => instance.callBack(`fulfilments/${id}`, fulfilled, { nonce, time }))
    expect((await Promise.all(twice)).map((each) => each.status).sort()).toEqual([200, 409])
    await instance.settle()
  })

  it('with another body, an old time or for another instance changes nothing', async () => {
    const id = await approvedOrder(instance)
    const path = `fulfilments/${id}`
    const denied = { ...fulfilled, state: 'denied' }
    expect(await instance.callBack(path, denied, { sentBody: fulfilled })).toMatchObject({ status: 401 })
    expect(await instance.callBack(path, fulfilled, { secondsOff: -360 })).toMatchObject({
      status: 401,
      body: { error: { message: 'clock_off' } },
    })
    expect(call(instance, id, 'fulfilment')).toMatchObject({ remote_state: 'checking' })
    expect(await instance.callBack(path, fulfilled, { instanceId: 'another' })).toMatchObject({ status: 403 })
    expect(instance.row('x_hlps_access_key', 'key_id=in-1')?.state).toBe('exposed')
    expect(await instance.callBack(path, fulfilled)).toMatchObject({ status: 401 })
    expect(call(instance, id, 'fulfilment')).toMatchObject({ remote_state: 'checking' })
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
    const jira = '01a22e61-8435-7000-9e03-dc2ec072d38d'
    const apps = [{ ...entry, id: jira, name: 'Jira: member' }]
    expect(
      await instance.callBack('catalog', { version: 5, isFull: false, apps, removed: ['role-wiki'] }),
    ).toMatchObject({ status: 200 })
    // An order names the row: that the row is the role's cannot be exchanged.
    const row = instance.row('x_hlps_access_app', `role_id=${jira}`)
    expect(row).toMatchObject({ name: 'Jira: member', sys_id: jira.replaceAll('-', '') })
    expect(instance.row('x_hlps_access_app', 'role_id=role-wiki')?.requestable).toBe('false')
    expect((await instance.callBack('health', null)).body).toMatchObject({
      result: { instanceId: instance.instanceId, keyId: 'in-1' },
    })
  })
})

describe('the way out', () => {
  const outward = async () =>
    ((await instance.callBack('health?outward=true', null)).body as { result: { outward?: unknown } }).result.outward
  const ways = ['read', 'fulfil', 'password']

  it('is tried when it is asked for, as each of the OAuth clients', async () => {
    const before = instance.hallpass.heard.length
    expect(await outward()).toEqual(ways.map((client) => ({ client, status: 200, error: '' })))
    const heard = instance.hallpass.heard.slice(before)
    expect(heard.map(({ path, scope }) => [path, scope])).toEqual(
      ways.map((client) => ['/desk/v1/connection', `desk.${client}`]),
    )
  })

  it('is said to be closed where nothing answers at the address of Hallpass', async () => {
    instance.setProperty('x_hlps_access.hallpass_url', 'http://127.0.0.1:1')
    try {
      expect(await outward()).toEqual([{ client: 'read', status: 0, error: expect.stringMatching(/^No answer: .+/) }])
    } finally {
      instance.setProperty('x_hlps_access.hallpass_url', instance.hallpass.url)
    }
  })

  it('is not tried by an instance that calls nobody, nor told to whoever does not ask', async () => {
    expect((await instance.callBack('health', null)).body).not.toHaveProperty('result.outward')
    instance.setProperty('x_hlps_access.mode', 'pull')
    try {
      expect(await outward()).toBeUndefined()
    } finally {
      instance.setProperty('x_hlps_access.mode', 'push')
    }
  })
})

describe('in pull mode', () => {
  it('the instance calls nobody: Hallpass reads the outbox and writes its answers into it', async () => {
    instance.setProperty('x_hlps_access.mode', 'pull')
    try {
      const before = instance.hallpass.heard.length
      const id = await orderApps(instance, 'molly', ['role-sf'])
      await answerOutbox('apps', 200, {
        version: 1,
        apps: [{ id: 'role-sf', name: 'Salesforce', held: false, requestable: true }],
      })
      await answerOutbox('role-sf', 200, { roleId: 'role-sf', version: 1, stages: [manager] })
      await decide(instance, id, 'marcus', 'approved')
      await answerOutbox('', 202, { id: 'f-1', state: 'checking', message: '', version: 1, items: [] })
      await instance.callBack(`fulfilments/${id}`, fulfilled)
      await instance.settle()
      expect(item(instance, id)).toMatchObject({ state: '3' })
      expect(instance.hallpass.heard).toHaveLength(before)
    } finally {
      instance.setProperty('x_hlps_access.mode', 'push')
    }
  })

  it('an answer that says later is counted, and the call waits again', async () => {
    instance.setProperty('x_hlps_access.mode', 'pull')
    try {
      await orderApps(instance, 'molly', ['role-sf'])
      const rowOf = () => instance.row('x_hlps_access_call', 'state=waiting^subject=role-sf')
      await answerOutbox('role-sf', 429, { code: 'too_many_tries' })
      expect(rowOf()).toMatchObject({ attempts: '1', status_code: '429' })
      const first = rowOf()?.next_try_at ?? ''
      await answerOutbox('role-sf', 429, { code: 'too_many_tries' })
      expect(rowOf()?.attempts).toBe('2')
      expect(String(rowOf()?.next_try_at) > first).toBe(true)
      await answerOutbox('role-sf', 200, { roleId: 'role-sf', version: 1, stages: [manager] })
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
      expect(item(instance, id)).toMatchObject({ state: '4' })
      expect(journal(instance, id).join()).toContain('This instance is a copy')
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
