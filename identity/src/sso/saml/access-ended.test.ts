import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { letIn } from '../oidc/testing-rp.ts'
import { openTestSp, setClock, signOn, type TestSp } from './testing-sp.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
})
afterAll(() => world?.close())

async function endAccess({ appId }: TestSp): Promise<string> {
  const { rows } = await world.owner.query(
    "select g.id, g.role_id from grants g join role_apps a on a.role_id = g.role_id where a.app_id = $1 and g.state = 'active'",
    [appId],
  )
  const { access, foundation } = world.app
  await foundation.db.transaction((tx) => access.endGrant(tx, String(rows[0]?.id), 'given_back', operator))
  await world.platform.jobs.runUntilIdle()
  return String(rows[0]?.role_id)
}
const waiting = async (name: string) =>
  (await world.platform.jobs.inspect()).filter(({ task }) => task === name).map(({ payload }) => payload)
async function indexOf({ appId }: TestSp): Promise<string> {
  const { rows } = await world.owner.query('select session_index from saml_participants where app_id = $1', [appId])
  return String(rows[0]?.session_index)
}

test('an app that takes security signals hears that access to it ended', async () => {
  const sp = await openTestSp(world, { entityId: 'https://signals.example' })
  const ivan = await world.signIn('ivan')
  const settings = {
    endpoint: 'https://sp.example/events',
    audience: 'https://sp.example',
    subject: 'email',
    enabled: true,
  }
  const url = `/api/apps/${sp.appId}/signals`
  const payload = { version: 0, settings, authorization: 'Bearer s' }
  expect((await world.server.inject({ method: 'PUT', url, headers: ivan.headers, payload })).statusCode).toBe(200)
  await signOn(world, await world.signIn('molly'), await sp.request())
  const sid = await indexOf(sp)
  await endAccess(sp)
  expect(await waiting('sso.push-signal')).toMatchObject([{ appId: sp.appId, sid, because: 'access_ended' }])
})

test('what an app is told late is of the sign-on before, once its person is signed on again', async () => {
  const sp = await openTestSp(world, { entityId: 'https://late.example', soapLogoutUrl: 'https://sp.example/soap' })
  const molly = await world.signIn('molly')
  await signOn(world, molly, await sp.request())
  const before = await indexOf(sp)
  const roleId = await endAccess(sp)
  await letIn(world, { roleId }, molly.personId)
  expect((await signOn(world, molly, await sp.request())).status).toBe(200)
  expect(await indexOf(sp)).not.toBe(before)
  expect(await waiting('sso.tell-saml-app')).toMatchObject([{ sessionIndex: before }])
})
