/** A directory that should never have been connected: paused, then removed, seen from every slice that its people reach. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from './platform/secret.ts'
import { type Caller, openPage, openTestApp, operator, password, type TestApp } from './testing-app.ts'

let world: TestApp
let wrong: string
let carol: string
let session: Caller
let ivan: Caller

beforeAll(async () => {
  world = await openTestApp()
  const { directory, access, foundation } = world.app
  const { db } = foundation
  const settings = { kind: 'built-in' } as const
  wrong = (await db.transaction((tx) => directory.connect(tx, operator, { name: 'Wrong', settings }))).id
  const draft = { directoryId: wrong, login: 'carol', displayName: 'Carol Wrong', mail: 'carol@wrong.example' }
  carol = (await db.transaction((tx) => directory.createPerson(tx, operator, draft))).id
  const { connector, ref } = await directory.connectorOf(db, carol)
  await connector.passwords?.reset(ref, new Secret(password))
  const evidence = { source: 'operator' as const, approvals: [] }
  for (const roleId of [world.things['/api/roles'] ?? '', await access.productRoleId(db, 'admin')]) {
    const input = { personId: carol, roleId, requestId: null, reason: 'work', durationDays: null, evidence }
    const { grantId } = await db.transaction((tx) => access.grantRole(tx, input, operator))
    await db.transaction((tx) => access.startGrant(tx, grantId))
  }
  await world.platform.jobs.runUntilIdle()
  session = await world.signInAs(carol)
  ivan = await world.signIn('ivan')
})
afterAll(() => world.close())

const call = async (caller: Caller, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await world.server.inject({ method, url, headers: caller.headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}
const at = (what: string) => `/api/directories/${wrong}/${what}`
const reason = { reason: 'not ours' }
const because = async (action: string) =>
  (await world.app.audit.search(world.app.foundation.db, { action }, { limit: 5 })).items[0]?.body.after

test('whoever is about to remove a directory sees what its people hold', async () => {
  const held = { people: 1, roles: 2, accounts: 1, powers: 1 }
  expect(await call(ivan, 'GET', at('held'))).toEqual({ status: 200, body: held })
})

test('nobody pauses the directory that they sign in by, nor the one of the accounts that always work', async () => {
  const own = { status: 409, body: { code: 'not_your_own_directory' } }
  expect(await call(session, 'POST', at('pause'), reason)).toMatchObject(own)
  const kept = `/api/directories/${world.things['/api/directories']}/pause`
  expect(await call(ivan, 'POST', kept, reason)).toMatchObject({ status: 409, body: { code: 'directory_kept' } })
})

test('a directory is paused before it is removed, and every administrator is told', async () => {
  const people = { people: 1, ...reason }
  const first = { status: 409, body: { code: 'directory_not_paused' } }
  expect(await call(ivan, 'POST', at('remove'), people)).toMatchObject(first)
  world.platform.mailbox.length = 0
  const paused = { reason: 'not ours', removing: false }
  expect(await call(ivan, 'POST', at('pause'), reason)).toMatchObject({ status: 200, body: { paused } })
  await world.platform.jobs.runUntilIdle()
  expect(world.platform.mailbox.map(({ kind, subject }) => [kind, subject])).toContainEqual([
    'directory_changed',
    'Directory paused: Wrong',
  ])
})

test('while it is paused nobody signs in by it, and what its people do in the name of others waits', async () => {
  const { headers } = await openPage(world.server)
  const payload = { login: 'carol', password }
  const answer = await world.server.inject({ method: 'POST', url: '/api/session', headers, payload })
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'sign_in_refused'])
  expect(await because('sign_in.refused')).toMatchObject({ because: 'paused' })
  const waits = { status: 503, body: { code: 'directory_stale' } }
  expect(await call(session, 'POST', '/api/apps', { name: 'Another' })).toMatchObject(waits)
  expect(await call(session, 'GET', '/api/me/profile')).toMatchObject({ status: 200 })
  const change = { oldPassword: password, newPassword: 'another one of twenty signs' }
  const own = await call(session, 'POST', '/api/password/change', change)
  expect([own.status, own.body.code]).toEqual([409, 'directory_paused'])
})

test('nobody recovers a password there, and the trail says why', async () => {
  const { headers } = await openPage(world.server)
  const answer = await world.server.inject({
    ...{ method: 'POST', url: '/api/password/resets', headers },
    payload: { login: 'carol' },
  })
  expect(answer.statusCode).toBe(202)
  await world.platform.jobs.runUntilIdle()
  expect(await because('reset.not_begun')).toEqual({ because: 'directory_paused' })
})

test('their page says so, and an administrator changes nothing about them there', async () => {
  const person = await call(ivan, 'GET', `/api/people/${carol}`)
  expect(person.body).toMatchObject({ state: 'active', directoryPausedAt: expect.any(String) })
  expect(person.body.editable).toMatchObject({ disable: false, reason: expect.stringContaining('paused') })
  const refused = { status: 409, body: { code: 'directory_paused' } }
  expect(await call(ivan, 'POST', `/api/people/${carol}/disable`, reason)).toMatchObject(refused)
  expect(await call(ivan, 'POST', at('sync'), {})).toMatchObject(refused)
})

test('it goes on as it was', async () => {
  expect(await call(ivan, 'POST', at('resume'), {})).toMatchObject({ status: 200, body: { paused: null } })
  const { headers } = await openPage(world.server)
  const payload = { login: 'carol', password }
  const answer = await world.server.inject({ method: 'POST', url: '/api/session', headers, payload })
  expect(answer.statusCode).toBe(200)
})

test('removed, its people are leavers: sessions, roles and accounts end, and the page of each stays', async () => {
  await call(ivan, 'POST', at('pause'), reason)
  const changed = { status: 409, body: { code: 'removal_changed' } }
  expect(await call(ivan, 'POST', at('remove'), { people: 2, ...reason })).toMatchObject(changed)
  const removing = { status: 202, body: { paused: { removing: true }, hasBindPassword: false } }
  expect(await call(ivan, 'POST', at('remove'), { people: 1, ...reason })).toMatchObject(removing)
  await world.platform.jobs.runUntilIdle()
  expect((await call(session, 'GET', '/api/me/profile')).status).toBe(401)
  const grants = await call(ivan, 'GET', `/api/people/${carol}/grants`)
  expect(grants.body.items.map(({ state, endReason }: Record<string, string>) => [state, endReason])).toEqual([
    ['ended', 'person_gone'],
    ['ended', 'person_gone'],
  ])
  expect((await call(ivan, 'GET', `/api/directories/${wrong}`)).status).toBe(404)
  const page = { state: 'gone', directory: { name: 'Wrong' }, directoryPausedAt: null }
  expect(await call(ivan, 'GET', `/api/people/${carol}`)).toMatchObject({ status: 200, body: page })
  expect((await call(ivan, 'GET', `/api/people/${carol}/credentials`)).status).toBe(200)
  expect((await call(ivan, 'GET', '/api/people?q=carol')).status).toBe(200)
  const left = await world.owner.query('select 1 from builtin_accounts where directory_id = $1', [wrong])
  expect(left.rowCount).toBe(0)
})
