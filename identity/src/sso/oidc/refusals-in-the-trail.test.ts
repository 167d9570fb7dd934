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

async function entries(action: string) {
  const { rows } = await world.owner.query<{ subjects: { personId?: string; appId?: string }; after: object }>(
    "select body->'subjects' as subjects, body->'after' as after from audit_entries where body->>'action' = $1 order by body->>'id'",
    [action],
  )
  return rows.map(({ subjects: { personId, appId }, after }) => ({ personId, appId, ...after }))
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
  await expect.poll(() => entries('app.token_reused')).toEqual([entry])
})

test('a wrong secret stands in the log, with the client and from where', async () => {
  const config = await rpClient.configure(rp, client.ClientSecretBasic('not the secret of this app'))
  await expect(client.clientCredentialsGrant(config)).rejects.toMatchObject({ status: 401 })
  const line = world.log.map((each) => JSON.parse(each)).find(({ msg }) => msg === 'a client did not prove itself')
  expect(line).toMatchObject({ clientId: rp.clientId, address: '127.0.0.1', route: 'token' })
  expect(JSON.stringify(line)).not.toContain('not the secret')
})
