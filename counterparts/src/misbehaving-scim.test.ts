import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MisbehavingScim, startMisbehavingScim } from './misbehaving-scim.ts'

let scim: MisbehavingScim
beforeEach(async () => {
  scim = await startMisbehavingScim()
})
afterEach(() => scim.stop())

const call = (method: string, path: string, body?: unknown, signal?: AbortSignal) =>
  fetch(scim.baseUrl + path, {
    method,
    redirect: 'manual',
    headers: { authorization: `Bearer ${scim.token}`, 'content-type': 'application/scim+json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  })
const json = async (answer: Promise<Response>) => (await (await answer).json()) as Record<string, unknown>
const find = (filter: string) => json(call('GET', `/Users?filter=${encodeURIComponent(filter)}`))
const patch = (path: string, ...Operations: object[]) => call('PATCH', path, { Operations })
const molly = {
  userName: 'molly@acme.example',
  externalId: 'P-1',
  name: { givenName: 'Molly', familyName: "O'Neill" },
  emails: [{ value: 'molly@acme.example', type: 'work' }],
}

describe('healthy', () => {
  test('makes, finds, changes and removes accounts as the standard has it', async () => {
    const made = await json(call('POST', '/Users', molly))
    expect(made).toMatchObject({ userName: molly.userName, active: true })
    expect((await call('POST', '/Users', { userName: 'MOLLY@acme.example' })).status).toBe(409)
    expect((await find('userName eq "Molly@Acme.example"')).totalResults).toBe(1)
    expect((await find('externalId eq "P-1" and active eq true')).totalResults).toBe(1)
    expect((await find('externalId eq "p-1"')).totalResults).toBe(0)
    expect((await find('userName zz "')).scimType).toBe('invalidFilter')
    await patch(`/Users/${made.id}`, { op: 'replace', path: 'active', value: false })
    await patch(`/Users/${made.id}`, { op: 'Replace', value: { title: 'Boss', 'name.givenName': 'M' } })
    await patch(`/Users/${made.id}`, { op: 'replace', path: 'emails[type eq "work"].value', value: 'm@acme.example' })
    expect(scim.users()).toMatchObject([
      { active: false, title: 'Boss', name: { givenName: 'M' }, emails: [{ value: 'm@acme.example', type: 'work' }] },
    ])
    expect((await patch(`/Users/${made.id}`, { op: 'add', path: '__proto__.x', value: 1 })).status).toBe(400)
    expect((await call('DELETE', `/Users/${made.id}`)).status).toBe(204)
    expect((await call('GET', `/Users/${made.id}`)).status).toBe(404)
  })

  test('keeps members of groups and lists page by page', async () => {
    const users = []
    for (const name of ['a', 'b', 'c']) users.push(await json(call('POST', '/Users', { userName: name })))
    const group = await json(call('POST', '/Groups', { displayName: 'Sales' }))
    await patch(`/Groups/${group.id}`, { op: 'add', path: 'members', value: users.map(({ id }) => ({ value: id })) })
    await patch(`/Groups/${group.id}`, { op: 'remove', path: `members[value eq "${users[1]?.id}"]` })
    expect(scim.groups()).toMatchObject([{ members: [{ value: users[0]?.id }, { value: users[2]?.id }] }])
    scim.traits.pageSizeMax = 2
    expect(await json(call('GET', '/Users?startIndex=3&count=50'))).toMatchObject({ totalResults: 3, itemsPerPage: 1 })
  })
})

describe('faults', () => {
  test('500 and 429 come as often as ordered and change nothing', async () => {
    scim.fail({ on: 'user.create', times: 2, fault: { kind: 'status', status: 500 } })
    scim.fail({ on: 'any', fault: { kind: 'status', status: 429, retryAfter: '7' } })
    expect([(await call('POST', '/Users', molly)).status, (await call('POST', '/Users', molly)).status]).toEqual([
      500, 500,
    ])
    const slowDown = await call('POST', '/Users', molly)
    expect([slowDown.status, slowDown.headers.get('retry-after')]).toEqual([429, '7'])
    expect(scim.users()).toEqual([])
    expect((await call('POST', '/Users', molly)).status).toBe(201)
    expect(scim.count('user.create')).toBe(4)
  })

  test('an account can be made although the answer is lost, never comes, or is a page', async () => {
    scim.fail({ on: 'write', fault: { kind: 'drop', applied: true } })
    await expect(call('POST', '/Users', molly)).rejects.toThrow()
    expect(scim.users()).toHaveLength(1)
    scim.fail({ on: 'user.create', fault: { kind: 'silence', applied: true } })
    await expect(call('POST', '/Users', { userName: 'b' }, AbortSignal.timeout(100))).rejects.toThrow()
    expect(scim.users()).toHaveLength(2)
    scim.fail({ on: 'user.create', fault: { kind: 'html', applied: true } })
    expect(await (await call('POST', '/Users', { userName: 'c' })).text()).toContain('<title>Sign in')
    scim.fail({ on: 'user.list', fault: { kind: 'half', applied: true } })
    await expect((await call('GET', '/Users')).json()).rejects.toThrow()
    expect(scim.users()).toHaveLength(3)
  })

  test('a held call waits until it is released', async () => {
    const hold = scim.hold('user.create')
    const answer = call('POST', '/Users', molly)
    await hold.arrived
    expect(scim.users()).toEqual([])
    hold.release()
    expect((await answer).status).toBe(201)
  })

  test('a redirect and a huge answer are sent as ordered', async () => {
    scim.fail({ on: 'discovery', fault: { kind: 'redirect', to: 'http://127.0.0.1:1/' } })
    expect((await call('GET', '/ServiceProviderConfig')).status).toBe(302)
    scim.fail({ on: 'discovery', fault: { kind: 'huge', bytes: 100_000 } })
    expect((await (await call('GET', '/ServiceProviderConfig')).text()).length).toBeGreaterThan(100_000)
  })
})

test('its character can be changed while it runs, and heals', async () => {
  Object.assign(scim.traits, {
    allowsDuplicates: true,
    userNameCase: 'upper',
    ignoresActive: true,
    dropsExternalId: true,
  })
  await call('POST', '/Users', { ...molly, active: false })
  await call('POST', '/Users', molly)
  expect(scim.users()).toMatchObject([{ userName: 'MOLLY@ACME.EXAMPLE', active: true }, {}])
  expect(scim.users()[0]).not.toHaveProperty('externalId')
  scim.traits.filters = 'refused'
  expect((await find('userName eq "x"')).status).toBe('400')
  scim.traits.filters = 'ignored'
  expect((await find('userName eq "x"')).totalResults).toBe(2)
  Object.assign(scim.traits, { withoutPatch: true, withoutGroups: true, activeAsText: true })
  expect((await patch(`/Users/${scim.users()[0]?.id}`, { op: 'replace', path: 'active', value: false })).status).toBe(
    501,
  )
  expect((await call('GET', '/Groups')).status).toBe(404)
  expect(await json(call('GET', '/Users'))).toMatchObject({ Resources: [{ active: 'True' }, {}] })
  scim.heal()
  expect((await call('POST', '/Users', molly)).status).toBe(409)
})
