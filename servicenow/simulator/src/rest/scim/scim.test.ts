import { afterAll, beforeAll, expect, test } from 'vitest'
import { administrator } from '../../seed/base-system.ts'
import { put } from '../../seed/put.ts'
import { type Simulator, startSimulator } from '../../start-simulator.ts'
import { caller } from '../testing-caller.ts'

let simulator: Simulator
let scim: ReturnType<typeof caller>
beforeAll(async () => {
  simulator = await startSimulator()
  put(simulator.records, 'oauth_entity', 'scim', {
    name: 'SCIM',
    client_id: 'scim',
    client_secret: 's',
    user: '6816f79cc0a8016401c5a33be04be441',
    active: 'true',
  })
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'scim', client_secret: 's' })
  const answer = await fetch(`${simulator.url}/oauth_token.do`, { method: 'POST', body })
  scim = caller(simulator.url, ((await answer.json()) as { access_token: string }).access_token)
})
afterAll(() => simulator.stop())

const users = '/api/now/scim/Users'
const groups = '/api/now/scim/Groups'
const own = 'urn:ietf:params:scim:schemas:extension:servicenow:2.0:User'

test('Basic authentication is refused, in the form of SCIM', async () => {
  const answer = await caller(simulator.url, administrator.userName, administrator.password).get(users)
  expect([answer.status, answer.body.schemas[0]]).toEqual([401, 'urn:ietf:params:scim:api:messages:2.0:Error'])
})

test('the service says what it can do', async () => {
  const { body } = await scim.get('/api/now/scim/ServiceProviderConfig')
  expect(body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    filter: { maxResults: 500 },
    etag: { supported: false },
  })
})

test('a person is created, found, changed, made inactive and deleted', async () => {
  const created = await scim.post(users, {
    userName: 'nora',
    externalId: 'ext-1',
    name: { givenName: 'Nora', familyName: 'Quinn' },
    emails: [{ value: 'nora@acme.example', type: 'work' }],
    active: true,
    [own]: {
      employeeNumber: '77',
      department: { value: 'Marketing' },
      manager: { value: simulator.records.find('sys_user', 'user_name=marcus')[0]?.sys_id },
    },
  })
  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({
    userName: 'nora',
    externalId: 'ext-1',
    displayName: 'Nora Quinn',
    [own]: { employeeNumber: '77', department: { displayName: 'Marketing' }, manager: { displayName: 'Marcus Reed' } },
  })
  const { id } = created.body
  const found = async (filter: string) => (await scim.get(`${users}?filter=${encodeURIComponent(filter)}`)).body
  expect((await found('userName eq "nora"')).Resources[0].id).toBe(id)
  expect((await found('externalId eq "ext-1"')).totalResults).toBe(1)
  expect((await found('name.familyName sw "Qui" and active eq true')).totalResults).toBe(1)
  const patch = (Operations: unknown[]) => scim.patch(`${users}/${id}`, { schemas: [], Operations })
  expect((await patch([{ op: 'Replace', path: 'active', value: 'False' }])).body.active).toBe(false)
  expect((await patch([{ op: 'replace', value: { 'name.familyName': 'Quill', title: 'Editor' } }])).body).toMatchObject(
    { displayName: 'Nora Quill', title: 'Editor' },
  )
  expect(
    (await patch([{ op: 'replace', path: 'emails[type eq "work"].value', value: 'n@acme.example' }])).body.emails[0]
      .value,
  ).toBe('n@acme.example')
  expect(simulator.records.get('sys_user', id)).toMatchObject({ active: 'false', last_name: 'Quill' })
  expect((await scim.delete(`${users}/${id}`)).status).toBe(204)
  expect((await scim.get(`${users}/${id}`)).status).toBe(404)
})

test('the same name twice is a conflict', async () => {
  expect((await scim.post(users, { userName: 'molly' })).status).toBe(409)
  expect((await scim.post(groups, { displayName: 'Finance' })).status).toBe(409)
})

test('ten come by default, at most 500 may be asked for', async () => {
  const { body } = await scim.get(users)
  expect(body.Resources).toHaveLength(10)
  expect(body.totalResults).toBeGreaterThan(10)
  expect((await scim.get(`${users}?count=501`)).status).toBe(400)
})

test('a filter that is not supported is refused', async () => {
  for (const filter of ['not (active eq true)', 'nickName eq "x"', 'externalId co "x"', 'nonsense'])
    expect((await scim.get(`${users}?filter=${encodeURIComponent(filter)}`)).body.scimType).toBe('invalidFilter')
})

test('members come and go, and with them the roles of the group', async () => {
  const leo = simulator.records.find('sys_user', 'user_name=leo')[0]?.sys_id ?? ''
  const desk = (await scim.get(`${groups}?filter=${encodeURIComponent('displayName eq "Service Desk"')}`)).body
    .Resources[0]
  const change = (Operations: unknown[]) => scim.patch(`${groups}/${desk.id}`, { Operations })
  await change([{ op: 'add', path: 'members', value: [{ value: leo }] }])
  expect(simulator.records.count('sys_user_has_role', `user=${leo}^role.name=itil`)).toBe(1)
  await change([{ op: 'remove', path: `members[value eq "${leo}"]` }])
  expect(simulator.records.count('sys_user_has_role', `user=${leo}^role.name=itil`)).toBe(0)
  expect((await change([{ op: 'add', path: 'members', value: [{ value: 'nobody' }] }])).status).toBe(400)
})
