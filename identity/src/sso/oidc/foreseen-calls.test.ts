import { once } from 'node:events'
import { Agent, IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Caller, operator, type TestApp } from '../../testing-app.ts'
import { follow, openRpWorld, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'

/** What a call of the provider reads together, and what it writes before it answers. */
let world: TestApp
let rp: TestRp
let molly: Caller
let listening: string
/** Her browser's, so that the provider knows her from the time before. */
const cookies = new Map<string, string>()
beforeAll(async () => {
  world = await openRpWorld()
  await world.server.listen({ port: 0, host: '127.0.0.1' })
  listening = `http://127.0.0.1:${(world.server.server.address() as AddressInfo).port}`
  rp = await openTestRp(world)
  molly = await world.signIn('molly')
})
afterAll(() => world.close())

const verifier = client.randomPKCECodeVerifier()

async function address(): Promise<string> {
  const asked = new URLSearchParams({
    ...{ client_id: rp.clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid profile email' },
    ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
  })
  return `/oidc/auth?${asked}`
}

const authorize = async () => follow(world, await address(), molly, cookies)

async function ask(form: Record<string, string>) {
  const authorization = `Basic ${Buffer.from(`${rp.clientId}:${rp.secret}`).toString('base64')}`
  const body = new URLSearchParams(form)
  const answer = await fetch(`${listening}/oidc/token`, { method: 'POST', headers: { authorization }, body })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const exchange = (code: string | null | undefined) =>
  ask({
    ...{ grant_type: 'authorization_code', code: code ?? 'none', redirect_uri: redirectUri, code_verifier: verifier },
  })

/** The form of whoever is asked to sign out of all here, and says no. */
async function staying() {
  const own = [...cookies].map((each) => each.join('='))
  const headers = { accept: 'text/html', cookie: [molly.headers.cookie, ...own].join('; ') }
  const page = await world.server.inject({ url: `/oidc/session/end?client_id=${rp.clientId}`, headers })
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.body)?.[1] ?? 'none'
  const type = 'application/x-www-form-urlencoded'
  return { headers: { ...headers, 'content-type': type }, payload: `xsrf=${xsrf}` }
}

async function tripsOf<T>(work: () => Promise<T>): Promise<{ value: T; trips: number }> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  try {
    return { value: await work(), trips: sent.mock.calls.length }
  } finally {
    sent.mockRestore()
  }
}

test('somebody who was here before is given a code in three trips to the database, one for the factors they have, and tokens in two', async () => {
  // Statements travel with others from the third time on.
  for (let n = 0; n < 4; n++)
    expect((await exchange((await authorize()).location?.searchParams.get('code'))).status).toBe(200)
  const authorized = await tripsOf(authorize)
  expect(authorized.trips).toBeLessThanOrEqual(3)
  const code = authorized.value.location?.searchParams.get('code')
  const exchanged = await tripsOf(() => exchange(code))
  expect(exchanged.value).toMatchObject({ status: 200, body: { id_token: expect.any(String) } })
  expect(exchanged.trips).toBeLessThanOrEqual(2)
})

test('what the provider knows of a browser is written anew where it says something else or ends soon, and not before', async () => {
  const versions = async () => {
    const { rows } = await world.owner.query(
      `select kind, xmin::text from oidc_records where kind in ('Session', 'Grant') and expires_at > $1 order by kind, id_hash`,
      [world.platform.clock.now()],
    )
    return new Map<string, string>(rows.map(({ kind, xmin }) => [kind, xmin]))
  }
  await authorize()
  const first = await versions()
  expect([...first.keys()].sort()).toEqual(['Grant', 'Session'])
  await authorize()
  expect(await versions()).toEqual(first)
  const older = (kind: string, seconds: number) =>
    world.owner.query(
      "update oidc_records set payload = jsonb_set(payload, '{exp}', to_jsonb((payload->>'exp')::int - $2)) where kind = $1",
      [kind, seconds],
    )
  await older('Session', 590)
  await older('Grant', 3590)
  const aged = await versions()
  await authorize()
  expect(await versions()).toEqual(aged)
  await older('Session', 20)
  await older('Grant', 20)
  const old = await versions()
  await authorize()
  const renewed = await versions()
  for (const kind of ['Session', 'Grant']) expect(renewed.get(kind)).not.toBe(old.get(kind))
})

test('a program gets a token in two trips', async () => {
  const form = { grant_type: 'client_credentials' }
  for (let n = 0; n < 3; n++) await ask(form)
  const { value, trips } = await tripsOf(() => ask(form))
  expect(value.status).toBe(200)
  expect(trips).toBeLessThanOrEqual(2)
})

test('what was foreseen of a code counts for nothing where access has ended since', async () => {
  const { location } = await authorize()
  await world.app.foundation.db.transaction((tx) => world.app.access.endGrant(tx, rp.grantId, 'revoked', operator))
  expect(await exchange(location?.searchParams.get('code'))).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant' },
  })
  expect((await authorize()).location?.searchParams.get('code') ?? null).toBeNull()
  rp = await openTestRp(world)
})

test('neither a code, a cookie nor a token leaves that could not be kept', async () => {
  await exchange((await authorize()).location?.searchParams.get('code'))
  const stay = await staying()
  await world.owner.query('alter table oidc_records add constraint none check (false) not valid')
  try {
    const own = [...cookies].map((each) => each.join('='))
    const cookie = [molly.headers.cookie, ...own].join('; ')
    const refused = await world.server.inject({ url: await address(), headers: { accept: 'text/html', cookie } })
    expect(refused.statusCode).toBe(500)
    expect(refused.headers.location).toBeUndefined()
    expect(refused.headers['set-cookie']).toBeUndefined()
    // A page of ours, with what its person may quote, and nothing of a code.
    expect(refused.headers['content-type']).toContain('text/html')
    expect(refused.body).toContain('<link rel="stylesheet" href="/saml/page.css">')
    expect(refused.body).toContain(`<code>${refused.headers['x-request-id']}</code>`)
    expect(refused.body).not.toContain('code=')
    // The same for a form of ours: somebody who stays signed in.
    const answered = await world.server.inject({ method: 'POST', url: '/oidc/session/end/confirm', ...stay })
    expect(answered.statusCode).toBe(500)
    expect(answered.headers['content-type']).toContain('text/html')
    expect(answered.body).toContain(`<code>${answered.headers['x-request-id']}</code>`)
    expect(await ask({ grant_type: 'client_credentials' })).toEqual({
      status: 500,
      body: { error: 'server_error', error_description: expect.any(String) },
    })
  } finally {
    await world.owner.query('alter table oidc_records drop constraint none')
  }
  expect((await ask({ grant_type: 'client_credentials' })).status).toBe(200)
})

test('a body is read where it came whole, and where it came in pieces, and its connection serves the next call', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const putBack = vi.spyOn(IncomingMessage.prototype, 'unshift')
  const statuses: unknown[] = []
  const form = 'grant_type=client_credentials'
  const send = async (first: string, rest: string) => {
    const auth = `${rp.clientId}:${rp.secret}`
    const type = 'application/x-www-form-urlencoded'
    const headers = { 'content-type': type, 'content-length': form.length }
    const sent = request(`${listening}/oidc/token`, { method: 'POST', agent, auth, headers })
    const seen = once(world.server.server, 'request')
    if (rest === '') sent.end(first)
    else {
      sent.write(first)
      await seen
      sent.end(rest)
    }
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    statuses.push(answer.statusCode)
  }
  for (let n = 0; n < 3; n++) await send(form, '')
  expect(putBack).not.toHaveBeenCalled()
  for (let n = 0; n < 3; n++) await send(form.slice(0, 7), form.slice(7))
  await send(form, '')
  putBack.mockRestore()
  agent.destroy()
  expect(statuses).toEqual(Array(7).fill(200))
})
