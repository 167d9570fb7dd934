import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Secret } from '../../platform/secret.ts'
import { type Caller, openTestApp, password, type TestApp } from '../../testing-app.ts'
import { letIn, openTestRp, setClock, type TestRp } from './testing-rp.ts'
import { openRpClient, type RpClient } from './testing-sign-on.ts'

let world: TestApp
let rp: TestRp
let rpClient: RpClient
beforeAll(async () => {
  world = await openTestApp()
  rpClient = await openRpClient(world)
  rp = await openTestRp(world)
  for (const login of ['leo', 'axel'] as const) {
    await letIn(world, rp, world.id[login])
    const { connector, ref } = await world.app.directory.connectorOf(world.app.foundation.db, world.id[login])
    await connector.passwords?.reset(ref, new Secret(password))
  }
})
afterAll(() => world?.close())

const next = 'a lantern over seven bridges'

const caller = (molly: Caller) => ({ ...molly, headers: { ...molly.headers, 'content-type': 'application/json' } })

/** Tries the change as the page does; the browser takes the cookie that it is given. */
async function change(of: Caller, oldPassword: string, newPassword: string) {
  const payload = { oldPassword, newPassword }
  const { headers } = of
  const answer = await world.server.inject({ method: 'POST', url: '/api/password/change', headers, payload })
  const given = answer.cookies.find(({ name }) => name === '__Host-hallpass')
  if (given) of.headers.cookie = `${given.name}=${given.value}`
  return { status: answer.statusCode, isRenewed: given !== undefined }
}
const sessionOf = async ({ headers }: Pick<Caller, 'headers'>) =>
  (await world.server.inject({ url: '/api/session', headers })).json()

test('apps open from the session in which its person changed their password, and are told of that proof', async () => {
  setClock(world, -60_000)
  const molly = caller(await world.signIn('molly'))
  const copy = { headers: { ...molly.headers } }
  expect((await rpClient.signOn(rp, molly)).tokens).not.toBeNull()
  setClock(world, -30_500)
  expect(await change(molly, password, next)).toEqual({ status: 204, isRenewed: true })
  const changedAt = world.platform.clock.now().getTime()
  const { assurance } = await sessionOf(molly)
  expect(assurance.at).toBe(new Date(changedAt).toISOString())
  expect((await sessionOf(copy)).person).toBeNull()
  setClock(world)
  const { tokens } = await rpClient.signOn(rp, molly)
  expect(tokens?.claims()?.auth_time).toBe(Math.ceil(changedAt / 1000))
})

test('a new password that is refused ends nothing', async () => {
  setClock(world, -60_000)
  const [here, there] = [caller(await world.signIn('leo')), await world.signIn('leo')]
  const { config, tokens } = await rpClient.signOn(rp, there)
  setClock(world, -30_000)
  for (const refused of ['short', password])
    expect(await change(here, password, refused)).toEqual({ status: 400, isRenewed: false })
  setClock(world)
  await world.platform.jobs.runUntilIdle()
  expect((await sessionOf(there)).person.login).toBe('leo')
  expect((await client.refreshTokenGrant(config, tokens?.refresh_token ?? '')).access_token).toEqual(expect.any(String))
  const { rows } = await world.owner.query(
    `select body->'after' as after from audit_entries where body->>'action' = 'password.changed' and body->>'kind' = 'outcome'
     and body->'subjects'->>'personId' = $1 order by seq`,
    [world.id.leo],
  )
  expect(rows.map(({ after }) => after)).toEqual([
    { state: 'not_applied', refused: expect.arrayContaining(['too_short']) },
    { state: 'not_applied', refused: ['used_before'] },
  ])
})

test('where a change came to nothing after everything before it had ended, apps open from its session all the same', async () => {
  setClock(world, -60_000)
  const axel = caller(await world.signIn('axel'))
  setClock(world, -30_000)
  // Somebody else sets the password between the look at it and the write.
  await world.owner.query(`
    create function lose_write() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger lose_write before update on builtin_passwords for each row
      when (old.hash is distinct from new.hash) execute function lose_write()`)
  const lost = await change(axel, password, next)
  await world.owner.query('drop trigger lose_write on builtin_passwords; drop function lose_write()')
  expect([lost.status >= 400, lost.isRenewed]).toEqual([true, true])
  setClock(world)
  expect((await rpClient.signOn(rp, axel)).tokens).not.toBeNull()
})
