import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { tryPolicy } from '../try-policy.ts'
import { testingNames } from './testing-names.ts'
import { setClock } from './testing-sp.ts'

/** The ways through for whom an app would know by a name that it knows somebody else by. */
type Tools = ReturnType<typeof testingNames>
let world: TestApp
let tools: Tools
beforeAll(async () => {
  world = await openTestApp()
  tools = testingNames(world)
  setClock(world)
  await world.owner.query('delete from sign_on_policies')
})
afterAll(() => world?.close())

const call = async (login: 'ivan' | 'axel', path: string, payload: object) => {
  const { headers } = await world.signIn(login)
  return await world.server.inject({ method: 'POST', url: path, headers, payload })
}
const get = async (path: string) => {
  const { headers } = await world.signIn('ivan')
  return (await world.server.inject({ url: path, headers })).json()
}
const previewOf = async (appId: string, personId: string) =>
  (await call('ivan', `/api/apps/${appId}/saml/preview`, { personId })).json()
const leave = (ids: readonly string[]) =>
  world.owner.query("update people set state = 'gone' where id = any ($1)", [ids])
const rename = (id: string, name: string) =>
  world.owner.query('update people set display_name = $2 where id = $1', [id, name])
async function mailsOf(kind: string): Promise<string[]> {
  await world.platform.jobs.runUntilIdle()
  const texts = world.platform.mailbox.filter((mail) => mail.kind === kind).map(({ text }) => text)
  world.platform.mailbox.splice(0)
  return texts
}
let count = 0
const unique = (word: string) => `${word}${++count}`

test('whoever frees a name does not come under it by that alone; others do, and so do they once somebody else says so', async () => {
  const { sp, enter, letIn } = await tools.appNaming('{displayName}')
  const kim = await tools.person(unique('kim'), 'kim@acme.example')
  for (const id of [kim, world.id.ivan]) await letIn(id)
  await rename(kim, 'Kim Smith')
  expect(await enter(kim)).toBe('Kim Smith')
  await leave([kim])
  const before = (await previewOf(sp.appId, world.id.ivan)).nameId
  await rename(world.id.ivan, 'KIM Smith')
  expect(await enter(world.id.ivan)).toBe(409)
  const path = `/api/apps/${sp.appId}/saml`
  expect((await call('ivan', `${path}/free-name`, { name: 'Kim Smith', holderId: kim })).statusCode).toBe(204)
  expect(await enter(world.id.ivan)).not.toBe('KIM Smith')
  expect((await tools.refusals(sp)).at(-1)).toBe('own_change')
  expect(await previewOf(sp.appId, world.id.ivan)).toMatchObject({ refused: 'own_change', holder: null })
  const own = await call('ivan', `${path}/give-name`, { name: 'KIM Smith', personId: world.id.ivan, holderId: null })
  expect([own.statusCode, own.json().code]).toEqual([409, 'own_name'])
  await rename(world.id.ivan, before)
  const other = await tools.person(unique('kim'), 'kim2@acme.example')
  await letIn(other)
  await rename(other, 'Kim Smith')
  expect(await enter(other)).toBe('Kim Smith')
})

test('taking SAML off an app and setting it up again makes nobody somebody else', async () => {
  const { sp, enter, letIn } = await tools.appNaming('{displayName}')
  const lou = await tools.person(unique('lou'), 'lou@acme.example')
  for (const id of [lou, world.id.ivan]) await letIn(id)
  await rename(lou, 'Lou Reed')
  expect(await enter(lou)).toBe('Lou Reed')
  await leave([lou])
  const { displayName } = (await get(`/api/people/${world.id.ivan}`)) as { displayName: string }
  await rename(world.id.ivan, 'lou reed')
  const { settings } = await get(`/api/apps/${sp.appId}/saml`)
  const { headers } = await world.signIn('ivan')
  const url = `/api/apps/${sp.appId}/saml`
  expect((await world.server.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204)
  expect((await mailsOf('app_sign_on_changed')).join()).toContain('freed all names')
  const put = await world.server.inject({ method: 'PUT', url, headers, payload: { version: 0, settings } })
  expect(put.statusCode).toBe(200)
  await world.owner.query('delete from sign_on_authors')
  expect(typeof (await enter(world.id.ivan))).toBe('number')
  await rename(world.id.ivan, displayName)
})

test('an administrator says whose a name is: of whom only somebody else was vouched for, too', async () => {
  const { sp, enter, letIn } = await tools.appNaming('{mail}')
  const name = unique('lea')
  const before = await tools.person(name, `${name}@acme.example`)
  await leave([before])
  const again = await tools.unvouched(`${name}-again`, `${name}@acme.example`)
  await letIn(again)
  expect(await enter(again)).toBe(409)
  const seen = await previewOf(sp.appId, again)
  expect(seen).toMatchObject({ refused: 'name_shared', namesakes: [], holder: null, vouchedTo: [`${name} Acme`] })
  const trial = await tryPolicy(world.app.sso.deps, { personId: again, appId: sp.appId, address: '192.0.2.1' })
  expect(trial).toMatchObject({ outcome: 'deny', said: { code: 'name_shared' } })
  await mailsOf('any')
  const give = (holderId: string | null) =>
    call('ivan', `/api/apps/${sp.appId}/saml/give-name`, { name: seen.nameId, personId: again, holderId })
  expect((await give(before)).json().code).toBe('name_not_held')
  expect((await give(null)).statusCode).toBe(204)
  expect((await mailsOf('app_sign_on_changed'))[0]).toContain('said whose a name in')
  expect(await enter(again)).toBe(`${name}@acme.example`)
  expect(await tools.trailOf(sp, 'app.name_given')).toEqual([{ who: again, value: `${name}@acme.example` }])
})

test('who was hired again has the names of before, in all apps at once, by the word of an administrator', async () => {
  const name = unique('ada')
  const before = await tools.person(name, `${name}@acme.example`)
  const apps = [await tools.appNaming('{mail}'), await tools.appNaming('{login}')]
  for (const app of apps) {
    await app.letIn(before)
    await app.enter(before)
  }
  const path = `/api/people/${before}/app-names`
  expect((await get(path)).names.map((each: { name: string }) => each.name)).toEqual([name, `${name}@acme.example`])
  const free = (login: 'ivan' | 'axel', body: object) =>
    call(login, `${path}/free`, { names: 2, to: null, reason: 'Hired again.', ...body })
  await leave([before])
  const again = await tools.person(
    name,
    `${name}@acme.example`,
    await tools.directory(unique('new'), { vouches: true }),
  )
  for (const app of apps) {
    await app.letIn(again)
    expect(await app.enter(again)).toBe(409)
  }
  expect((await free('axel', { to: again })).statusCode).toBe(403)
  expect((await free('ivan', { names: 1, to: again })).json().code).toBe('names_changed')
  expect((await free('ivan', { to: world.id.ivan })).json().code).toBe('own_name')
  const active = await call('ivan', `/api/people/${again}/app-names/free`, { names: 0, to: before, reason: 'No.' })
  expect(active.json().code).toBe('person_still_here')
  await mailsOf('any')
  expect((await free('ivan', { to: again })).json()).toEqual({ freed: 2 })
  expect(new Set(await mailsOf('app_names_freed')).size).toBe(1)
  expect([await apps[0]?.enter(again), await apps[1]?.enter(again)]).toEqual([`${name}@acme.example`, name])
})

test('the names of a directory go to whoever of the next one comes with the same, once their holders have left', async () => {
  const { sp, enter, letIn } = await tools.appNaming('{mail}')
  const [old, next, other] = [
    await tools.directory(unique('old'), { vouches: true }),
    await tools.directory(unique('next'), { vouches: true }),
    await tools.directory(unique('other'), { vouches: true }),
  ]
  const login = unique('eve')
  const mails = [`${login}-1@acme.example`, `${login}-2@acme.example`, `${login}-3@acme.example`]
  const before: string[] = []
  for (const mail of mails) before.push(await tools.person(mail.split('@')[0] ?? '', mail, old))
  for (const id of before) {
    await letIn(id)
    await enter(id)
  }
  expect(await get(`/api/directories/${old}/app-names`)).toEqual({ names: 3, people: 3, apps: 1 })
  const body = { names: 3, to: next, reason: 'We moved.' }
  await mailsOf('any')
  expect((await call('ivan', `/api/directories/${old}/app-names/free`, body)).json()).toEqual({ freed: 3 })
  expect(new Set(await mailsOf('app_names_freed')).size).toBe(1)
  // As long as they are here they are who they were.
  expect(await enter(before[0] ?? '')).toBe(mails[0])
  const after: string[] = []
  for (const mail of mails.slice(0, 2)) after.push(await tools.person(mail.split('@')[0] ?? '', mail, next))
  after.push(await tools.person('elsewhere', mails[2] ?? '', other))
  for (const id of after) await letIn(id)
  expect(await enter(after[0] ?? '')).toBe(409)
  await leave(before)
  expect([await enter(after[0] ?? ''), await enter(after[1] ?? ''), await enter(after[2] ?? '')]).toEqual([
    mails[0],
    mails[1],
    409,
  ])
  expect((await tools.trailOf(sp, 'app.name_freed')).map(({ who }) => who).sort()).toEqual([...before].sort())
  expect(await get(`/api/directories/${old}/app-names`)).toEqual({ names: 0, people: 0, apps: 0 })
})

test('a name that is freed ends the part of its holder there, and no logout by that name reaches them', async () => {
  const { sp, enter, letIn } = await tools.appNaming('{displayName}')
  const ann = await tools.person(unique('ann'), 'ann@acme.example')
  await letIn(ann)
  expect(await enter(ann)).toMatch(/^ann/)
  const told = 'select told_at from saml_participants where app_id = $1'
  expect((await world.owner.query(told, [sp.appId])).rows).toEqual([{ told_at: null }])
  const { nameId } = await previewOf(sp.appId, ann)
  expect((await call('ivan', `/api/apps/${sp.appId}/saml/free-name`, { name: nameId, holderId: ann })).statusCode).toBe(
    204,
  )
  expect((await world.owner.query(told, [sp.appId])).rows).toEqual([{ told_at: expect.any(Date) }])
})

test('no app is told an address that is somebody else’s by the word of a directory, under whatever attribute', async () => {
  const attributes = [
    { name: 'email', nameFormat: 'basic' as const, value: '{mail}' },
    { name: 'account', nameFormat: 'basic' as const, value: '{mail|before:@}' },
    { name: 'login', nameFormat: 'basic' as const, value: '{login}' },
  ]
  const { told, letIn } = await tools.appNaming('', { nameIdFormat: 'persistent', attributes })
  const partner = await tools.unvouched(unique('partner'), 'molly@acme.example')
  const own = await tools.unvouched(unique('partner'), `own${count}@partner.example`)
  for (const id of [partner, own]) await letIn(id)
  expect(await told(world.id.molly, 'email')).toEqual(['molly@acme.example'])
  expect(await told(own, 'email')).toEqual([`own${count}@partner.example`])
  expect([await told(partner, 'email'), await told(partner, 'account')]).toEqual([[], []])
  expect(await told(partner, 'login')).toEqual([expect.stringMatching(/^partner/)])
})

test('a name too long for any app is refused in words', async () => {
  const { enter } = await tools.appNaming('{displayName}')
  await rename(world.id.molly, 'x'.repeat(4000))
  expect(await enter(world.id.molly)).toBe(409)
  await rename(world.id.molly, 'Molly Acme')
})

test('what would happen names who is refused because of a name, and a directory that is paused', async () => {
  const { sp, letIn, enter } = await tools.appNaming('{displayName|first:3}')
  const [one, two] = [await tools.person('bob1', 'bob1@acme.example'), await tools.person('bob2', 'bob2@acme.example')]
  await letIn(one)
  expect(await enter(one)).toBe('bob')
  await letIn(two)
  const trial = (personId: string) => tryPolicy(world.app.sso.deps, { personId, appId: sp.appId, address: '192.0.2.1' })
  expect((await trial(one)).outcome).toBe('allow')
  expect(await trial(two)).toMatchObject({ outcome: 'deny', said: { code: 'name_held', app: expect.any(String) } })
  const id = await tools.directory(unique('paused'), { vouches: true })
  const paula = await tools.person(unique('paula'), 'paula@acme.example', id)
  await world.owner.query('update directories set paused_at = $2 where id = $1', [id, world.platform.clock.now()])
  expect(await trial(paula)).toMatchObject({ outcome: 'no_access', said: { code: 'paused' } })
})
