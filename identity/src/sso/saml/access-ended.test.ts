import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { letIn } from '../oidc/testing-rp.ts'
import { deleteParticipant, joinSession, noteTold, participantsOf } from './store-saml.ts'
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

async function takeSignals({ appId }: TestSp): Promise<void> {
  const ivan = await world.signIn('ivan')
  const settings = {
    endpoint: 'https://sp.example/events',
    audience: 'https://sp.example',
    subject: 'email',
    enabled: true,
  }
  const url = `/api/apps/${appId}/signals`
  const payload = { version: 0, settings, authorization: 'Bearer s' }
  expect((await world.server.inject({ method: 'PUT', url, headers: ivan.headers, payload })).statusCode).toBe(200)
}

test('an app that takes security signals hears that access to it ended, once for each time', async () => {
  const sp = await openTestSp(world, { entityId: 'https://signals.example' })
  const other = await openTestSp(world, { entityId: 'https://another.example' })
  await takeSignals(sp)
  const molly = await world.signIn('molly')
  await signOn(world, molly, await sp.request())
  const sid = await indexOf(sp)
  const roleId = await endAccess(sp)
  const told = { appId: sp.appId, sid, because: 'access_ended' }
  expect(await waiting('sso.push-signal')).toMatchObject([told])
  // Something else of hers ends later.
  await endAccess(other)
  expect(await waiting('sso.push-signal')).toMatchObject([told])
  await letIn(world, { roleId }, molly.personId)
  await signOn(world, molly, await sp.request())
  const since = await indexOf(sp)
  expect(since).not.toBe(sid)
  await endAccess(sp)
  expect(await waiting('sso.push-signal')).toMatchObject([told, { ...told, sid: since }])
  // Nor is it told again that what it knew of is over when all of the session is.
  await world.server.inject({ method: 'POST', url: '/api/session/sign-out', headers: molly.headers })
  await world.platform.jobs.runUntilIdle()
  expect(await waiting('sso.push-signal')).toMatchObject([told, { ...told, sid: since }])
})

test('what an app is told late is of the sign-on before, once its person is signed on again', async () => {
  const sp = await openTestSp(world, { entityId: 'https://late.example', soapLogoutUrl: 'https://sp.example/soap' })
  const molly = await world.signIn('molly')
  await signOn(world, molly, await sp.request())
  const before = await indexOf(sp)
  const roleId = await endAccess(sp)
  // It could not be reached, so the session still knows of it.
  expect(await indexOf(sp)).toBe(before)
  await letIn(world, { roleId }, molly.personId)
  expect((await signOn(world, molly, await sp.request())).status).toBe(200)
  expect(await indexOf(sp)).not.toBe(before)
  expect(await waiting('sso.tell-saml-app')).toMatchObject([{ sessionIndex: before }])
})

test('what the app was told of is forgotten once it took it, and no sign-on since', async () => {
  const { db, clock } = world.app.foundation
  const { sessionId } = await world.signIn('molly')
  const { appId } = await openTestSp(world, { entityId: 'https://told.example' })
  const join = (sessionIndex: string) =>
    db.transaction((tx) =>
      joinSession(tx, { sessionId, appId, nameId: 'molly', nameIdFormat: 'f', sessionIndex }, clock.now()),
    )
  const before = await join('first')
  await db.transaction((tx) => noteTold(tx, before, clock.now()))
  const since = await join('second')
  await db.transaction((tx) => deleteParticipant(tx, before))
  expect(await participantsOf(db, sessionId)).toEqual([since])
  await db.transaction((tx) => deleteParticipant(tx, since))
  expect(await participantsOf(db, sessionId)).toEqual([])
})
