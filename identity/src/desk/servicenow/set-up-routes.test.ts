import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Login } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'
import { administratorPassword, openTestInstance, type TestInstance } from './testing-instance.ts'

let house: House
let second: TestInstance
beforeAll(async () => {
  house = await openHouse()
  second = await openTestInstance({ start: house.platform.clock.now() })
})
afterAll(async () => {
  await second.stop()
  await house.close()
})

// As many set-ups as these would be too many in one minute.
beforeEach(async () => {
  second.clock.advance(61_000)
  await house.later(61)
})

const base = '/api/servicenow'
const call = async (login: Login, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
  const { headers } = await house.signIn(login)
  return house.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
}
const whole = () => ({
  name: 'Second',
  instanceUrl: second.url,
  mode: 'push',
  matchBy: 'user_name',
  login: 'admin',
  password: administratorPassword,
})
const secretOf = async (id: string) =>
  (await house.owner.query('select sealed_secret from servicenow_connections where id = $1', [id])).rows[0]

const pageAt = async (url: string): Promise<{ items: { number: string }[]; next: string | null }> =>
  (await call('ivan', 'GET', url)).json()

test('an administrator of both sides connects an instance, and no secret is answered', async () => {
  const made = await call('ivan', 'POST', `${base}/set-up`, whole())
  expect(made.statusCode, made.body).toBe(200)
  expect(made.json()).toMatchObject({ name: 'Second', state: 'active', instanceId: null, open: 0 })
  expect(made.body).not.toMatch(/secret|base64/i)
  expect(made.body).not.toContain(administratorPassword)
  const tested = await call('ivan', 'POST', `${base}/connections/${made.json().id}/test`)
  expect(tested.json(), tested.body).toMatchObject({ ok: true, connection: { instanceId: second.id } })
})

test('again it is the same connection with other secrets', async () => {
  const [first, again] = [
    await call('ivan', 'POST', `${base}/set-up`, whole()),
    await call('ivan', 'POST', `${base}/set-up`, whole()),
  ]
  expect(again.json().id).toBe(first.json().id)
  expect(again.json().oauthClientId).not.toBe(first.json().oauthClientId)
})

test('the trail knows what was meant before anything is written, in whose name, and what came of it', async () => {
  const { id } = (await call('ivan', 'POST', `${base}/set-up`, whole())).json()
  expect((await call('ivan', 'POST', `${base}/connections/${id}/test`)).json().ok).toBe(true)
  const before = second.calls.length
  expect((await call('ivan', 'POST', `${base}/set-up`, whole())).statusCode).toBe(200)
  const { rows } = await house.owner.query(
    `select body->>'kind' as kind, body->>'ok' as ok, value from audit_entries join audit_personal on entry_id = id
     where body->>'action' = 'servicenow.set_up' and name = 'personal.administrator' order by id desc limit 2`,
  )
  expect(rows.toReversed()).toEqual([
    { kind: 'intent', ok: null, value: 'admin' },
    { kind: 'outcome', ok: 'true', value: 'admin' },
  ])
  // Signed out when it is over; looked at with its keys before anybody signed in.
  const calls = second.calls.slice(before)
  expect(calls.at(-1)).toBe('GET /logout.do')
  const health = calls.indexOf('GET /api/x_hlps_access/v1/callback/health')
  expect([health >= 0, health < calls.indexOf('POST /angular.do')]).toEqual([true, true])
})

test('what fails on the way is an outcome in the trail, and the session there is ended all the same', async () => {
  const { name: _name, mode: _mode, matchBy: _by, ...admin } = whole()
  const app = Buffer.from('PK\u0003\u0004 and nothing else').toString('base64')
  const answer = await call('ivan', 'POST', `${base}/install-app`, { ...admin, app })
  expect(answer.statusCode, answer.body).toBe(409)
  const { rows } = await house.owner.query(
    `select body->>'kind' as kind, body->>'ok' as ok from audit_entries
     where body->>'action' = 'servicenow.app_installed' order by id desc limit 2`,
  )
  expect(rows.toReversed()).toEqual([
    { kind: 'intent', ok: null },
    { kind: 'outcome', ok: 'false' },
  ])
  expect(second.calls.at(-1)).toBe('GET /logout.do')
})

test('of two set-ups of one instance at once one is refused', async () => {
  const { headers } = await house.signIn('ivan')
  const one = () => house.server.inject({ method: 'POST', url: `${base}/set-up`, headers, payload: whole() })
  const answers = await Promise.all([one(), one()])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('servicenow_set_up_running')
  expect((await one()).statusCode).toBe(200)
})

test('a copy at the address of an instance is not set up in its place', async () => {
  const made = (await call('ivan', 'POST', `${base}/set-up`, whole())).json()
  expect((await call('ivan', 'POST', `${base}/connections/${made.id}/test`)).json().ok).toBe(true)
  const bound = 'update servicenow_connections set instance_id = $1 where id = $2'
  await house.owner.query(bound, ['e'.repeat(32), made.id])
  const before = second.calls.length
  const copy = await call('ivan', 'POST', `${base}/set-up`, whole())
  expect([copy.statusCode, copy.json().code]).toEqual([409, 'servicenow_other_instance'])
  expect(second.calls.slice(before)).not.toContain('POST /angular.do')
  const url = `${base}/connections/${made.id}`
  const shown = (await call('ivan', 'GET', url)).json()
  expect(shown.oauthClientId).toBe(made.oauthClientId)
  expect(new Set(shown.keys.map(({ state }: { state: string }) => state))).toEqual(new Set(['exposed']))
  await house.owner.query(bound, [second.id, made.id])
})

test('a wrong password, another address and a plain one are named, and the password goes nowhere', async () => {
  const wrong = await call('ivan', 'POST', `${base}/set-up`, { ...whole(), password: 'not the password' })
  expect([wrong.statusCode, wrong.json().fields[0].field]).toEqual([400, 'password'])
  expect(wrong.body).not.toContain('not the password')
  const silent = await call('ivan', 'POST', `${base}/set-up`, { ...whole(), instanceUrl: 'https://127.0.0.1:1' })
  expect([silent.statusCode, silent.json().code]).toEqual([409, 'servicenow_silent'])
  for (const { level, msg } of house.log.map((line) => JSON.parse(line)))
    expect([level < 50, String(msg).includes(administratorPassword)]).toEqual([true, false])
  const trail = await house.owner.query('select count(*)::int as found from audit_entries where body::text like $1', [
    `%${administratorPassword}%`,
  ])
  expect(trail.rows[0].found).toBe(0)
})

test.each(['http://\u{eb687}=/', 'https://[', 'https://a:b'])(
  '%j is no address, wherever one is entered',
  async (instanceUrl) => {
    const { name, mode: _mode, matchBy: _by, ...admin } = whole()
    const client = { oauthClientId: 'client', oauthClientSecret: 'a secret of the client' }
    const { version } = (await call('ivan', 'GET', `${base}/connections/${house.connectionId}`)).json()
    for (const [method, url, payload] of [
      ['POST', `${base}/connections`, { name, instanceUrl, ...client }],
      ['PATCH', `${base}/connections/${house.connectionId}`, { instanceUrl, version, ...client }],
      ['POST', `${base}/set-up`, { ...whole(), instanceUrl }],
      ['POST', `${base}/install-app`, { ...admin, instanceUrl, app: Buffer.from('PK\u0003\u0004').toString('base64') }],
    ] as const) {
      const answer = await call('ivan', method, url, payload)
      expect([url, answer.statusCode, answer.json().fields?.[0].field]).toEqual([url, 400, 'instanceUrl'])
    }
  },
)

test('what is no packed app is refused before anybody signs in there', async () => {
  const { name: _name, mode: _mode, matchBy: _by, ...admin } = whole()
  const before = second.calls.length
  const text = Buffer.from('this is no zip').toString('base64')
  const answer = await call('ivan', 'POST', `${base}/install-app`, { ...admin, app: text })
  expect([answer.statusCode, answer.json().fields[0].field]).toEqual([400, 'app'])
  expect(second.calls.length).toBe(before)
})

test('setting up, installing and removing take a fresh proof of who it is', async () => {
  const { headers } = await house.signIn('ivan')
  await house.later(901)
  const { name: _name, mode: _mode, matchBy: _by, ...admin } = whole()
  for (const [method, url, payload] of [
    ['POST', `${base}/set-up`, whole()],
    ['POST', `${base}/install-app`, { ...admin, app: Buffer.from('PK\u0003\u0004').toString('base64') }],
    ['DELETE', `${base}/connections/${house.connectionId}`, undefined],
  ] as const) {
    const answer = await house.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'insufficient_user_authentication'])
  }
})

test('an order is listed with whose it is and where its ticket is read', async () => {
  const ritm = house.ordered()
  await house.bring(ritm)
  await house.settle()
  const orders = `${base}/connections/${house.connectionId}/orders`
  const shown = await call('axel', 'GET', `${orders}?show=all`)
  expect(shown.json().items[0]).toMatchObject({
    number: ritm.number,
    url: `${house.instance.url}/sp?id=ticket&table=sc_req_item&sys_id=${ritm.sysId}`,
    person: { displayName: expect.any(String) },
    roles: [{ name: 'Salesforce', requestId: expect.any(String) }],
    state: 'denied',
    isTold: true,
  })
  expect((await call('axel', 'GET', `${orders}?show=open`)).json().items).toEqual([])
  expect((await call('axel', 'GET', `${orders}?cursor=nonsense`)).statusCode).toBe(400)
})

test('pages of orders hold each once', async () => {
  for (let n = 0; n < 3; n++) await house.bring(house.ordered())
  await house.settle()
  const orders = `${base}/connections/${house.connectionId}/orders?limit=2`
  const numbers: string[] = []
  let url: string | null = orders
  while (url !== null) {
    const { items, next } = await pageAt(url)
    numbers.push(...items.map(({ number }) => number))
    url = next === null ? null : `${orders}&cursor=${next}`
  }
  expect(numbers.length).toBeGreaterThanOrEqual(4)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('the ticket of a request is told to those who may see the request, and to nobody else', async () => {
  const ritm = house.ordered()
  await house.later(60)
  for (const approver of ['marcus', 'ivan']) house.instance.approve(ritm.sysId, approver)
  await house.bring(ritm)
  await house.settle()
  const grant = await house.app.access.heldGrant(house.app.foundation.db, house.id.molly, house.roleId)
  const url = `/api/tickets?requestIds=${house.id.leo},${grant?.requestId}`
  for (const who of ['molly', 'marcus', 'ivan', 'axel'] as const)
    expect((await call(who, 'GET', url)).json().items, who).toEqual([
      {
        requestId: grant?.requestId,
        system: 'Acme',
        number: ritm.number,
        url: `${house.instance.url}/sp?id=ticket&table=sc_req_item&sys_id=${ritm.sysId}`,
      },
    ])
  for (const who of ['leo', 'dora', 'diana'] as const)
    expect((await call(who, 'GET', url)).json().items, who).toEqual([])
})

test('a connection that something came from stays; one that nothing came from is removed with all it opened', async () => {
  const used = await call('ivan', 'DELETE', `${base}/connections/${house.connectionId}`)
  expect([used.statusCode, used.json().code]).toEqual([409, 'servicenow_connection_used'])
  expect(await secretOf(house.connectionId)).toBeDefined()
  const made = await call('ivan', 'POST', `${base}/connections`, {
    name: 'Typed wrong',
    instanceUrl: 'https://wrong.example',
    oauthClientId: 'x',
    oauthClientSecret: 'y',
  })
  const { id } = made.json().connection
  expect((await call('ivan', 'DELETE', `${base}/connections/${id}`)).statusCode).toBe(204)
  expect(await secretOf(id)).toBeUndefined()
  const left = await house.owner.query('select count(*)::int as found from service_clients where owner_id = $1', [id])
  expect(left.rows[0].found).toBe(0)
  expect((await call('ivan', 'GET', `${base}/connections/${id}`)).statusCode).toBe(404)
})
