import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { freeNamesOf } from './free-name.ts'
import { nameKeyOf } from './store-names.ts'
import { testingNames } from './testing-names.ts'
import { setClock } from './testing-sp.ts'

/** Two people whom an app would know by the same name: it is never told of both. */
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

const appNaming: Tools['appNaming'] = (...input) => tools.appNaming(...input)
const person: Tools['person'] = (...input) => tools.person(...input)
const unvouched: Tools['unvouched'] = (...input) => tools.unvouched(...input)
const refusals: Tools['refusals'] = (sp) => tools.refusals(sp)
const trailOf: Tools['trailOf'] = (...input) => tools.trailOf(...input)

test.each([
  ['{mail|before:@}', 'one', 'Molly@acquired.example', 'molly'],
  ['{login|before:@|lower}', 'MOLLY@acquired.example', 'two@acquired.example', 'molly'],
  ['{displayName|first:5}', 'molly-of-acquired', 'three@acquired.example', 'molly'],
  ['{mail}', 'four', 'MOLLY@acme.example', 'molly@acme.example'],
])('whom an app knows by %s keeps the name, and nobody else gets it', async (nameId, login, mail, name) => {
  const { sp, enter, letIn } = await appNaming(nameId)
  const other = await person(login, mail)
  const grantId = await letIn(other)
  // Which of them the app knows from before, nobody can tell.
  expect([await enter(other), await enter(world.id.molly)]).toEqual([409, 409])
  const { access, foundation } = world.app
  await foundation.db.transaction((tx) => access.endGrant(tx, grantId, 'given_back', operator))
  expect(await enter(world.id.molly)).toBe(name)
  await letIn(other)
  expect([await enter(other), await enter(world.id.molly)]).toEqual([409, name])
  expect((await refusals(sp)).at(-1)).toBe('name_held')
  const ivan = await world.signIn('ivan')
  const url = `/api/apps/${sp.appId}/saml/preview`
  const payload = { personId: world.id.molly }
  const preview = await world.server.inject({ method: 'POST', url, headers: ivan.headers, payload })
  expect(preview.json().namesakes).toHaveLength(1)
  await world.owner.query("update people set state = 'disabled' where id = $1", [other])
})

test('a name stays with its holder, whether or not they may use the app or are called so', async () => {
  const { enter, letIn } = await appNaming('{displayName|first:4}')
  const [one, two] = [await person('kim1', 'kim1@acme.example'), await person('kim2', 'kim2@acme.example')]
  const three = await person('kim3', 'kim3@acme.example')
  await letIn(one)
  expect(await enter(one)).toBe('kim1')
  await world.owner.query("update people set display_name = 'kim1 too' where id = any ($1)", [[two, three]])
  await letIn(two)
  await letIn(three)
  await world.owner.query("update people set state = 'disabled' where id = $1", [one])
  expect([await enter(two), await enter(three)]).toEqual([409, 409])
  await world.owner.query("update people set state = 'active', display_name = 'kim9' where id = $1", [one])
  expect([await enter(two), await enter(one)]).toEqual([409, 'kim9'])
  await world.owner.query("update people set display_name = 'kim1' where id = $1", [one])
  expect([await enter(three), await enter(one)]).toEqual([409, 'kim1'])
})

test('the first time that an app knows somebody by a name stands in the trail, the name beside the chain', async () => {
  const { sp, enter } = await appNaming('{mail}')
  for (let n = 0; n < 2; n++) await enter(world.id.molly)
  expect(await trailOf(sp, 'app.name_taken')).toEqual([{ who: world.id.molly, value: 'molly@acme.example' }])
})

test('a name that goes to somebody else at this moment is told of nobody else', async () => {
  const { sp, enter } = await appNaming('{mail}')
  expect(await enter(world.id.molly)).toBe('molly@acme.example')
  await world.owner.query('begin')
  await world.owner.query('update sign_on_names set person_id = $2 where app_id = $1', [sp.appId, world.id.axel])
  const entering = enter(world.id.molly)
  const waiting = "select from pg_locks where not granted and locktype = 'transactionid'"
  while ((await world.owner.query(waiting)).rowCount === 0);
  await world.owner.query('commit')
  expect(await entering).toBe(409)
})

test.each([
  ['lena\u0301', ' LEN\u00c1 '],
  ['Jos\u00e9', 'jose\u0301'],
])('%j and %j are one name', async (first, second) => {
  const { enter, letIn } = await appNaming('{title}')
  const [one, two] = [
    await person(`one${tools.made()}`, `one${tools.made()}@acme.example`),
    await person(`two${tools.made()}`, `two${tools.made()}@acme.example`),
  ]
  for (const [id, title] of [
    [one, first],
    [two, second],
  ] as const) {
    await letIn(id)
    await world.owner.query('update people set title = $2 where id = $1', [id, title])
  }
  await world.owner.query("update people set state = 'disabled' where id = $1", [two])
  expect(await enter(one)).toBe(first)
  await world.owner.query("update people set state = 'active' where id = $1", [two])
  expect(await enter(two)).toBe(409)
})

test('whose address nobody vouches for keeps nobody else out, and gets in as nobody', async () => {
  const partner = await unvouched('partner', 'molly@acme.example')
  for (const isFirst of [true, false]) {
    const { enter, letIn } = await appNaming('{mail}')
    if (!isFirst) expect(await enter(world.id.molly)).toBe('molly@acme.example')
    await letIn(partner)
    expect([await enter(partner), await enter(world.id.molly), await enter(partner)]).toEqual([
      409,
      'molly@acme.example',
      409,
    ])
  }
  await world.owner.query("update people set state = 'disabled' where id = $1", [partner])
})

test.each(['{mail}', '{mail|before:@}'])(
  'whose address nobody vouches for is signed on by %s as nobody, also while that person may not use the app or has left',
  async (nameId) => {
    const name = `lea${tools.made()}`
    const lea = await person(name, `${name}@acme.example`)
    const partner = await unvouched(
      `of-${name}`,
      nameId === '{mail}' ? `${name}@acme.example` : `${name}@partner.example`,
    )
    const { enter, letIn } = await appNaming(nameId)
    await letIn(partner)
    expect(await enter(partner)).toBe(409)
    await world.owner.query("update people set state = 'gone' where id = $1", [lea])
    expect(await enter(partner)).toBe(409)
    await world.owner.query('update person_addresses set mail = $2, mail_key = $2 where person_id = $1', [
      partner,
      `other${tools.made()}@partner.example`,
    ])
    await world.owner.query('update people set mail = $2 where id = $1', [
      partner,
      `other${tools.made()}@partner.example`,
    ])
    expect(await enter(partner)).toMatch(/^other/)
  },
)

test('it does not matter how many share an address', async () => {
  const { enter, letIn } = await appNaming('{mail}')
  const ids: string[] = []
  for (let n = 0; n < 30; n++) ids.push(await person(`kiosk${n}`, 'axel@acme.example'))
  await letIn(world.id.axel)
  for (const id of ids.slice(0, 1)) await letIn(id)
  for (const id of ids.slice(-1)) await letIn(id)
  expect(await enter(world.id.axel)).toBe(409)
})

test('whom an app knew before names were kept keeps theirs, the one whose session is older where there were two', async () => {
  const { sp, enter, letIn } = await appNaming('{displayName|first:3}')
  const [one, two] = [await person('zoe1', 'zoe1@acme.example'), await person('zoe2', 'zoe2@acme.example')]
  await letIn(one)
  await enter(one)
  await world.signInAs(two)
  const kept = 'select person_id, name_key from sign_on_names where app_id = $1'
  const migration = (name: string) => readFile(new URL(`../../../migrations/${name}.sql`, import.meta.url), 'utf8')
  await world.owner.query('begin')
  await world.owner.query(
    `insert into saml_participants select s.id, p.app_id, ' ZOE', p.name_id_format, 'later', p.signed_on_at + interval '1 day'
      from saml_participants p, sessions s where p.app_id = $1 and s.person_id = $2 limit 1`,
    [sp.appId, two],
  )
  await world.owner.query('drop table sign_on_names cascade')
  await world.owner.query(await migration('0050_names-released-to-apps'))
  await world.owner.query(await migration('0054_names-stay'))
  const { rows } = await world.owner.query(kept, [sp.appId])
  // What the service and the database made different small letters of is one, that of the older.
  const keys = 'insert into sign_on_names (app_id, person_id, name_key, released_at) values '
  const [at, later] = ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z']
  await world.owner.query(`${keys} ($1, $2, $3, $7), ($1, $4, $5, $8), ($1, $2, $6, $7)`, [
    ...[sp.appId, one, 'i\u0307pek', two, 'ipek', '\u00a0\u03b3\u03b9\u03ce\u03c1\u03b3\u03bf\u03c2 ', at, later],
  ])
  await world.owner.query(await migration('0057_names-let-go'))
  const rekeyed = await world.owner.query(`${kept} and name_key <> 'zoe' order by name_key`, [sp.appId])
  await world.owner.query('rollback')
  expect(rows).toEqual([{ person_id: one, name_key: 'zoe' }])
  expect(rekeyed.rows).toEqual([
    { person_id: one, name_key: nameKeyOf('\u0130PEK') },
    { person_id: one, name_key: nameKeyOf('\u0393\u0399\u038f\u03a1\u0393\u039f\u03a3') },
  ])
})

test('an administrator who has just proven who they are sees whom an app knows by a name, and frees it in sight', async () => {
  const { sp, enter, letIn } = await appNaming('{displayName|first:4}')
  const [one, two] = [await person('pia1', 'pia1@acme.example'), await person('pia2', 'pia2@acme.example')]
  for (const id of [one, two]) await letIn(id)
  expect(await enter(one)).toBe('pia1')
  await world.owner.query("update people set display_name = 'PIA1', state = 'active' where id = $1", [two])
  await world.owner.query("update people set state = 'disabled' where id = $1", [one])
  expect(await enter(two)).toBe(409)

  const ivan = await world.signIn('ivan')
  const call = (path: string, payload: object) =>
    world.server.inject({ method: 'POST', url: `/api/apps/${sp.appId}/saml/${path}`, headers: ivan.headers, payload })
  const { holder, nameId } = (await call('preview', { personId: two })).json()
  expect([nameId, holder]).toEqual(['PIA1', { personId: one, displayName: 'pia1 Acme', since: expect.any(String) }])
  const seen = { name: nameId, holderId: holder.personId }
  world.platform.clock.advance(16 * 60_000)
  expect((await call('free-name', seen)).json().code).toBe('insufficient_user_authentication')
  setClock(world)
  const ofNobody = await call('free-name', { ...seen, holderId: two })
  expect([ofNobody.statusCode, ofNobody.json().code]).toEqual([409, 'name_not_held'])
  await world.platform.jobs.runUntilIdle()
  world.platform.mailbox.splice(0)
  expect((await call('free-name', seen)).statusCode).toBe(204)
  await world.platform.jobs.runUntilIdle()
  const told = world.platform.mailbox.filter(({ kind }) => kind === 'app_sign_on_changed')
  expect(told[0]?.text).toContain('ivan Acme freed a name by which “SAML app')
  expect(await trailOf(sp, 'app.name_freed')).toEqual([{ who: one, value: 'PIA1' }])

  expect((await call('preview', { personId: two })).json().holder).toBeNull()
  expect(await enter(two)).toBe('PIA1')
  expect((await call('preview', { personId: two })).json().holder.personId).toBe(two)
})

test('names are forgotten with the SAML settings of the app, with the app, and with the values about a person', async () => {
  const { foundation, audit } = world.app
  const ivan = await world.signIn('ivan')
  const ways: ((appId: string) => Promise<unknown>)[] = [
    (appId) => world.server.inject({ method: 'DELETE', url: `/api/apps/${appId}/saml`, headers: ivan.headers }),
    (appId) =>
      world.server.inject({
        method: 'POST',
        url: `/api/apps/${appId}/retire`,
        headers: ivan.headers,
        payload: { reason: 'Replaced by another one.' },
      }),
  ]
  const names = async (appId: string) =>
    (await world.owner.query('select from sign_on_names where app_id = $1 and freed_at is null', [appId])).rowCount
  for (const forget of ways) {
    const { sp, enter } = await appNaming('{mail}')
    await enter(world.id.molly)
    expect(await names(sp.appId)).toBe(1)
    await forget(sp.appId)
    expect(await names(sp.appId)).toBe(0)
  }
  const { sp, enter, letIn } = await appNaming('{mail}')
  await letIn(world.id.axel)
  for (const id of [world.id.molly, world.id.axel]) await enter(id)
  const erase = { personId: world.id.molly, actor: operator }
  expect(await foundation.db.transaction((tx) => freeNamesOf({ audit }, tx, erase))).toBeGreaterThan(0)
  const { rows } = await world.owner.query('select person_id from sign_on_names where app_id = $1', [sp.appId])
  expect(rows).toEqual([{ person_id: world.id.axel }])
  expect(await trailOf(sp, 'app.name_freed')).toEqual([{ who: world.id.molly, value: null }])
})
