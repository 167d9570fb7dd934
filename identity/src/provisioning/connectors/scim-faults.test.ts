import { type MisbehavingScim, startMisbehavingScim } from '@hallpass/counterparts/misbehaving-scim'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createEgress } from '../../platform/egress/egress.ts'
import { Secret } from '../../platform/secret.ts'
import type { NewAccount } from './connector.ts'
import { secondsOf } from './scim/http.ts'
import { scimConnector } from './scim.ts'

const egress = createEgress({ internalHosts: ['*'] })
const now = new Date('2026-03-02T09:00:00Z')
let server: MisbehavingScim
const open = (over: { baseUrl?: string; timeoutMs?: number; egress?: typeof egress } = {}) =>
  scimConnector(
    { egress: over.egress ?? egress, now: () => now },
    {
      baseUrl: over.baseUrl ?? server.baseUrl,
      token: new Secret(server.token),
      entitlementsAs: ['groups'],
      timeoutMs: over.timeoutMs ?? 3000,
    },
  )

let made = 0
function someone(): NewAccount {
  const mail = `molly.${++made}@acme.example`
  return {
    key: { externalId: `person-${made}`, userName: mail, mail },
    profile: { displayName: 'Molly Byrne', givenName: 'Molly', familyName: 'Byrne', title: null, mail },
    entitlements: [],
  }
}

beforeAll(async () => {
  server = await startMisbehavingScim()
})
afterEach(() => server.heal())
afterAll(() => server.stop())

describe('what an app answers becomes one of our failures', () => {
  test.each([
    [
      { kind: 'status', status: 500 },
      { code: 'app_unreachable', retryable: true, scope: 'app' },
    ],
    [
      { kind: 'status', status: 503 },
      { code: 'app_unreachable', retryable: true },
    ],
    [
      { kind: 'status', status: 503, retryAfter: '7' },
      { code: 'app_busy', retryAfterSeconds: 7 },
    ],
    [
      { kind: 'status', status: 429, retryAfter: '120' },
      { code: 'app_busy', retryable: true, retryAfterSeconds: 120 },
    ],
    [
      { kind: 'status', status: 429 },
      { code: 'app_busy', retryAfterSeconds: 30 },
    ],
    [
      { kind: 'status', status: 401 },
      { code: 'app_misconfigured', retryable: false, scope: 'app' },
    ],
    [
      { kind: 'status', status: 403 },
      { code: 'not_allowed_by_app', retryable: false, scope: 'account' },
    ],
    [
      { kind: 'status', status: 400, detail: 'No licence left' },
      { code: 'rejected_by_app', retryable: false },
    ],
    [{ kind: 'redirect', to: 'http://127.0.0.1:9/' }, { code: 'app_misconfigured' }],
    [
      { kind: 'drop', applied: false },
      { code: 'app_unreachable', retryable: true },
    ],
    [
      { kind: 'half', applied: false },
      { code: 'app_unreachable', retryable: true },
    ],
    [{ kind: 'huge', bytes: 5_000_000 }, { code: 'app_misconfigured' }],
    [
      { kind: 'html', applied: false },
      { code: 'app_unreachable', retryable: true },
    ],
  ] as const)('%j', async (fault, expected) => {
    server.fail({ on: 'user.create', fault })
    await expect(open().ensure({ found: null, make: someone() })).rejects.toMatchObject(expected)
  })

  test('a page for people instead of SCIM is a wrong address', async () => {
    server.fail({ on: 'user.find', fault: { kind: 'html', applied: true } })
    await expect(open().find(someone().key, null)).rejects.toMatchObject({ code: 'app_misconfigured', scope: 'app' })
  })

  test('an app that never answers is given up after its time', async () => {
    server.fail({ on: 'user.find', fault: { kind: 'silence', applied: false } })
    await expect(open({ timeoutMs: 150 }).find(someone().key, null)).rejects.toMatchObject({ code: 'app_unreachable' })
  })

  test('nobody listening is unreachable', async () => {
    await expect(open({ baseUrl: 'http://127.0.0.1:9' }).find(someone().key, null)).rejects.toMatchObject({
      code: 'app_unreachable',
    })
  })

  test('an address inside the network that the operator has not opened is told as such, and nothing is sent', async () => {
    const closed = createEgress({ internalHosts: [] })
    server.forgetCalls()
    const [finding] = await open({ egress: closed }).check()
    expect(finding).toMatchObject({ level: 'fault', subject: 'address' })
    expect(finding?.message).toContain('HALLPASS_INTERNAL_HOSTS')
    expect(server.calls).toEqual([])
  })

  test('an app that has no /Users where we look is a wrong address', async () => {
    const elsewhere = open({ baseUrl: `${server.baseUrl}/v2` })
    await expect(elsewhere.ensure({ found: null, make: someone() })).rejects.toMatchObject({
      code: 'app_misconfigured',
    })
    expect(await elsewhere.check()).toMatchObject([{ level: 'fault', subject: 'address' }])
  })
})

describe('the app’s own words', () => {
  test('are shown in one short line without our token', async () => {
    const detail = `Bearer ${server.token} refused\r\nSet-Cookie: a=b ${'long '.repeat(100)}`
    server.fail({ on: 'user.create', fault: { kind: 'status', status: 400, detail } })
    const failure = await open()
      .ensure({ found: null, make: someone() })
      .catch((error: Error) => error)
    const message = (failure as Error).message
    expect(message).toContain('[secret] refused')
    expect(message).not.toContain(server.token)
    expect(message).not.toMatch(/[\r\n]/)
    expect(message.length).toBeLessThan(300)
  })
})

describe('an app that says yes', () => {
  test('and leaves the account active is found out', async () => {
    const account = someone()
    const found = await open().ensure({ found: null, make: account })
    server.traits.ignoresActive = true
    await expect(open().ensure({ found, key: account.key, change: { active: false } })).rejects.toMatchObject({
      code: 'rejected_by_app',
      message: 'The app says that it ended the account, but the account is still active.',
    })
  })

  test('to making, without telling the id, is looked up', async () => {
    server.fail({ on: 'user.create', fault: { kind: 'html', applied: true } })
    const account = someone()
    const found = await open().ensure({ found: null, make: account })
    expect(server.users().find((user) => user.id === found.remoteId)).toMatchObject({ userName: account.key.userName })
  })

  test('to finding, with accounts nobody asked for, is read to the end instead', async () => {
    const account = someone()
    const { remoteId } = await open().ensure({ found: null, make: account })
    server.traits.filters = 'ignored'
    expect(await open().find(account.key, null)).toMatchObject([{ by: 'externalId', account: { remoteId } }])
    expect(await open().find(someone().key, null)).toEqual([])
  })
})

test('two accounts with our key are both told, never chosen between', async () => {
  server.traits.allowsDuplicates = true
  const account = someone()
  for (const userName of ['one@acme.example', 'two@acme.example']) {
    server.addUser({ userName, externalId: account.key.externalId, active: true })
  }
  expect(await open().find(account.key, null)).toHaveLength(2)
})

test('an id that now carries another key is not our account', async () => {
  const { id } = server.addUser({ userName: 'reused@acme.example', externalId: 'somebody-else', active: true })
  expect(await open().find(someone().key, id)).toEqual([])
})

test('a service without PATCH is asked by PUT, and keeps what is not ours', async () => {
  server.traits.withoutPatch = true
  const account = someone()
  const { id } = server.addUser({ userName: account.key.userName, nickName: 'Mol', active: true })
  const [match] = await open().find(account.key, null)
  if (!match) throw new Error('The account should be found.')
  await open().ensure({ found: match.account, key: account.key, change: { active: false, claim: true } })
  expect(server.users().find((user) => user.id === id)).toMatchObject({
    active: false,
    externalId: account.key.externalId,
    nickName: 'Mol',
  })
})

test('a changed address leaves the other addresses of the account alone', async () => {
  const account = someone()
  const { id } = server.addUser({
    userName: account.key.userName,
    active: true,
    emails: [
      { value: 'old@acme.example', type: 'work', primary: true },
      { value: 'molly@home.example', type: 'home' },
    ],
  })
  const [match] = await open().find(account.key, null)
  if (!match) throw new Error('The account should be found.')
  await open().ensure({ found: match.account, key: account.key, change: { profile: account.profile } })
  const emails = server.users().find((user) => user.id === id)?.emails as { value: string }[]
  expect(emails.map((entry) => entry.value)).toEqual([account.profile.mail, 'molly@home.example'])
})

test('prototype keys in an answer reach nothing', async () => {
  server.addUser(JSON.parse('{"userName":"proto@acme.example","__proto__":{"active":false,"id":"evil"}}'))
  const key = { externalId: 'nobody', userName: 'proto@acme.example', mail: null }
  const [match] = await open().find(key, null)
  expect(match?.account).toMatchObject({ active: true })
  expect(match?.account.remoteId).not.toBe('evil')
  expect(({} as { id?: string }).id).toBeUndefined()
})

test.each([
  ['5', 5],
  ['0', 1],
  ['999999', 3600],
  ['Mon, 02 Mar 2026 09:02:00 GMT', 120],
  ['Mon, 02 Mar 2026 08:00:00 GMT', 1],
  ['soon', null],
  ['', null],
  [undefined, null],
])('Retry-After %j is %j seconds', (value, seconds) => {
  expect(secondsOf(value, now)).toBe(seconds)
})
