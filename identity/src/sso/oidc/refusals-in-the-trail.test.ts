import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApp } from '../../testing-app.ts'
import { follow, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'
import { putRules } from './testing-rules.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  rp = await openTestRp(world, { requirePkce: false })
})
afterAll(() => world?.close())

type Told = { personId?: string; appId?: string; kind?: string }

async function entries(action: string) {
  const { rows } = await world.owner.query<{ subjects: { personId?: string; appId?: string }; after: object }>(
    "select body->'subjects' as subjects, body->'after' as after from audit_entries where body->>'action' = $1 order by body->>'id'",
    [action],
  )
  return rows.map(({ subjects: { personId, appId }, after }) => ({ personId, appId, ...after }) as Told)
}
const query = () =>
  new URLSearchParams({ client_id: rp.clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid' })

test('whoever is not let into an app is told why, and it stands in the trail', async () => {
  const without = await follow(world, `/oidc/auth?${query()}`, await world.signIn('axel'))
  expect([without.status, without.text]).toEqual([403, expect.stringContaining('You have no access to this app now')])
  await putRules(world, [{ when: { appIds: [rp.appId] }, demand: { proof: 'deny' } }])
  const denied = await follow(world, `/oidc/auth?${query()}`, await world.signIn('molly'))
  expect([denied.status, denied.text]).toEqual([403, expect.stringContaining('The sign-on policy lets nobody open')])
  await putRules(world, [])
  expect(await entries('app.refused')).toEqual([
    { personId: world.id.axel, appId: rp.appId, because: 'no_access' },
    { personId: world.id.molly, appId: rp.appId, because: 'denied' },
  ])
})

test('a refresh token that was used before stands in the trail, with whose it was', async () => {
  const { config, tokens } = await rpClient.signOn(rp, await world.signIn('molly'))
  const refresh = () => client.refreshTokenGrant(config, tokens?.refresh_token ?? '')
  await refresh()
  expect(await entries('app.token_reused')).toEqual([])
  await expect(refresh()).rejects.toMatchObject({ error: 'invalid_grant' })
  const entry = { personId: world.id.molly, appId: rp.appId, kind: 'refresh_token' }
  expect(await entries('app.token_reused')).toEqual([entry])
})

test('so does a code, and where it cannot be told nothing ends before it can', async () => {
  const config = await rpClient.configure(rp)
  const { location } = await follow(world, `/oidc/auth?${query()}`, await world.signIn('molly'))
  const exchange = () => client.authorizationCodeGrant(config, location ?? new URL('http://none'))
  const { access_token: token } = await exchange()
  const reuses = async () => (await entries('app.token_reused')).filter(({ kind }) => kind === 'authorization_code')
  await world.owner.query('alter table audit_entries add constraint none check (false) not valid')
  try {
    await expect(exchange()).rejects.toMatchObject({ cause: { status: 500 } })
  } finally {
    await world.owner.query('alter table audit_entries drop constraint none')
  }
  expect([(await client.tokenIntrospection(config, token)).active, await reuses()]).toEqual([true, []])
  await expect(exchange()).rejects.toMatchObject({ error: 'invalid_grant' })
  expect((await client.tokenIntrospection(config, token)).active).toBe(false)
  expect(await reuses()).toEqual([{ personId: world.id.molly, appId: rp.appId, kind: 'authorization_code' }])
})

test('a wrong secret stands in the log, with the client and from where', async () => {
  const config = await rpClient.configure(rp, client.ClientSecretBasic('not the secret of this app'))
  await expect(client.clientCredentialsGrant(config)).rejects.toMatchObject({ status: 401 })
  const line = world.log.map((each) => JSON.parse(each)).find(({ msg }) => msg === 'a client did not prove itself')
  expect(line).toMatchObject({ clientId: rp.clientId, address: '127.0.0.1', route: 'token' })
  expect(JSON.stringify(line)).not.toContain('not the secret')
})
