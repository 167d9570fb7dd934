import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operator, type TestApp } from '../../testing-app.ts'
import { letIn, openTestRp } from './testing-rp.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/** Apps link accounts by an address that is called verified: it is called so only where the directory vouches for it. */
let world: TestApp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
})
afterAll(() => world?.close())

async function toldOf(claims: { name: 'email'; value: string }[] = []) {
  const rp = await openTestRp(world, { claims })
  const { config, tokens } = await rpClient.signOn(rp, await world.signIn('molly'))
  const { email, email_verified } = await client.fetchUserInfo(
    config,
    tokens?.access_token ?? '',
    tokens?.claims()?.sub ?? '',
  )
  return { email, email_verified }
}
const directoryId = () => world.things['/api/directories'] ?? ''

test('an address of one’s own that nobody else has is verified, in whatever case', async () => {
  expect(await toldOf()).toEqual({ email: 'molly@acme.example', email_verified: true })
  const told = await toldOf([{ name: 'email', value: '{mail|upper}' }])
  expect(told).toEqual({ email: 'MOLLY@ACME.EXAMPLE', email_verified: true })
})

test('one that an administrator made up for the app is not', async () => {
  const told = await toldOf([{ name: 'email', value: '{login}@elsewhere.example' }])
  expect(told).toEqual({ email: 'molly@elsewhere.example', email_verified: false })
})

test('none is where people write their own addresses', async () => {
  const { headers } = await world.signIn('ivan')
  const url = `/api/directories/${directoryId()}`
  const put = async (mail: boolean) => {
    const { version, name, settings, sync } = (await world.server.inject({ url, headers })).json()
    const payload = { version, name, settings, sync: { ...sync, proofs: { mail, phone: false } } }
    expect((await world.server.inject({ method: 'PUT', url, headers, payload })).statusCode).toBe(200)
  }
  await put(false)
  expect((await toldOf()).email_verified).toBe(false)
  await put(true)
  expect((await toldOf()).email_verified).toBe(true)
})

test('one that somebody else has as well is not', async () => {
  const namesake = { directoryId: directoryId(), login: 'polly', displayName: 'Polly', mail: 'molly@acme.example' }
  await world.app.foundation.db.transaction((tx) => world.app.directory.createPerson(tx, operator, namesake))
  expect((await toldOf()).email_verified).toBe(false)
})

test('what else is made of an address is left out where nobody vouches for it and somebody else is vouched for', async () => {
  const { ids, db } = world.app.foundation
  const partners = ids.next()
  await world.owner.query(
    `insert into directories select (jsonb_populate_record(d, jsonb_build_object('id', $1::uuid, 'name', 'partners', 'name_key', 'partners',
      'sync', jsonb_set(d.sync, '{proofs}', '{"mail": false}')))).* from directories d limit 1`,
    [partners],
  )
  const claims = [{ name: 'upn' as const, value: '{mail}' }]
  const upnOf = async (login: string, mail: string) => {
    const draft = { directoryId: partners, login, displayName: login, mail }
    const { id } = await db.transaction((tx) => world.app.directory.createPerson(tx, operator, draft))
    const rp = await openTestRp(world, { claims })
    await letIn(world, rp, id)
    const { config, tokens } = await rpClient.signOn(rp, await world.signInAs(id))
    return (await client.fetchUserInfo(config, tokens?.access_token ?? '', tokens?.claims()?.sub ?? '')).upn
  }
  expect(await upnOf('partner', 'axel@acme.example')).toBeUndefined()
  expect(await upnOf('other', 'other@partner.example')).toBe('other@partner.example')
})
