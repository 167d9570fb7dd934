import type { SamlSettings } from '@hallpass/contract/saml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { letIn } from '../oidc/testing-rp.ts'
import { openTestSp, type Page, setClock, signOn, type TestSp } from './testing-sp.ts'

/** Two people whom an app would know by the same name: it is never told of both. */
let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
  await world.owner.query('delete from sign_on_policies')
})
afterAll(() => world?.close())

let made = 0
async function appNaming(nameId: string) {
  made += 1
  const settings: Partial<SamlSettings> = {
    entityId: `https://names-${made}.example`,
    nameId,
    nameIdFormat: 'unspecified',
  }
  const sp = await openTestSp(world, settings, { identifierFormat: null })
  const { rows } = await world.owner.query('select role_id from role_apps where app_id = $1', [sp.appId])
  const enter = async (personId: string) => {
    const page = await signOn(world, await world.signInAs(personId), await sp.request())
    return page.status === 200 ? nameIn(page) : page.status
  }
  return { sp, enter, letIn: (personId: string) => letIn(world, { roleId: String(rows[0]?.role_id) }, personId) }
}
const nameIn = ({ form }: Page) =>
  /NameID[^>]*>([^<]*)</.exec(Buffer.from(form?.fields.SAMLResponse ?? '', 'base64').toString())?.[1]

async function person(login: string, mail: string, directoryId = world.things['/api/directories'] ?? '') {
  const { app } = world
  const draft = { directoryId, login, displayName: `${login} Acme`, mail }
  return (await app.foundation.db.transaction((tx) => app.directory.createPerson(tx, operator, draft))).id
}
async function refusals({ appId }: TestSp): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select body->'after'->>'because' because from audit_entries where body->>'action' = 'app.refused' and body->'subjects'->>'appId' = $1 order by seq`,
    [appId],
  )
  return rows.map(({ because }) => because)
}

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
  expect((await refusals(sp)).at(-1)).toBe('name_shared')
  const ivan = await world.signIn('ivan')
  const url = `/api/apps/${sp.appId}/saml/preview`
  const payload = { personId: world.id.molly }
  const preview = await world.server.inject({ method: 'POST', url, headers: ivan.headers, payload })
  expect(preview.json().namesakes).toHaveLength(1)
  await world.owner.query("update people set state = 'disabled' where id = $1", [other])
})

test('a name is free for somebody else once whoever had it may use the app no longer, or is called otherwise', async () => {
  const { enter, letIn } = await appNaming('{displayName|first:4}')
  const [one, two] = [await person('kim1', 'kim1@acme.example'), await person('kim2', 'kim2@acme.example')]
  await letIn(one)
  expect(await enter(one)).toBe('kim1')
  await world.owner.query("update people set display_name = 'kim1 too' where id = $1", [two])
  await letIn(two)
  expect([await enter(two), await enter(one)]).toEqual([409, 'kim1'])
  await world.owner.query("update people set display_name = 'kim9' where id = $1", [one])
  expect([await enter(two), await enter(one)]).toEqual(['kim1', 'kim9'])
})

test('whose address nobody vouches for keeps nobody else out, and gets in as nobody', async () => {
  const id = world.app.foundation.ids.next()
  await world.owner.query(
    `insert into directories select (jsonb_populate_record(d, jsonb_build_object('id', $1::uuid, 'name', 'Partners', 'name_key', 'partners',
      'sync', jsonb_set(d.sync, '{proofs}', '{"mail": false}')))).* from directories d limit 1`,
    [id],
  )
  const partner = await person('partner', 'molly@acme.example', id)
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

test('it does not matter how many share an address', async () => {
  const { enter, letIn } = await appNaming('{mail}')
  const ids: string[] = []
  for (let n = 0; n < 30; n++) ids.push(await person(`kiosk${n}`, 'axel@acme.example'))
  await letIn(world.id.axel)
  for (const id of ids.slice(0, 1)) await letIn(id)
  for (const id of ids.slice(-1)) await letIn(id)
  expect(await enter(world.id.axel)).toBe(409)
})
