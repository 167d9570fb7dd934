import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller, TestApp } from '../../testing-app.ts'
import { follow, openTestRp, redirectUri, type TestRp } from './testing-rp.ts'
import { openSignOnWorld, type RpClient } from './testing-sign-on.ts'

/**
 * What opens a door once, given twice at one instant, tokens on two nodes: both calls have found it unused before either
 * uses it up, because its row is held until both wait for it.
 */
let world: TestApp
let rpClient: RpClient
let nodes: string[]
let molly: Caller
beforeAll(async () => {
  ;({ world, rpClient } = await openSignOnWorld())
  const { server: other } = await world.anotherNode()
  await other.listen({ port: 0, host: '127.0.0.1' })
  nodes = [world.server, other].map(({ server }) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  molly = await world.signIn('molly')
})
afterAll(() => world.close())

type Answer = { status: number; error?: string; access_token?: string; refresh_token?: string; id_token?: string }

test('a code used twice at one instant gives one set of tokens at most, and they open nothing', async () => {
  const rp = await openTestRp(world, { requirePkce: false })
  const config = await rpClient.configure(rp)
  const asked = { redirect_uri: redirectUri, scope: 'openid offline_access', prompt: 'consent' }
  const { location } = await follow(world, client.buildAuthorizationUrl(config, asked).href, molly)
  const code = location?.searchParams.get('code') ?? 'none'
  const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri }
  await expectOneDead(rp, await heldUntilAllWait('AuthorizationCode', (node) => askFor(node, rp, form)))
})

test('a refresh token used twice at one instant gives one set of tokens at most, and all of its grant ends', async () => {
  const rp = await openTestRp(world)
  const { config, tokens } = await rpClient.signOn(rp, molly)
  const form = { grant_type: 'refresh_token', refresh_token: tokens?.refresh_token ?? 'none' }
  await expectOneDead(rp, await heldUntilAllWait('RefreshToken', (node) => askFor(node, rp, form)))
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(false)
  // Signing on anew is not held up by it.
  const again = await rpClient.signOn(rp, molly)
  expect((await client.tokenIntrospection(config, again.tokens?.access_token ?? '')).active).toBe(true)
})

test('what cannot be told in the trail ends nothing, and the later of two gets nothing either', async () => {
  const rp = await openTestRp(world)
  const { config, tokens } = await rpClient.signOn(rp, molly)
  const form = { grant_type: 'refresh_token', refresh_token: tokens?.refresh_token ?? 'none' }
  await world.owner.query('alter table audit_entries add constraint none check (false) not valid')
  let answers: Answer[]
  try {
    answers = await heldUntilAllWait('RefreshToken', (node) => askFor(node, rp, form))
  } finally {
    await world.owner.query('alter table audit_entries drop constraint none')
  }
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 500])
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(true)
  // Whoever asks once more with what was used up ends it, and that is told.
  expect(await askFor(nodes[0] ?? '', rp, form)).toMatchObject({ status: 400, error: 'invalid_grant' })
  expect(await reusesOf(rp)).toEqual([world.id.molly])
  expect((await client.tokenIntrospection(config, tokens?.access_token ?? '')).active).toBe(false)
})

test('a request that was pushed gives one code, though it is opened twice at one instant', async () => {
  const rp = await openTestRp(world, { requirePkce: false })
  const config = await rpClient.configure(rp)
  const pushed = await client.buildAuthorizationUrlWithPAR(config, { redirect_uri: redirectUri, scope: 'openid' })
  // Signed on before, so that nothing is left to be asked on the way.
  const cookies = new Map<string, string>()
  const asked = { redirect_uri: redirectUri, scope: 'openid' }
  await follow(world, client.buildAuthorizationUrl(config, asked).href, molly, cookies)
  const answers = await heldUntilAllWait('PushedAuthorizationRequest', () =>
    follow(world, pushed.href, molly, new Map(cookies)),
  )
  expect(answers.filter(({ location }) => location?.searchParams.has('code'))).toHaveLength(1)
  const refusals = answers.map(({ location }) => location?.searchParams.get('error')).filter(Boolean)
  expect(refusals).toEqual(['invalid_request_uri'])
})

async function askFor(node: string, rp: TestRp, form: Record<string, string>): Promise<Answer> {
  const authorization = `Basic ${Buffer.from(`${rp.clientId}:${rp.secret}`).toString('base64')}`
  const body = new URLSearchParams(form)
  const answer = await fetch(`${node}/oidc/token`, { method: 'POST', headers: { authorization }, body })
  return { status: answer.status, ...((await answer.json()) as Omit<Answer, 'status'>) }
}

/** One call for each node, let go together once both wait to use up a record of this kind. */
async function heldUntilAllWait<T>(kind: string, call: (node: string) => Promise<T>): Promise<T[]> {
  const holder = new pg.Client({ connectionString: world.platform.place.ownerUrl })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query('select 1 from oidc_records where kind = $1 for update', [kind])
    const calls = Promise.all(nodes.map(call))
    await expect.poll(waiting, { timeout: 15_000 }).toBe(nodes.length)
    await holder.query('commit')
    return await calls
  } finally {
    await holder.end()
  }
}

async function waiting(): Promise<number> {
  const { rows } = await world.owner.query<{ waiting: number }>(
    `select count(distinct pid)::int as waiting from pg_locks
     where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`,
  )
  return rows[0]?.waiting ?? 0
}

async function expectOneDead(rp: TestRp, answers: readonly Answer[]): Promise<void> {
  const given = answers.filter(({ status }) => status === 200)
  expect(answers.map(({ status, error }) => [status, error]).sort()).toEqual([
    [200, undefined],
    [400, 'invalid_grant'],
  ])
  const config = await rpClient.configure(rp)
  for (const { access_token: token = '', refresh_token: refresh = '' } of given) {
    expect((await client.tokenIntrospection(config, token)).active).toBe(false)
    const info = await fetch(`${nodes[1]}/oidc/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(info.status).toBe(401)
    const form = { grant_type: 'refresh_token', refresh_token: refresh }
    expect(await askFor(nodes[1] ?? '', rp, form)).toMatchObject({ status: 400, error: 'invalid_grant' })
  }
  expect(await reusesOf(rp)).toEqual([world.id.molly])
}

/** Whose codes and tokens of this app stand in the trail as used twice. */
async function reusesOf({ appId }: TestRp): Promise<string[]> {
  const { rows } = await world.owner.query<{ person: string }>(
    `select body->'subjects'->>'personId' as person from audit_entries
     where body->>'action' = 'app.token_reused' and body->'subjects'->>'appId' = $1`,
    [appId],
  )
  return rows.map(({ person }) => person)
}
