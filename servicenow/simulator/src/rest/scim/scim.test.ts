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

test('what there is, anybody is told, in the words of RFC 7643', async () => {
  const open = async (path: string) => {
    const answer = await fetch(`${simulator.url}/api/now/scim/${path}`)
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  expect((await open('ServiceProviderConfig')).status).toBe(200)
  const types = (await open('ResourceTypes')).body.Resources as { id: string; schema: string }[]
  expect(types.map(({ id }) => id)).toEqual(['User', 'Group', 'Company', 'CostCenter', 'Department', 'Location'])
  expect((await open('ResourceTypes/Group')).body).toMatchObject({ endpoint: '/Groups', meta: expect.anything() })
  for (const { schema } of types) expect((await open(`Schemas/${schema}`)).body.id).toBe(schema)
  const { attributes } = (await open('Schemas/urn:ietf:params:scim:schemas:core:2.0:User')).body
  expect(attributes).toContainEqual({
    name: 'userName',
    type: 'string',
    multiValued: false,
    description: 'userName',
    required: true,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'server',
  })
  expect((await open('Schemas/none')).status).toBe(404)
  expect((await open('Users')).status).toBe(401)
})

test('what there is not is refused in the form of SCIM', async () => {
  const error = 'urn:ietf:params:scim:api:messages:2.0:Error'
  for (const [answer, status] of [
    [await scim.get('/api/now/scim/Nonsense'), 404],
    [await scim.post('/api/now/scim/Schemas', {}), 405],
    [await scim.put('/api/now/scim/Users', {}), 405],
  ] as const)
    expect([answer.status, answer.body.status, answer.body.schemas]).toEqual([status, String(status), [error]])
})

test('an address, a form of address and a telephone at home are kept where the platform keeps them', async () => {
  const created = await scim.post(users, {
    userName: 'petra',
    name: { givenName: 'Petra', familyName: 'Quast', honorificPrefix: 'Dr.' },
    phoneNumbers: [{ value: '11', type: 'home' }],
    addresses: [{ type: 'home', streetAddress: 'Allee 1', locality: 'Bonn', country: 'DE' }],
  })
  const { id } = created.body
  const stored = () => simulator.records.get('sys_user', id)
  expect(stored()).toMatchObject({ introduction: 'Dr.', home_phone: '11', street: 'Allee 1', city: 'Bonn' })
  const Operations = [
    { op: 'replace', path: 'addresses[type eq "home"].locality', value: 'Jena' },
    { op: 'replace', path: 'addresses[type eq "home"].postalCode', value: '07743' },
  ]
  const { body } = await scim.patch(`${users}/${id}`, { Operations })
  expect(body.addresses).toEqual([
    { streetAddress: 'Allee 1', locality: 'Jena', postalCode: '07743', country: 'DE', type: 'home' },
  ])
  expect(body.name.honorificPrefix).toBe('Dr.')
  expect(stored()).toMatchObject({ city: 'Jena', zip: '07743' })
})

test('only what is asked for is returned, with the id always', async () => {
  const { id } = (await scim.get(`${users}?filter=${encodeURIComponent('userName eq "molly"')}`)).body.Resources[0]
  const read = async (query: string) => (await scim.get(`${users}/${id}?${query}`)).body
  const schemas = expect.any(Array)
  expect(await read('attributes=userName,name.givenName')).toEqual({
    schemas,
    id,
    userName: 'molly',
    name: { givenName: 'Molly' },
  })
  expect(await read(`attributes=${own}:manager`)).toEqual({
    schemas,
    id,
    [own]: { manager: { value: expect.any(String), displayName: 'Marcus Reed' } },
  })
  const without = await read('excludedAttributes=name.familyName,emails')
  expect(without).not.toHaveProperty('emails')
  expect(without.name).toEqual({ formatted: 'Molly Byrne', givenName: 'Molly' })
  const [listed] = (await scim.get(`${groups}?attributes=displayName`)).body.Resources
  expect(Object.keys(listed)).toEqual(['schemas', 'id', 'displayName'])
  expect((await scim.get(`${users}?attributes=name&excludedAttributes=emails`)).status).toBe(400)
})

test('what a PATCH removes is gone, whole attributes too', async () => {
  const { id } = (
    await scim.post(users, {
      userName: 'rita',
      title: 'Editor',
      emails: [{ value: 'rita@acme.example', type: 'work' }],
      phoneNumbers: [{ value: '1', type: 'work' }],
      [own]: { employeeNumber: '7', gender: 'f' },
    })
  ).body
  const removed = ['title', 'emails', 'phoneNumbers', own].map((path) => ({ op: 'remove', path }))
  const { body } = await scim.patch(`${users}/${id}`, { Operations: removed })
  expect(Object.keys(body)).toEqual(['schemas', 'id', 'userName', 'name', 'displayName', 'active', 'meta'])
  expect(simulator.records.get('sys_user', id)?.email ?? '').toBe('')
})

test('a group has the id others know it by', async () => {
  const { id } = (await scim.post(groups, { displayName: 'Night shift', externalId: 'g-1' })).body
  const found = async (externalId: string) => {
    const filter = encodeURIComponent(`externalId eq "${externalId}"`)
    return (await scim.get(`${groups}?filter=${filter}`)).body.Resources
  }
  expect(await found('g-1')).toMatchObject([{ id, externalId: 'g-1', displayName: 'Night shift' }])
  await scim.patch(`${groups}/${id}`, { Operations: [{ op: 'replace', value: { externalId: 'g-2' } }] })
  expect(await found('g-1')).toEqual([])
  expect((await found('g-2'))[0].id).toBe(id)
  expect(simulator.records.count('sys_scim_group', `group=${id}`)).toBe(1)
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
    [own]: { employeeNumber: '77', department: { name: 'Marketing' }, manager: { displayName: 'Marcus Reed' } },
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
  expect((await scim.get(`${users}?count=-1`)).body).toMatchObject({ itemsPerPage: 0, Resources: [] })
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
