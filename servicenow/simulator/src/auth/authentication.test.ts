import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visit } from '../portal/testing-visitor.ts'
import { caller } from '../rest/testing-caller.ts'
import { roleId } from '../seed/base-roles.ts'
import { administrator } from '../seed/base-system.ts'
import { companyPassword } from '../seed/company.ts'
import { put } from '../seed/put.ts'
import { type Simulator, setProperty, startSimulator } from '../start-simulator.ts'
import { movableClock } from '../store/clock.ts'
import { system } from '../store/open-records.ts'

let simulator: Simulator
const clock = movableClock({ start: new Date('2026-03-02T09:00:00Z') })
beforeAll(async () => {
  simulator = await startSimulator({ clock, basicAuth: 'restricted' })
  const { records } = simulator
  const machine = put(records, 'sys_user', 'svc', {
    user_name: 'svc.integration',
    name: 'Integration',
    active: 'true',
    web_service_access_only: 'true',
    identity_type: 'machine',
    user_password: 'machine password',
  })
  put(records, 'sys_user_has_role', 'svc itil', { user: machine, role: roleId(records, 'itil') })
  const client = { name: 'Client', client_id: 'c1', client_secret: 's1', user: machine, active: 'true' }
  put(records, 'oauth_entity', 'client', { ...client, access_token_lifespan: '1800' })
  put(records, 'api_key', 'key', { name: 'Key', token: 'api-key-1', user: machine, active: 'true' })
})
afterAll(() => simulator.stop())

async function token(form: Record<string, string>) {
  const body = new URLSearchParams({ client_id: 'c1', client_secret: 's1', ...form })
  const answer = await fetch(`${simulator.url}/oauth_token.do`, { method: 'POST', body })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

const path = '/api/now/table/incident?sysparm_limit=1'

describe('Basic authentication, restricted', () => {
  test('refuses an account that can sign in at the login page, as if the password were wrong', async () => {
    const right = await caller(simulator.url, 'dora', companyPassword).get(path)
    const wrong = await caller(simulator.url, 'dora', 'nonsense').get(path)
    expect([right.status, right.body]).toEqual([401, wrong.body])
    expect(simulator.records.find('syslog', 'messageLIKESNCRestrictBasicAuthUserAuthenticationGate')).toHaveLength(1)
  })

  test('lets an account through that is for web services only', async () => {
    expect((await caller(simulator.url, 'svc.integration', 'machine password').get(path)).status).toBe(200)
  })

  test('lets an account through that has the role for it', async () => {
    const { records } = simulator
    const dora = records.find('sys_user', 'user_name=dora')[0]?.sys_id ?? ''
    put(records, 'sys_user_has_role', 'dora basic', { user: dora, role: roleId(records, 'snc_basic_auth_api_access') })
    expect((await caller(simulator.url, 'dora', companyPassword).get(path)).status).toBe(200)
  })

  test('refuses a locked and an inactive account', async () => {
    const id = simulator.records.find('sys_user', 'user_name=svc.integration')[0]?.sys_id ?? ''
    const admin = { userId: '', userName: 'test', roles: new Set<string>(), isSystem: true }
    const call = async () => (await caller(simulator.url, 'svc.integration', 'machine password').get(path)).status
    simulator.records.update('sys_user', id, { locked_out: 'true' }, admin)
    expect(await call()).toBe(401)
    simulator.records.update('sys_user', id, { locked_out: 'false', active: 'false' }, admin)
    expect(await call()).toBe(401)
    simulator.records.update('sys_user', id, { active: 'true' }, admin)
    expect(await call()).toBe(200)
  })
})

describe('OAuth', () => {
  test('client credentials give a token without a refresh token, for the application user', async () => {
    const { status, body } = await token({ grant_type: 'client_credentials' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'Bearer', scope: 'useraccount', expires_in: 1799 })
    expect(body).not.toHaveProperty('refresh_token')
    const made = await caller(simulator.url, body.access_token ?? '').post('/api/now/table/incident', {})
    expect(made.body.result.sys_created_by).toBe('svc.integration')
  })

  test('asking again gives the same token with less time left, and another one after its end', async () => {
    const first = (await token({ grant_type: 'client_credentials' })).body
    clock.advance(60_000)
    const second = (await token({ grant_type: 'client_credentials' })).body
    expect(second.access_token).toBe(first.access_token)
    expect(Number(second.expires_in)).toBeLessThanOrEqual(1740)
    clock.advance(1_800_000)
    expect((await caller(simulator.url, first.access_token ?? '').get(path)).status).toBe(401)
    expect((await token({ grant_type: 'client_credentials' })).body.access_token).not.toBe(first.access_token)
  })

  test('is refused while the property says so', async () => {
    const name = 'glide.oauth.inbound.client.credential.grant_type.enabled'
    setProperty(simulator.records, name, 'false')
    expect((await token({ grant_type: 'client_credentials' })).status).toBe(401)
    setProperty(simulator.records, name, 'true')
  })

  test('a password gives a pair, and the refresh token a new one', async () => {
    const { body } = await token({
      grant_type: 'password',
      username: administrator.userName,
      password: administrator.password,
    })
    expect((await caller(simulator.url, body.access_token ?? '').get(path)).status).toBe(200)
    clock.advance(1_801_000)
    const next = (await token({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' })).body
    expect(next.access_token).not.toBe(body.access_token)
    expect((await caller(simulator.url, next.access_token ?? '').get(path)).status).toBe(200)
  })

  test('a wrong password and a wrong client are refused in its own words', async () => {
    expect(await token({ grant_type: 'password', username: 'admin', password: 'x' })).toEqual({
      status: 401,
      body: { error: 'server_error', error_description: 'access_denied' },
    })
    expect((await token({ grant_type: 'client_credentials', client_secret: 'x' })).body.error).toBe('invalid_client')
    expect((await token({ grant_type: 'nonsense' })).body.error).toBe('unsupported_grant_type')
  })

  test('a token in other case is another token', async () => {
    const { body } = await token({ grant_type: 'client_credentials' })
    const other = (body.access_token ?? '').replace(/[a-zA-Z]/, (c) =>
      c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase(),
    )
    expect((await caller(simulator.url, other).get(path)).status).toBe(401)
  })
})

test('a person lets an application act for him; its code works once, with the verifier', async () => {
  const { records } = simulator
  const redirect = 'https://app.example/back'
  const client = { name: 'App', client_id: 'web', client_secret: 's2', redirect_url: redirect, active: 'true' }
  put(records, 'oauth_entity', 'web', client)
  const verifier = 'v'.repeat(43)
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const molly = await visit(simulator.url, 'molly', companyPassword)
  const query = (redirectUri: string) =>
    `/oauth_auth.do?${new URLSearchParams({ response_type: 'code', client_id: 'web', redirect_uri: redirectUri, state: 'x y', code_challenge: challenge, code_challenge_method: 'S256' })}`
  expect((await molly.go(query('https://evil.example'))).status).toBe(400)
  expect((await molly.go(query(redirect))).text).toContain('App')
  const back = new URL(await molly.sendTo(query(redirect), { decision: 'allow' }))
  expect([back.origin, back.searchParams.get('state')]).toEqual(['https://app.example', 'x y'])
  const form = {
    grant_type: 'authorization_code',
    code: back.searchParams.get('code') ?? '',
    redirect_uri: redirect,
    client_id: 'web',
    client_secret: 's2',
  }
  const right = await token({ ...form, code_verifier: verifier })
  expect(right.body).toMatchObject({ access_token: expect.any(String), refresh_token: expect.any(String) })
  expect((await token({ ...form, code_verifier: verifier })).status).toBe(401)
  const again = new URL(await molly.sendTo(query(redirect), { decision: 'allow' }))
  const wrong = { ...form, code: again.searchParams.get('code') ?? '', code_verifier: 'w'.repeat(43) }
  expect((await token(wrong)).status).toBe(401)
  expect(new URL(await molly.sendTo(query(redirect), { decision: 'deny' })).searchParams.get('error')).toBe(
    'access_denied',
  )
})

test('an API key is accepted in its header', async () => {
  const call = (key: string) => fetch(`${simulator.url}${path}`, { headers: { 'x-sn-apikey': key } })
  expect((await call('api-key-1')).status).toBe(200)
  expect((await call('api-key-2')).status).toBe(401)
})

describe('sessions', () => {
  test('count only with their token', async () => {
    const { cookie, token: userToken } = simulator.sessions.open(
      simulator.records.find('sys_user', 'user_name=admin')[0]?.sys_id ?? '',
    )
    const call = (headers: Record<string, string>) =>
      fetch(`${simulator.url}${path}`, { headers: { cookie: `JSESSIONID=${cookie}`, ...headers } })
    expect((await call({})).status).toBe(401)
    expect((await call({ 'x-usertoken': 'x' })).status).toBe(401)
    expect((await call({ 'x-usertoken': userToken })).status).toBe(200)
  })

  test('five wrong passwords lock an account', () => {
    for (let n = 0; n < 5; n++)
      expect(simulator.sessions.signIn('leo', 'wrong')).toEqual({ ok: false, reason: 'wrong' })
    expect(simulator.sessions.signIn('leo', companyPassword)).toEqual({ ok: false, reason: 'locked' })
  })
})

describe('roles', () => {
  test('are told with the way they come by', async () => {
    const admin = (
      await token({ grant_type: 'password', username: administrator.userName, password: administrator.password })
    ).body
    const dora = simulator.records.find('sys_user', 'user_name=dora')[0]?.sys_id
    const answer = await caller(simulator.url, admin.access_token ?? '').get(
      `/api/global/user_role_inheritance?user_sysid=${dora}`,
    )
    expect(answer.body.result.from_group).toContain('[Service Desk]/itil/approver_user')
    expect(answer.body.result.from_role).toContain('/password_reset_service_desk')
  })

  test('come through groups, groups above and contained roles, and go with them', () => {
    const { records } = simulator
    const admin = { userId: '', userName: 'test', roles: new Set<string>(), isSystem: true }
    const roles = (login: string) =>
      new Set(
        records
          .find('sys_user_has_role', `user.user_name=${login}`)
          .map((row) => records.display('sys_user_has_role', row, 'role')),
      )
    expect(roles('dora')).toContain('itil')
    expect(roles('dora')).toContain('approver_user')
    const above = put(records, 'sys_user_group', 'above', { name: 'Above' })
    put(records, 'sys_group_has_role', 'above user_admin', { group: above, role: roleId(records, 'user_admin') })
    const desk = records.find('sys_user_group', 'name=Service Desk')[0]?.sys_id ?? ''
    records.update('sys_user_group', desk, { parent: above }, admin)
    expect(roles('dora')).toContain('user_admin')
    records.update('sys_user_group', desk, { parent: '' }, admin)
    expect(roles('dora')).not.toContain('user_admin')
    const member = records.find('sys_user_grmember', `group=${desk}^user.user_name=dora`)[0]?.sys_id ?? ''
    records.remove('sys_user_grmember', member, admin)
    expect(roles('dora')).not.toContain('itil')
  })
})

describe('rate limits', () => {
  test('more calls than a rule allows in an hour are refused with when to come back', async () => {
    const limited = await startSimulator({
      clock,
      rateLimits: [{ name: 'Table API', path: '/api/now/table', requestsPerHour: 2 }],
    })
    const admin = caller(limited.url, administrator.userName, administrator.password)
    expect((await admin.get(path)).headers.get('x-ratelimit-limit')).toBe('2')
    await admin.get(path)
    const refused = await admin.get(path)
    expect(refused.status).toBe(429)
    expect(refused.body.error).toEqual({
      message: 'Rate limit exceeded',
      detail: 'Rate limit of 2 requests per hour for Table API exceeded',
    })
    expect(refused.headers.get('retry-after')).toBe('3600')
    const [rule] = limited.records.find('sys_rate_limit_rules', 'name=Table API')
    expect(refused.headers.get('x-ratelimit-rule')).toBe(rule?.sys_id)
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe(clock.now().getTime() / 1000 + 3600)
    expect((await caller(limited.url, 'dora', companyPassword).get(path)).status).toBe(200)
    clock.advance(3_600_000)
    expect((await admin.get(path)).status).toBe(200)
    await limited.stop()
  })

  test('of several rules for one resource the one for the person counts, else the strictest for a role', async () => {
    const of = (name: string, requestsPerHour: number) => ({ name, path: '/api/now/table', requestsPerHour })
    const rateLimits = [of('all', 2), { ...of('dora', 9), userName: 'dora' }]
    const limited = await startSimulator({ clock, rateLimits })
    const role = roleId(limited.records, 'admin')
    for (const limit of ['7', '5']) {
      const rule = { name: limit, type: 'role', role, resource_path: '/api/now/table', request_limit_per_hour: limit }
      limited.records.insert('sys_rate_limit_rules', rule, system)
    }
    const limitOf = async (login: string, password: string) =>
      (await caller(limited.url, login, password).get(path)).headers.get('x-ratelimit-limit')
    expect(await limitOf('dora', companyPassword)).toBe('9')
    expect(await limitOf(administrator.userName, administrator.password)).toBe('5')
    expect(await limitOf('molly', companyPassword)).toBe('2')
    await limited.stop()
  })
})
