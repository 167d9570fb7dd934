import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Login, openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { judgeSignOn } from './judge-sign-on.ts'
import { administratorPassword, openTestInstance, type TestInstance } from './testing-instance.ts'
import { addServiceNow } from './testing-sign-on.ts'

let world: TestApp
let instance: TestInstance
let appId: string
let ours: string
beforeAll(async () => {
  world = await openTestApp({ HALLPASS_INTERNAL_HOSTS: '*' })
  instance = await openTestInstance({ start: world.platform.clock.now() })
  appId = await addServiceNow(world, instance.url)
  ours = (await call('ivan', 'GET', `/api/apps/${appId}/saml`)).json().setup.certificate
})
afterAll(async () => {
  await instance?.stop()
  await world?.close()
})
beforeEach(() => world.forgetCounts())

const call = async (login: Login, method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, payload?: object) => {
  const { headers } = await world.signIn(login)
  return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
}
const admin = { login: 'admin', password: administratorPassword }
const setUp = (payload: object = admin, id = appId, login: Login = 'ivan') =>
  call(login, 'POST', `/api/apps/${id}/servicenow-sign-on`, payload)
const check = (payload: object = admin, id = appId, login: Login = 'ivan') =>
  call(login, 'POST', `/api/apps/${id}/servicenow-sign-on/check`, payload)

type Point = { subject: string; state: string; message: string }
const statesOf = (answer: { json(): { points: Point[] }; body: string }) =>
  Object.fromEntries(answer.json().points.map(({ subject, state }) => [subject, state]))
const done = [
  ...['property', 'record', 'entityId', 'requestUrl', 'homepage', 'issuer', 'audience', 'nameIdPolicy', 'userField'],
  ...['certificate', 'nextCertificate', 'opens'],
]
const allDone = { ...Object.fromEntries(done.map((subject) => [subject, 'done'])), active: 'there' }

const providers = () => instance.find('saml2_update1_properties', 'ORDERBYsys_id')
const provider = () => providers()[0]?.sys_id ?? ''
/** The tie of the certificate that is in use here. */
const tie = () =>
  instance
    .find('saml2_idp_certificate', `idp=${provider()}`)
    .find(({ certificate = '' }) => instance.row('sys_certificate', certificate).pem_certificate === ours)
const certificateThere = () => tie()?.certificate ?? ''
const count = () =>
  ['saml2_update1_properties', 'sys_certificate', 'saml2_idp_certificate'].map((name) => instance.find(name, '').length)

/** The administrator there, for a while with another role or none. */
async function withRole(name: string | null, work: () => Promise<void>): Promise<void> {
  const { records } = instance.simulator
  const user = instance.user('admin')
  const rolesOf = () => records.find('sys_user_has_role', `user=${user}`).map((row) => ({ ...row }))
  const before = rolesOf()
  for (const { sys_id = '' } of before) records.remove('sys_user_has_role', sys_id, system)
  const [role] = name === null ? [] : records.find('sys_user_role', `name=${name}`)
  if (role) records.insert('sys_user_has_role', { user, role: role.sys_id ?? '' }, system)
  await work()
  for (const { sys_id = '' } of rolesOf()) records.remove('sys_user_has_role', sys_id, system)
  for (const each of before) records.insert('sys_user_has_role', { user, role: each.role ?? '' }, system)
}

function allowReading(name: string, roleName: string): void {
  const { records } = instance.simulator
  const [role] = records.find('sys_user_role', `name=${roleName}`)
  const values = { name, operation: 'read', type: 'record', active: 'true', decision_type: 'allow' }
  const rule = records.insert('sys_security_acl', values, system)
  const sys_security_acl = rule && 'row' in rule ? (rule.row.sys_id ?? '') : ''
  records.insert('sys_security_acl_role', { sys_security_acl, sys_user_role: role?.sys_id ?? '' }, system)
}

function switchOff(): void {
  const [property] = instance.find('sys_properties', 'name=glide.authenticate.multisso.enabled')
  instance.set('sys_properties', property?.sys_id ?? '', { value: 'false' })
}

test('before anything is set up the check names what is to do, and changes nothing', async () => {
  switchOff()
  const before = count()
  const found = await check()
  expect(found.statusCode, found.body).toBe(200)
  expect(found.json().recordUrl).toBeNull()
  expect(statesOf(found)).toEqual({ property: 'todo', record: 'todo' })
  expect(count()).toEqual(before)
})

test('set up, only what ServiceNow wants done there is left, and the tile opens the record', async () => {
  const made = await setUp()
  expect(made.statusCode, made.body).toBe(200)
  expect(statesOf(made)).toEqual(allDone)
  expect(made.json().points.find(({ subject }: Point) => subject === 'active').message).toContain('Test Connection')
  const record = encodeURIComponent(`saml2_update1_properties.do?sys_id=${provider()}`)
  expect(made.json().recordUrl).toBe(`${instance.url}/nav_to.do?uri=${record}`)
  expect(instance.row('saml2_update1_properties', provider())).toMatchObject({ active: 'false', name: 'Hallpass' })
  const { addresses } = (await call('ivan', 'GET', `/api/apps/${appId}`)).json()
  expect(addresses.signOn).toBe(`${instance.url}/login_with_sso.do?glide_sso_id=${provider()}`)
  expect(made.body).not.toContain(administratorPassword)
  expect(instance.calls.at(-1)).toBe('GET /logout.do')
})

test('again is as good as once', async () => {
  const before = count()
  expect(statesOf(await setUp())).toEqual(allDone)
  expect(count()).toEqual(before)
})

test.each([
  ['idp_authnrequest_url', 'requestUrl'],
  ['service_url', 'homepage'],
  ['issuer', 'issuer'],
  ['audience', 'audience'],
  ['nameid_policy', 'nameIdPolicy'],
  ['user_field', 'userField'],
])('%s changed there is noticed, and set up again put right', async (field, subject) => {
  const good = instance.row('saml2_update1_properties', provider())[field] ?? ''
  for (const [wrong, says] of [
    ['https://other.example', `is https://other.example there and must be ${good}`],
    ['', `is empty there and must be ${good}`],
  ] as const) {
    instance.set('saml2_update1_properties', provider(), { [field]: wrong })
    const found = await check()
    expect(statesOf(found)).toEqual({ ...allDone, [subject]: 'todo' })
    expect(found.json().points.find((each: Point) => each.subject === subject).message).toContain(says)
  }
  expect(statesOf(await setUp())).toEqual(allDone)
})

test('a certificate that was made inactive, exchanged or untied is noticed and put right', async () => {
  const changes: [string, Record<string, string>][] = [
    ['sys_certificate', { active: 'false' }],
    ['sys_certificate', { pem_certificate: 'of somebody else' }],
  ]
  for (const [table, values] of changes) {
    instance.set(table, certificateThere(), values)
    expect(statesOf(await check())).toEqual({ ...allDone, certificate: 'todo' })
    expect(statesOf(await setUp())).toEqual(allDone)
  }
  instance.simulator.records.remove('saml2_idp_certificate', tie()?.sys_id ?? '', system)
  expect(statesOf(await check())).toEqual({ ...allDone, certificate: 'todo' })
  expect(statesOf(await setUp())).toEqual(allDone)
})

test('the property switched off is noticed', async () => {
  switchOff()
  expect(statesOf(await check())).toEqual({ ...allDone, property: 'todo' })
  expect(statesOf(await setUp())).toEqual(allDone)
})

test('a tile that somebody led elsewhere stays, and is named', async () => {
  const address = `/api/apps/${appId}`
  const lead = async (signOn: string) => {
    const { version } = (await call('ivan', 'GET', address)).json()
    expect((await call('ivan', 'PATCH', address, { version, addresses: { signOn } })).statusCode).toBe(200)
  }
  const { addresses } = (await call('ivan', 'GET', address)).json()
  await lead('https://start.example/')
  expect(statesOf(await setUp())).toEqual({ ...allDone, opens: 'todo' })
  expect((await call('ivan', 'GET', address)).json().addresses.signOn).toBe('https://start.example/')
  await lead(addresses.signOn)
  expect(statesOf(await check())).toEqual(allDone)
})

test('two records of us are told, and none is touched', async () => {
  const { sys_id: _id, ...row } = instance.row('saml2_update1_properties', provider())
  const { records } = instance.simulator
  const outcome = records.insert('saml2_update1_properties', { ...row, name: 'Twice' }, system)
  const twice = 'row' in outcome ? (outcome.row.sys_id ?? '') : ''
  expect(statesOf(await check())).toEqual({ property: 'done', record: 'todo' })
  const refused = await setUp()
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'servicenow_refused'])
  records.remove('saml2_update1_properties', twice, system)
  expect(statesOf(await check())).toEqual(allDone)
})

test('a wrong password is named, one without rights is told, and neither changes anything', async () => {
  const before = count()
  for (const send of [setUp, check]) {
    const wrong = await send({ ...admin, password: 'not the password' })
    expect([wrong.statusCode, wrong.json().fields[0].field]).toEqual([400, 'password'])
    expect(wrong.body).not.toContain('not the password')
  }
  await withRole(null, async () => {
    for (const send of [setUp, check]) {
      const powerless = await send()
      expect([powerless.statusCode, powerless.json().code], powerless.body).toEqual([409, 'servicenow_refused'])
      expect(powerless.json().detail).toMatch(/this administrator.*role admin/)
    }
  })
  expect(count()).toEqual(before)
})

test('what the rules there hide from who looks cannot be read, and is not good', async () => {
  for (const name of ['sys_properties', 'saml2_update1_properties', 'saml2_idp_certificate', 'sys_certificate'])
    allowReading(name, 'itil')
  for (const name of ['sys_properties.value', 'saml2_update1_properties.issuer', 'saml2_update1_properties.active'])
    allowReading(name, 'admin')
  allowReading('sys_certificate.pem_certificate', 'admin')
  await withRole('itil', async () => {
    const found = await check()
    expect(found.statusCode, found.body).toBe(200)
    const hidden = ['property', 'issuer', 'active', 'certificate', 'nextCertificate']
    const unread = Object.fromEntries(hidden.map((subject) => [subject, 'unread']))
    expect(statesOf(found)).toEqual({ ...allDone, ...unread })
  })
  expect(statesOf(await check())).toEqual(allDone)
})

test('an instance that does not answer is told as such', async () => {
  instance.weather.api = 'down'
  for (const send of [setUp, check]) {
    const silent = await send()
    expect([silent.statusCode, silent.json().code]).toEqual([409, 'servicenow_silent'])
  }
  instance.weather.api = 'ok'
})

test('what is wrong with the app is told before anybody signs in there', async () => {
  const before = instance.calls.length
  const stranger = await setUp(admin, '00000000-0000-4000-8000-000000000000')
  expect(stranger.statusCode).toBe(404)
  const { id } = await world.app.access.addApp({ name: 'Elsewhere' }, operator)
  const bare = await setUp(admin, id)
  expect([bare.statusCode, bare.json().code]).toEqual([409, 'saml_not_set_up'])
  const { settings, version } = (await call('ivan', 'GET', `/api/apps/${appId}/saml`)).json()
  const other = await call('ivan', 'PUT', `/api/apps/${id}/saml`, {
    version: 0,
    settings: {
      ...settings,
      entityId: 'https://other.example',
      acs: [{ url: 'https://other.example/acs', index: 0, isDefault: true }],
    },
  })
  expect(other.statusCode, other.body).toBe(200)
  const notThere = await setUp(admin, id)
  expect([notThere.statusCode, notThere.json().code]).toEqual([409, 'servicenow_other_app'])
  const opaque = { version, settings: { ...settings, nameIdFormat: 'persistent' } }
  const saved = await call('ivan', 'PUT', `/api/apps/${appId}/saml`, opaque)
  expect(saved.statusCode, saved.body).toBe(200)
  for (const send of [setUp, check]) {
    const refused = await send()
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'servicenow_name_unfit'])
  }
  const back = await call('ivan', 'PUT', `/api/apps/${appId}/saml`, { version: saved.json().version, settings })
  expect(back.statusCode, back.body).toBe(200)
  expect(instance.calls.length).toBe(before)
})

test('only administrators, with a fresh proof and a whole form, come so far', async () => {
  const before = instance.calls.length
  for (const send of [setUp, check]) {
    expect((await send(admin, appId, 'axel')).statusCode).toBe(403)
    const half = await send({ login: 'admin' })
    expect([half.statusCode, half.json().fields[0].field]).toEqual([400, 'password'])
  }
  const { headers } = await world.signIn('ivan')
  world.platform.clock.advance(901_000)
  for (const way of ['', '/check']) {
    const url = `/api/apps/${appId}/servicenow-sign-on${way}`
    const answer = await world.server.inject({ method: 'POST', url, headers, payload: admin })
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'insufficient_user_authentication'])
    expect((await world.server.inject({ method: 'POST', url, payload: admin })).statusCode).toBeGreaterThanOrEqual(401)
  }
  world.platform.clock.advance(-901_000)
  expect(instance.calls.length).toBe(before)
})

test('the trail knows in whose name it was done, and nothing knows the password', async () => {
  const { rows } = await world.owner.query(
    `select body->>'action' as action, body->>'kind' as kind, value from audit_entries join audit_personal on entry_id = id
     where body->>'action' like 'servicenow.sign_on%' and name = 'personal.administrator' and body->>'ok' is distinct from 'false'`,
  )
  for (const [action, kind] of [
    ['servicenow.sign_on_set_up', 'intent'],
    ['servicenow.sign_on_set_up', 'outcome'],
    ['servicenow.sign_on_checked', 'fact'],
  ])
    expect(rows).toContainEqual({ action, kind, value: 'admin' })
  const trail = await world.owner.query('select count(*)::int as found from audit_entries where body::text like $1', [
    `%${administratorPassword}%`,
  ])
  expect(trail.rows[0].found).toBe(0)
  expect(world.log.join('\n')).not.toContain(administratorPassword)
})

test('tested with success, activating it is left; active, nothing is, also when it is set up again', async () => {
  instance.set('saml2_update1_properties', provider(), { test_connection_result: 'success' })
  const tested = (await check()).json().points.find(({ subject }: Point) => subject === 'active')
  expect(tested).toMatchObject({ state: 'there', message: expect.stringContaining('tested with success') })
  instance.set('saml2_update1_properties', provider(), { active: 'true' })
  expect(statesOf(await check())).toEqual({ ...allDone, active: 'done' })
  expect(statesOf(await setUp())).toEqual({ ...allDone, active: 'done' })
})

test('without its plugin the instance is told to need it', async () => {
  const { records } = instance.simulator
  const [table] = records.find('sys_db_object', 'name=saml2_update1_properties')
  records.remove('sys_db_object', table?.sys_id ?? '', system)
  for (const send of [setUp, check]) {
    const refused = await send()
    expect([refused.statusCode, refused.json().code], refused.body).toEqual([409, 'servicenow_refused'])
    expect(refused.json().detail).toContain('Install the plugin')
  }
})

const side = {
  ...{ ourName: 'Acme', isServiceNow: true, instanceUrl: 'https://acme.service-now.com', startsHere: false },
  ...{ entityId: 'https://us/saml', signOnUrl: 'https://us/saml/sso', audience: 'https://acme.service-now.com' },
  ...{ acsUrl: 'https://acme.service-now.com/navpage.do', nameIdPolicy: 'urn:policy', userField: 'email' as const },
  certificates: [{ pem: 'ours', endsAt: new Date('2030-01-01') }],
}

test('what an access rule hides is never good', () => {
  const now = new Date('2026-01-01')
  const hidden = judgeSignOn(side, { property: undefined, providers: [{ sys_id: 'x' }], certificates: null }, now)
  const states = Object.fromEntries(hidden.map(({ subject, state }) => [subject, state]))
  const { record, ...others } = states
  expect(record).toBe('done')
  expect(new Set(Object.values(others))).toEqual(new Set(['unread']))
  const half = { property: 'true', providers: [{ sys_id: 'x' }], certificates: [{ pem_certificate: 'ours' }] }
  expect(judgeSignOn(side, half, now).find(({ subject }) => subject === 'certificate')?.state).toBe('unread')
})

test('a certificate that has expired, and the next one that is missing there, are to do', () => {
  const seen = {
    property: 'true',
    providers: [{ sys_id: 'x', active: 'true' }],
    certificates: [{ pem_certificate: 'ours', active: 'true' }],
  }
  const certificates = [...side.certificates, { pem: 'the next', endsAt: new Date('2031-01-01') }]
  const stateOf = (subject: string, now: Date) =>
    judgeSignOn({ ...side, certificates }, seen, now).find((each) => each.subject === subject)
  expect(stateOf('certificate', new Date('2029-01-01'))?.state).toBe('done')
  expect(stateOf('nextCertificate', new Date('2029-01-01'))?.state).toBe('todo')
  expect(stateOf('certificate', new Date('2030-01-02'))).toMatchObject({
    state: 'todo',
    message: expect.stringContaining('expired'),
  })
})
