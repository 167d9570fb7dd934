import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type Login, openTestApp, type TestApp } from './testing-app.ts'

let world: TestApp
const callers = {} as Record<'ivan' | 'axel' | 'dora' | 'molly', Caller>
const logins: Login[] = ['ivan', 'axel', 'dora', 'molly']

/** Everybody lives in a directory that was last read at that time. */
async function directoryReadAt(minutesAgo: number): Promise<void> {
  const at = new Date(world.platform.clock.now().getTime() - minutesAgo * 60_000)
  const sync = JSON.stringify({ syncEverySeconds: 60 })
  await sql`update directories set kind = 'ldap', sync = sync || ${sync}::jsonb, last_sync_at = ${at}`.execute(
    world.app.foundation.db.withTables<object>(),
  )
}

beforeAll(async () => {
  world = await openTestApp()
  for (const login of logins) callers[login as 'ivan'] = await world.signIn(login)
})
afterAll(() => world.close())

async function call(who: keyof typeof callers, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const options = payload ? { payload } : {}
  const answer = await world.server.inject({ method, url, headers: callers[who].headers, ...options })
  return [answer.statusCode, answer.statusCode >= 400 ? answer.json().code : null]
}
const stale = [503, 'directory_stale']

describe('after 15 minutes in which the directory of the caller was not read', () => {
  beforeAll(() => directoryReadAt(16))

  test('what administrators and agents do stops, on every such route', async () => {
    const person = `/api/people/${world.id.molly}`
    const policy = {
      version: 0,
      rules: [],
      otherwise: { proof: 'one', kinds: [], maxAgeMinutes: null, rememberDays: 0 },
    }
    expect(await call('ivan', 'PUT', '/api/sign-on-policy', policy)).toEqual(stale)
    expect(await call('ivan', 'POST', '/api/roles', { name: 'x', askedBy: 'nobody', apps: [] })).toEqual(stale)
    expect(await call('ivan', 'POST', `${person}/invite`, {})).toEqual(stale)
    expect(await call('dora', 'POST', `${person}/unlock`, { reason: 'called' })).toEqual(stale)
    expect(await call('dora', 'POST', `${person}/sessions/end`, { reason: 'called' })).toEqual(stale)
  })

  test('looking on, and what mends the directory, goes on', async () => {
    expect(await call('ivan', 'GET', '/api/directories')).toEqual([200, null])
    expect(await call('axel', 'GET', '/api/trail')).toEqual([200, null])
    expect(await call('molly', 'GET', '/api/my-apps')).toEqual([200, null])
  })
})

test('an administrator whose directory is read again may act again', async () => {
  await directoryReadAt(14)
  const [status] = await call('dora', 'POST', `/api/people/${world.id.molly}/unlock`, { reason: 'called' })
  expect(status).not.toBe(503)
})

test('built-in administrators, break-glass accounts among them, are never stale', async () => {
  await sql`update directories set kind = 'built-in'`.execute(world.app.foundation.db.withTables<object>())
  world.platform.clock.advance(60 * 60_000)
  expect(await call('dora', 'POST', `/api/people/${world.id.molly}/unlock`, { reason: 'called' })).toEqual([204, null])
})
