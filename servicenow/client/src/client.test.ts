import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createServiceNowClient, type ServiceNowClient } from './client.ts'
import { journalText } from './journal.ts'
import { localPace } from './pace.ts'
import { encodeQuery } from './query.ts'
import { json, lost, pageOfHtml, problem, type ScriptedInstance, scriptedInstance, silence } from './testing-server.ts'
import { fromServiceNowTime, toServiceNowTime } from './times.ts'
import { directTransport } from './transport.ts'

const secret = 'the client secret itself'
const id = (n: number) => n.toString(16).padStart(32, '0')

let instance: ScriptedInstance
let transport: ReturnType<typeof directTransport>
beforeAll(async () => {
  instance = await scriptedInstance()
  transport = directTransport()
})
afterAll(async () => {
  await instance.stop()
  await transport.close()
})

let now = new Date('2026-03-02T09:00:00Z')
let waited: number[] = []
let client: ServiceNowClient
beforeEach(() => {
  now = new Date('2026-03-02T09:00:00Z')
  waited = []
  instance.heard.length = 0
  instance.tokens.issued.length = 0
  Object.assign(instance.tokens, { seconds: 1799, reply: null })
  client = open()
})

function open(options: { ratePerSecond?: number; timeoutMs?: number } = {}): ServiceNowClient {
  const wait = async (ms: number) => {
    waited.push(ms)
    now = new Date(now.getTime() + ms)
  }
  return createServiceNowClient({
    instanceUrl: instance.url,
    oauth: { clientId: 'hallpass', clientSecret: () => secret },
    transport,
    pace: localPace({ ratePerSecond: options.ratePerSecond ?? 1000, now: () => now, wait }),
    now: () => now,
    timeoutMs: options.timeoutMs ?? 5000,
  })
}

const failure = (work: Promise<unknown>) =>
  work.then(
    () => ({ code: 'none' }),
    (error) => error,
  )
const calls = () => instance.heard.filter(({ url }) => url.pathname !== '/oauth_token.do')
const user = { sys_id: id(1), user_name: 'molly' }
const getUser = () => client.table.get('sys_user', id(1), ['user_name'])

test('one token serves many calls, and is renewed before it ends', async () => {
  instance.script(json(200, { result: user }))
  await Promise.all([getUser(), getUser(), getUser()])
  expect(instance.tokens.issued).toEqual(['token-1'])
  now = new Date(now.getTime() + 1745_000)
  await getUser()
  expect(instance.tokens.issued).toEqual(['token-1', 'token-2'])
})

test('a token that ended all the same is replaced, and the call is made once more', async () => {
  instance.script(problem(401, 'User Not Authenticated'), json(200, { result: user }))
  expect(await getUser()).toEqual(user)
  expect(calls().map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
})

test('a caller that stays refused is told so after one more try, and no more', async () => {
  instance.script(problem(401, 'User Not Authenticated'))
  expect(await failure(getUser())).toMatchObject({ code: 'unauthorized', isRetryable: false })
  expect(calls()).toHaveLength(2)
})

test('a refused OAuth client says what to look at', async () => {
  instance.tokens.reply = json(401, { error: 'server_error', error_description: 'access_denied' })
  const refused = await failure(getUser())
  expect(refused).toMatchObject({ code: 'unauthorized', subject: 'oauth' })
  expect(refused.message).toContain('client.credential')
})

test('a storm of 429 stops everybody until the time it names', async () => {
  instance.script(problem(429, 'Rate limit exceeded', { 'retry-after': '30' }), json(200, { result: user }))
  const throttled = await failure(getUser())
  expect(throttled).toMatchObject({ code: 'throttled', isRetryable: true, retryAt: new Date(now.getTime() + 30_000) })
  expect(await failure(getUser())).toMatchObject({ code: 'throttled' })
  expect(calls()).toHaveLength(1)
  now = new Date(now.getTime() + 30_000)
  expect(await getUser()).toEqual(user)
})

test.each([
  ['retry-after', 'Mon, 02 Mar 2026 09:05:00 GMT', 300],
  ['x-ratelimit-reset', String(Date.parse('2026-03-02T09:10:00Z') / 1000), 600],
  ['retry-after', '99999999', 3600],
  ['x-nothing', '1', 60],
])('of a 429 with %s: %s the pause is %i seconds', async (name, value, seconds) => {
  instance.script(problem(429, 'Rate limit exceeded', { [name]: value }))
  const { retryAt } = await failure(getUser())
  expect((retryAt.getTime() - now.getTime()) / 1000).toBe(seconds)
})

test('never more calls are made than the rate allows', async () => {
  client = open({ ratePerSecond: 10 })
  instance.script(json(200, { result: user }))
  const start = now.getTime()
  for (let n = 0; n < 32; n++) await getUser()
  expect(now.getTime() - start).toBeGreaterThanOrEqual(3000)
})

test.each([
  ['an answer of 500', () => problem(500, 'Transaction cancelled: maximum execution time exceeded')],
  ['an answer of 503', () => problem(503, 'Service unavailable')],
  ['silence', () => silence],
  ['a broken connection', () => lost],
])('%s is an instance that did not answer, to be tried again later', async (_name, reply) => {
  client = open({ timeoutMs: 150 })
  instance.script(reply())
  expect(await failure(getUser())).toMatchObject({ code: 'unreachable', isRetryable: true })
})

test('a page instead of data, or a redirect, says that the address is wrong', async () => {
  instance.script(pageOfHtml)
  expect(await failure(getUser())).toMatchObject({ code: 'misconfigured', isRetryable: false })
  instance.script((_heard, response) => void response.writeHead(302, { location: 'https://elsewhere.example' }).end())
  expect(await failure(getUser())).toMatchObject({ code: 'misconfigured' })
})

test.each([
  [403, 'forbidden'],
  [400, 'rejected'],
  [404, 'not_found'],
])('a %i is %s', async (status, code) => {
  instance.script(problem(status, 'Operation Failed'))
  expect(await failure(client.table.update('sc_req_item', id(1), { state: '3' }, []))).toMatchObject({ code })
})

test('no failure tells a secret, a token or a value that was sent', async () => {
  for (const reply of [problem(400, 'no'), problem(401, 'no'), problem(403, 'no'), lost, pageOfHtml]) {
    instance.script(reply)
    const error = await failure(client.table.update('sys_user', id(1), { user_password: 'Correct-Horse-7' }, []))
    const told = `${error.message} ${JSON.stringify(error)} ${error.stack}`
    for (const word of [secret, 'token-', 'Correct-Horse-7']) expect(told).not.toContain(word)
  }
})

test('a field that an access rule hides is noticed and named, not taken for empty', async () => {
  instance.script(json(200, { result: { sys_id: id(1), user_name: 'molly' } }))
  const hidden = await failure(client.table.get('sys_user', id(1), ['user_name', 'locked_out']))
  expect(hidden).toMatchObject({ code: 'field_hidden', subject: 'sys_user.locked_out' })
})

test('rows that the filter does not admit stop the work: ServiceNow leaves out conditions on fields it does not know', async () => {
  instance.script(json(200, { result: [{ sys_id: id(1), u_key: 'other' }] }))
  const where = [{ field: 'u_key', op: '=', value: 'mine' }] as const
  expect(await failure(client.table.list('sys_user', { where, fields: [] }))).toMatchObject({
    code: 'filter_ignored',
    subject: 'sys_user.u_key',
  })
})

test('every row of a long table comes once, by key, however many pages', async () => {
  const rows = Array.from({ length: 25 }, (_, n) => ({ sys_id: id(n + 1), active: 'true' }))
  instance.script((heard, response) => {
    const after = /sys_id>([0-9a-f]{32})/.exec(heard.url.searchParams.get('sysparm_query') ?? '')?.[1] ?? ''
    const limit = Number(heard.url.searchParams.get('sysparm_limit'))
    json(200, { result: rows.filter((row) => row.sys_id > after).slice(0, limit) })(heard, response)
  })
  const where = [{ field: 'active', op: '=', value: 'true' }] as const
  const found = await client.table.list('sys_user', { where, fields: [], pageSize: 10 })
  expect(found.map((row) => row.sys_id)).toEqual(rows.map((row) => row.sys_id))
  expect(calls()).toHaveLength(3)
})

test('a page that access rules emptied does not end the list', async () => {
  const next = { link: '<https://i/api/now/table/sys_user?sysparm_offset=2>;rel="next"' }
  instance.script(json(200, { result: [] }, next), json(200, { result: [{ sys_id: id(7) }] }))
  expect(await client.table.list('sys_user', { where: [], fields: [], pageSize: 2 })).toEqual([{ sys_id: id(7) }])
  expect(calls().map(({ url }) => url.searchParams.get('sysparm_offset'))).toEqual(['0', '2'])
})

test.each(['a^ORactive=true', 'a,b', 'a@b@c', 'a\nb', 'javascript:gs.getUserID()', ''])(
  'the value %j never reaches a query',
  (value) => {
    expect(() => encodeQuery([{ field: 'user_name', op: '=', value }])).toThrow('cannot carry')
  },
)

test('an address is a value like any, where @ has no meaning of its own', () => {
  expect(encodeQuery([{ field: 'email', op: '=', value: 'molly@acme.example' }])).toBe('email=molly@acme.example')
  expect(() => encodeQuery([{ field: 'email', op: 'STARTSWITH', value: 'molly@acme.example' }])).toThrow()
  expect(() => encodeQuery([{ field: 'user_name^ORx', op: '=', value: 'x' }])).toThrow()
})

test('tables and ids that are none never reach an address', async () => {
  expect(await failure(client.table.get('sys_user/../x', id(1), []))).toMatchObject({ code: 'unsafe_value' })
  expect(await failure(client.table.get('sys_user', '../oauth_token.do', []))).toMatchObject({ code: 'unsafe_value' })
  expect(instance.heard).toEqual([])
})

test('an item is ordered through the catalog, and its answers are read by their names', async () => {
  instance.script(
    json(200, {
      result: {
        sys_id: id(5),
        number: 'REQ0010012',
        request_number: 'REQ0010012',
        request_id: id(5),
        table: 'sc_request',
      },
    }),
  )
  const ordered = await client.catalog.orderNow({
    itemSysId: id(9),
    requestedFor: id(1),
    variables: { reason: 'a^b, c@d' },
  })
  expect(ordered).toEqual({ requestSysId: id(5), number: 'REQ0010012' })
  expect(JSON.parse(calls()[0]?.body ?? '')).toMatchObject({ variables: { reason: 'a^b, c@d' } })
  const name = 'sc_item_option.item_option_new.name'
  const at = (link: string, answer: string) => ({
    sys_updated_on: `2026-03-02 ${link}:00:00`,
    'sc_item_option.sys_updated_on': `2026-03-02 ${answer}:00:00`,
  })
  instance.script(
    json(200, {
      result: [
        { sys_id: id(1), request_item: id(6), [name]: 'reason', 'sc_item_option.value': 'for work', ...at('09', '09') },
        { sys_id: id(2), request_item: id(6), [name]: 'apps', 'sc_item_option.value': id(8), ...at('11', '10') },
        { sys_id: id(3), request_item: id(6), [name]: 'days', 'sc_item_option.value': '', ...at('09', '12') },
      ],
    }),
  )
  const answers = await client.catalog.answersOf([id(6)])
  expect(answers.get(id(6))).toEqual({
    reason: { value: 'for work', changedAt: new Date('2026-03-02T09:00:00Z') },
    apps: { value: id(8), changedAt: new Date('2026-03-02T11:00:00Z') },
    days: { value: '', changedAt: new Date('2026-03-02T12:00:00Z') },
  })
})

test('a signature is made anew for each sending', async () => {
  instance.script(problem(401, 'no'), json(200, { result: {} }))
  let made = 0
  await client.call({
    method: 'POST',
    path: '/api/x/y',
    body: {},
    subject: 'y',
    headers: () => ({ 'x-sign': String(++made) }),
  })
  expect(calls().map(({ headers }) => headers['x-sign'])).toEqual(['1', '2'])
})

test('no text closes up to mark-up around what is taken out of it', () => {
  const nested = ['[co[code]de]<b>x</b>[/co[/code]de]', '[\u202acode]x[/\u202acode]', '[co[\u0007co[code]de]de]x']
  const piece = fc.constantFrom('[', ']', '/', 'code', 'CO', 'de', '\u202a', '\u0000', ' ', '^')
  for (const text of [...nested, ...fc.sample(fc.array(piece, { maxLength: 14 }), 2000).map((each) => each.join(''))])
    expect([text, journalText(text)]).toEqual([text, expect.not.stringMatching(/\[\/?code\]/i)])
})

test('journal text runs no code, and times are those of ServiceNow', () => {
  expect(journalText('a [code]<script>[/CODE] b\u0007\u202e c\nd')).toBe('a (code)<script>(/CODE) b c\nd')
  expect(journalText(`${'x'.repeat(3999)}😀`)).toBe('x'.repeat(3999))
  const at = new Date('2026-03-02T09:00:00Z')
  expect(fromServiceNowTime(toServiceNowTime(at))).toEqual(at)
  expect(fromServiceNowTime('')).toBeNull()
})
