import { provisioningRoutes as spec } from '@hallpass/contract/provisioning'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Door, openDoor, provisioningWorld, type World } from './testing.ts'

let world: World
let door: Door
let appId: string
let plainId: string
let molly: string
let taskId: string
let accountId: string
const ghost = '0199d3a0-0000-7000-8000-00000000dead'
const admin = { personId: ghost, roles: ['admin' as const] }
const auditor = { personId: ghost, roles: ['auditor' as const] }

beforeAll(async () => {
  world = await provisioningWorld()
  door = await openDoor(world)
  molly = await world.person('molly')
  appId = await world.app('Salesforce')
  plainId = (await world.access.addApp({ name: 'Wiki' }, { kind: 'system', name: 'test' })).id
  const manual = await world.app('Parking', { kind: 'manual' })
  await world.grant(molly, await world.role('Both', [{ appId }, { appId: manual }]))
  await world.settle()
  taskId = (await world.task(manual, molly))?.id ?? ''
  accountId = (await world.account(appId, molly)).id
})
afterAll(async () => {
  await door.close()
  await world.close()
})

const bodies: Partial<Record<keyof typeof spec, object>> = {
  putConnection: { kind: 'none' },
  compareApp: {},
  assignTask: { ownerId: null },
  finishTask: {},
}
const all = Object.entries(spec) as [keyof typeof spec, (typeof spec)[keyof typeof spec]][]
const named = (field: string) => expect.objectContaining({ field })

describe('every route', () => {
  test.each(all)('%s needs a signed-in caller', async (name, route) => {
    const answer = await door.call(null, route.method, route.path.replace(':id', ghost), bodies[name])
    expect(answer).toMatchObject({ status: 401, body: { code: 'sign_in_required' } })
  })

  test.each(all.filter(([, route]) => route.access !== 'person'))(
    '%s is closed to everybody else',
    async (name, route) => {
      const path = route.path.replace(':id', ghost)
      const agent = { personId: molly, roles: ['desk_agent' as const] }
      expect(await door.call(agent, route.method, path, bodies[name])).toMatchObject({ status: 403 })
      const isReading = route.method === 'GET'
      expect((await door.call(auditor, route.method, path, bodies[name])).status === 403).toBe(!isReading)
    },
  )

  test.each(all.filter(([, route]) => route.path.includes(':id')))(
    '%s answers 404 for what is not there',
    async (name, route) => {
      const answer = await door.call(admin, route.method, route.path.replace(':id', ghost), bodies[name])
      expect(answer).toMatchObject({ status: 404, body: { code: expect.stringContaining('not_found') } })
    },
  )

  test.each(all.filter(([, route]) => route.path.includes(':id')))(
    '%s answers 400 for an id that is none',
    async (name, route) => {
      expect(await door.call(admin, route.method, route.path.replace(':id', 'x'), bodies[name])).toMatchObject({
        status: 400,
      })
    },
  )

  test.each(all.filter(([, route]) => route.path.indexOf('list') < 0 && route.id.includes('list')))(
    '%s refuses a cursor that is none of its own',
    async (_name, route) => {
      const path = `${route.path.replace(':id', appId)}?cursor=bm9uZQ`
      expect(await door.call(admin, 'GET', path)).toMatchObject({ status: 400, body: { fields: [named('cursor')] } })
    },
  )
})

describe('connections', () => {
  const put = (body: object, id = plainId) => door.call(admin, 'PUT', `/api/apps/${id}/connection`, body)

  test('of an app that nobody connected is of kind none', async () => {
    expect(await door.call(auditor, 'GET', `/api/apps/${plainId}/connection`)).toMatchObject({
      status: 200,
      body: { kind: 'none', hasToken: false, baseUrl: null, app: { name: 'Wiki' }, health: { state: 'idle' } },
    })
  })

  test.each<[string, object, string]>([
    ['an address', { kind: 'scim', token: 'abc' }, 'baseUrl'],
    ['a token', { kind: 'scim', baseUrl: 'https://wiki.example/scim' }, 'token'],
    ['an address without a login', { kind: 'scim', baseUrl: 'https://a:b@wiki.example/scim', token: 'abc' }, 'baseUrl'],
    ['an address without a query', { kind: 'scim', baseUrl: 'https://wiki.example/scim?x=1', token: 'abc' }, 'baseUrl'],
    ['an address that is one', { kind: 'scim', baseUrl: 'ftp://wiki.example', token: 'abc' }, 'baseUrl'],
    ['a rate above nothing', { kind: 'manual', ratePerSecond: 0 }, 'ratePerSecond'],
    ['an owner who is here', { kind: 'manual', taskOwnerId: ghost }, 'taskOwnerId'],
  ])('want %s', async (_what, body, field) => {
    expect(await put(body)).toMatchObject({ status: 400, body: { fields: [named(field)] } })
  })

  test('refuse what nobody asked for', async () => {
    expect(await put({ kind: 'none', sealedToken: 'x' })).toMatchObject({ status: 400 })
    expect(await put(JSON.parse('{"kind":"none","__proto__":{"kind":"scim"}}'))).toMatchObject({ status: 400 })
  })

  test('never show the token again, and want it again for another address', async () => {
    const secret = 'a-very-secret-token'
    const first = await put({ kind: 'scim', baseUrl: `${world.server.baseUrl}/`, token: secret })
    expect(first).toMatchObject({ status: 200, body: { hasToken: true, baseUrl: world.server.baseUrl } })
    const kept = await put({ kind: 'scim', ratePerSecond: 7 })
    expect(kept).toMatchObject({ status: 200, body: { hasToken: true, ratePerSecond: 7 } })
    world.server.forgetCalls()
    const moved = await put({ kind: 'scim', baseUrl: 'http://127.0.0.1:9/evil' })
    expect(moved).toMatchObject({ status: 400, body: { code: 'token_required', fields: [named('token')] } })
    expect(world.server.calls).toEqual([])
    const shown = [first.text, kept.text, moved.text, JSON.stringify(await world.entries({ appId: plainId }))]
    expect(shown.filter((text) => text.includes(secret))).toEqual([])
  })

  test('forget the token when the app is no longer asked', async () => {
    expect(await put({ kind: 'manual' })).toMatchObject({ status: 200, body: { hasToken: false, baseUrl: null } })
    const back = await put({ kind: 'scim', baseUrl: world.server.baseUrl })
    expect(back).toMatchObject({ status: 400, body: { code: 'token_required' } })
  })

  test('cannot be taken away while accounts of theirs are active', async () => {
    expect(await put({ kind: 'none' }, appId)).toMatchObject({
      status: 409,
      body: { code: 'accounts_remain', count: 1 },
    })
  })

  test('are checked live, and the check is kept with the settings it was made with', async () => {
    const path = `/api/apps/${appId}/connection`
    expect(await door.call(admin, 'POST', `${path}/check`)).toMatchObject({ status: 200, body: { ok: true } })
    expect(await door.call(admin, 'GET', path)).toMatchObject({ body: { check: { ok: true } } })
    expect(await put({ kind: 'scim', parallel: 3 }, appId)).toMatchObject({ body: { check: null, parallel: 3 } })
    world.server.fail({ on: 'any', fault: { kind: 'status', status: 401 } })
    const failed = await door.call(admin, 'POST', `${path}/check`)
    expect(failed).toMatchObject({ body: { ok: false, findings: [{ level: 'fault', subject: 'token' }] } })
  })

  test('that are not automated cannot be checked or compared', async () => {
    expect(await put({ kind: 'manual' })).toMatchObject({ status: 200 })
    for (const [verb, body] of [
      ['check', undefined],
      ['compare', {}],
    ] as const) {
      const answer = await door.call(admin, 'POST', `/api/apps/${plainId}/connection/${verb}`, body)
      expect(answer).toMatchObject({ status: 409, body: { code: 'app_not_automated' } })
    }
  })

  test('are listed with their health and counts', async () => {
    const { body } = await door.call(auditor, 'GET', '/api/connections?limit=1')
    expect(body).toMatchObject({ items: [{ app: { id: appId }, counts: { active: 1 } }], next: expect.any(String) })
    const rest = await door.call(auditor, 'GET', `/api/connections?cursor=${body.next}`)
    expect((rest.body.items as { app: { id: string } }[]).map((item) => item.app.id)).not.toContain(appId)
  })

  test('are compared on demand, and the comparison is listed', async () => {
    const path = `/api/apps/${appId}/connection`
    const begun = await door.call(admin, 'POST', `${path}/compare`, {})
    expect(begun).toMatchObject({ status: 202, body: { state: 'running' } })
    const again = await door.call(admin, 'POST', `${path}/compare`, {})
    expect(again.body.id).toBe(begun.body.id)
    await world.settle()
    const { body } = await door.call(auditor, 'GET', `${path}/comparisons`)
    expect(body).toMatchObject({ items: [{ id: begun.body.id, state: 'done', listed: 1 }], next: null })
  })

  test('of Hallpass itself do not exist', async () => {
    const hallpass = '01900000-0000-7000-8000-000000000001'
    expect(await put({ kind: 'manual' }, hallpass)).toMatchObject({ status: 409, body: { code: 'app_built_in' } })
  })
})

describe('accounts', () => {
  test('are listed by person, app and state', async () => {
    const list = async (query: string) => {
      const { body } = await door.call(auditor, 'GET', `/api/accounts?${query}`)
      return (body.items as { id: string }[]).map((item) => item.id)
    }
    expect(await list(`personId=${molly}`)).toHaveLength(2)
    expect(await list(`appId=${appId}`)).toEqual([accountId])
    expect(await list('state=needs_task')).toHaveLength(1)
    expect(await list(`personId=${ghost}`)).toEqual([])
  })

  test('show the person, the app and whether they match', async () => {
    expect(await door.call(auditor, 'GET', `/api/accounts/${accountId}`)).toMatchObject({
      status: 200,
      body: {
        person: { displayName: 'molly' },
        app: { name: 'Salesforce' },
        state: 'active',
        settled: true,
        taskId: null,
      },
    })
  })

  test('that match cannot be tried again, those that do not can', async () => {
    const again = () => door.call(admin, 'POST', `/api/accounts/${accountId}/retry`)
    expect(await again()).toMatchObject({ status: 409, body: { code: 'account_settled' } })
    world.server.fail({ on: 'user.patch', fault: { kind: 'status', status: 400, detail: 'Not now.' } })
    world.server.fail({ on: 'user.patch', fault: { kind: 'status', status: 400, detail: 'Not now.' } })
    world.server.fail({ on: 'user.replace', fault: { kind: 'status', status: 400, detail: 'Not now.' } })
    await world.change(molly, { displayName: 'Molly Byrne' })
    await world.settle()
    expect(await door.call(admin, 'GET', `/api/accounts/${accountId}`)).toMatchObject({
      body: { state: 'needs_task', lastError: expect.stringContaining('Not now.'), taskId: expect.any(String) },
    })
    expect(await again()).toMatchObject({ status: 202, body: { state: 'pending' } })
    await world.settle()
    expect(await door.call(admin, 'GET', `/api/accounts/${accountId}`)).toMatchObject({ body: { state: 'active' } })
  })
})

describe('tasks', () => {
  test('are listed for administrators, and to their owner as theirs', async () => {
    expect(await door.call(auditor, 'GET', '/api/tasks')).toMatchObject({
      body: { items: [{ id: taskId, kind: 'make_account', owner: null, person: { id: molly } }] },
    })
    const mine = (personId: string) => door.call({ personId, roles: [] }, 'GET', '/api/tasks/mine')
    const ivan = await world.person('ivan')
    expect((await mine(ivan)).body.items).toEqual([])
    const assigned = await door.call(admin, 'POST', `/api/tasks/${taskId}/assign`, { ownerId: ivan })
    expect(assigned).toMatchObject({ status: 200, body: { owner: { id: ivan } } })
    expect(await mine(ivan)).toMatchObject({ body: { items: [{ id: taskId }] } })
    const nobody = await door.call(admin, 'POST', `/api/tasks/${taskId}/assign`, { ownerId: ghost })
    expect(nobody).toMatchObject({ status: 400, body: { fields: [named('ownerId')] } })
  })

  test('are done by their owner or an administrator, once', async () => {
    const path = `/api/tasks/${taskId}/done`
    expect(await door.call({ personId: molly, roles: [] }, 'POST', path, {})).toMatchObject({ status: 403 })
    expect(await door.call(auditor, 'POST', path, {})).toMatchObject({ status: 403 })
    expect(await door.call(admin, 'POST', path, { remoteId: 'any' })).toMatchObject({
      status: 400,
      body: { fields: [named('remoteId')] },
    })
    expect(await door.call(admin, 'POST', path, { note: 'Place 17' })).toMatchObject({
      status: 200,
      body: { state: 'done', note: 'Place 17' },
    })
    expect(await door.call(admin, 'POST', path, {})).toMatchObject({ status: 409, body: { code: 'task_closed' } })
    expect(await door.call(auditor, 'GET', '/api/tasks?state=done')).toMatchObject({
      body: { items: [{ id: taskId }] },
    })
  })
})
