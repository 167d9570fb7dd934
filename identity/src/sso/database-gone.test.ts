import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../platform/database/place.ts'
import { openPage, openTestApp, password, type TestApp } from '../testing-app.ts'

let world: TestApp
let server: pg.Client
let name: string
beforeAll(async () => {
  world = await openTestApp()
  const { ownerUrl } = world.platform.place
  name = new URL(ownerUrl).pathname.slice(1)
  server = new pg.Client({ connectionString: withDatabase(ownerUrl, 'postgres') })
  await server.connect()
})
afterAll(async () => {
  await server?.end()
  await world?.close()
})

/** No connection of the service lives on, and none is made. */
async function takeAway(): Promise<void> {
  await server.query(`alter database ${name} connection limit 0`)
  await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity a join pg_roles r on r.rolname = a.usename
      where datname = $1 and not rolsuper`,
    [name],
  )
}
const giveBack = () => server.query(`alter database ${name} connection limit -1`)

test('without its database for half a minute sign-in says so; then it works by itself and nobody was signed out', async () => {
  const molly = await world.signIn('molly')
  const who = () => world.server.inject({ url: '/api/session', headers: molly.headers })
  const page = await openPage(world.server)
  const signIn = () =>
    world.server.inject({
      method: 'POST',
      url: '/api/session',
      headers: { ...page.headers, 'content-type': 'application/json' },
      payload: { login: 'molly', password },
    })
  expect((await who()).json().person.id).toBe(molly.personId)

  await takeAway()
  for (let second = 0; second < 30; second += 5) {
    world.platform.clock.advance(5000)
    const [refused, asked] = await Promise.all([signIn(), who()])
    expect([refused.statusCode, asked.statusCode]).toEqual([503, 503])
    expect(refused.json()).toMatchObject({ code: 'database_unavailable', retryAfterSeconds: 5 })
    // A page that cannot know who is there must not make it look like a sign-out.
    expect(asked.headers['set-cookie']).toBeUndefined()
    expect(refused.headers['set-cookie']).toBeUndefined()
    expect((await world.server.inject({ url: '/saml/metadata' })).statusCode).toBe(503)
    expect((await world.server.inject({ url: '/oidc/jwks' })).statusCode).toBe(503)
  }

  await giveBack()
  expect((await who()).json().person.id).toBe(molly.personId)
  expect((await signIn()).json()).toEqual({ kind: 'signed_in' })
  expect((await world.server.inject({ url: '/oidc/jwks' })).statusCode).toBe(200)
})
