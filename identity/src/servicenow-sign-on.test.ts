/** From setting up to being inside, over the wire: ours, and the simulator's own sign-in. */
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { administratorPassword, openTestInstance, type TestInstance } from './desk/servicenow/testing-instance.ts'
import { addServiceNow } from './desk/servicenow/testing-sign-on.ts'
import { openListeningApp, walkAs } from './sso/sign-on/testing-walk.ts'
import { operator } from './testing-app.ts'

let world: Awaited<ReturnType<typeof openListeningApp>>
let instance: TestInstance
let appId: string
beforeAll(async () => {
  world = await openListeningApp({ HALLPASS_INTERNAL_HOSTS: '*' })
  instance = await openTestInstance({ start: world.platform.clock.now() })
  appId = await addServiceNow(world, instance.url)
  const { access, foundation } = world.app
  const apps = [{ appId, entitlements: [] }]
  const { id: roleId } = await access.createRole({ name: 'Users', askedBy: 'everyone', apps }, operator)
  await foundation.db.transaction(async (tx) => {
    const evidence = { source: 'sample' as const, approvals: [] }
    const grant = { personId: world.id.molly, roleId, requestId: null, reason: 'test', durationDays: null, evidence }
    await access.startGrant(tx, (await access.grantRole(tx, grant, operator)).grantId)
  })
})
afterAll(async () => {
  await instance?.stop()
  await world?.close()
})

test('set up from here, then tested and activated there, ServiceNow lets molly in as herself by her tile', async () => {
  const { headers } = await world.signIn('ivan')
  const made = await world.server.inject({
    method: 'POST',
    url: `/api/apps/${appId}/servicenow-sign-on`,
    headers,
    payload: { login: 'admin', password: administratorPassword },
  })
  expect(made.statusCode, made.body).toBe(200)
  const { signOn } = (await world.server.inject({ url: `/api/apps/${appId}`, headers })).json().addresses
  const { simulator } = instance
  const provider = simulator.records.find('saml2_update1_properties', '')[0]?.sys_id ?? ''
  expect(signOn).toBe(`${instance.url}/login_with_sso.do?glide_sso_id=${provider}`)

  const activate = () => simulator.records.update('saml2_update1_properties', provider, { active: 'true' }, system)
  expect(activate()).toHaveProperty('aborted')
  const { cookie } = simulator.sessions.open('6816f79cc0a8016401c5a33be04be441')
  const tester = walkAs(world.origin, await world.signIn('molly'))
  tester.keep(new URL(instance.url).host, `JSESSIONID=${cookie}`)
  const page = await tester.open(`${instance.url}/sso_test_connection.do?glide_sso_id=${provider}`)
  expect(page.text).toContain('The connection works')
  expect(activate()).toMatchObject({ row: { active: 'true' } })

  const walk = walkAs(world.origin, await world.signIn('molly'))
  expect((await walk.open(signOn)).response.status).toBe(200)
  expect((await walk.open(`${instance.url}/sp`)).text).toContain('Molly Byrne')
})
