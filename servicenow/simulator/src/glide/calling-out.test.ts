import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Loans, startWithLoans } from '../app/testing-loans.ts'
import { system } from '../store/open-records.ts'

type Call = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

let loans: Loans
let server: Server
let host = ''
let calls: Call[] = []
let answer: (call: Call) => { status: number; body: string; headers?: Record<string, string> } | null
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const call = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(parts).toString(),
    }
    calls.push(call)
    const said = answer(call)
    if (said) response.writeHead(said.status, said.headers).end(said.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  loans = await startWithLoans()
  const fn = loans.simulator.records.find('sys_rest_message_fn', 'function_name=order')[0]
  // The fixture speaks https; the server of this test does not.
  loans.simulator.records.update(
    'sys_rest_message_fn',
    fn?.sys_id ?? '',
    { rest_endpoint: `http://\${host}/orders` },
    system,
  )
})
beforeEach(() => {
  calls = []
  answer = () => ({ status: 200, body: '{"ok":true}', headers: { 'X-Order': '17' } })
})
afterAll(async () => {
  await loans.simulator.stop()
  server.closeAllConnections()
  server.close()
})

const run = async (text: string) =>
  JSON.parse(String(await loans.script(`JSON.stringify((function () { ${text} })())`)))
const order = `var rm = new sn_ws.RESTMessageV2('Shop', 'order'); rm.setStringParameterNoEscape('host', HOST); rm.setStringParameterNoEscape('device', 'a "b" & c');`
const withHost = (text: string) => text.replace('HOST', `'${host}'`)

test('a REST message is filled in and sent: method, path, query, headers of both, body', async () => {
  const script = `${order} rm.setRequestHeader('X-More', 'm'); var r = rm.execute(); return [r.getStatusCode(), r.getBody(), r.getHeader('x-order'), r.haveError()]`
  expect(await run(withHost(script))).toEqual([200, '{"ok":true}', '17', false])
  expect(calls).toMatchObject([{ method: 'POST', url: '/orders?from=a+%22b%22+%26+c', body: '{"device":"a "b" & c"}' }])
  expect(calls[0]?.headers).toMatchObject({
    accept: 'application/json',
    'content-type': 'application/json',
    'x-more': 'm',
  })
})

test('setStringParameter escapes for XML', async () => {
  await run(
    withHost(
      `${order.replace(`setStringParameterNoEscape('device'`, `setStringParameter('device'`)}rm.execute(); return 1`,
    ),
  )
  expect(calls[0]?.body).toBe('{"device":"a &quot;b&quot; &amp; c"}')
})

test('an error status is an error with a body; no answer and no server are status 0', async () => {
  answer = () => ({ status: 409, body: 'taken' })
  expect(
    await run(
      withHost(
        `${order} var r = rm.execute(); return [r.getStatusCode(), r.getBody(), r.haveError(), r.getErrorMessage()]`,
      ),
    ),
  ).toEqual([409, 'taken', true, 'Method failed: (/orders) with code: 409'])
  answer = () => null
  expect(
    await run(
      withHost(
        `${order} rm.setHttpTimeout(50); var r = rm.execute(); return [r.getStatusCode(), r.haveError(), r.getErrorCode()]`,
      ),
    ),
  ).toEqual([0, true, 6])
  await expect(run(`var rm = new sn_ws.RESTMessageV2(); rm.setEndpoint(''); rm.execute()`)).rejects.toThrow(
    'Invalid URL',
  )
  expect(
    await run(
      `var rm = new sn_ws.RESTMessageV2(); rm.setEndpoint('http://127.0.0.1:1/'); var r = rm.execute(); return [r.getStatusCode(), r.getErrorCode()]`,
    ),
  ).toEqual([0, 1])
})

test('an unknown REST message throws', async () => {
  await expect(run(`new sn_ws.RESTMessageV2('Nobody', 'get')`)).rejects.toThrow('Unable to find REST message')
})

test('an OAuth profile gets a token by client credentials, keeps it sealed, and asks anew after a 401', async () => {
  const { records } = loans.simulator
  const made = (table: string, values: Record<string, string>) => {
    const outcome = records.insert(table, values, system)
    return 'row' in outcome ? (outcome.row.sys_id ?? '') : ''
  }
  const entity = made('oauth_entity', {
    name: 'Shop',
    token_url: `http://${host}/token`,
    client_id: 'snow',
    client_secret: 'the-secret',
  })
  const profile = made('oauth_entity_profile', {
    name: 'Shop default',
    oauth_entity: entity,
    grant_type: 'client_credentials',
  })
  let tokens = 0
  answer = ({ url, headers }) => {
    if (url === '/token')
      return { status: 200, body: JSON.stringify({ access_token: `token-${++tokens}`, expires_in: 600 }) }
    return { status: headers.authorization === `Bearer token-${tokens}` ? 200 : 401, body: '' }
  }
  const script = `var rm = new sn_ws.RESTMessageV2(); rm.setEndpoint('http://${host}/who'); rm.setAuthenticationProfile('oauth2', '${profile}'); return rm.execute().getStatusCode()`
  expect(await run(script)).toBe(200)
  expect(await run(script)).toBe(200)
  expect(tokens).toBe(1)
  expect(new URLSearchParams(calls[0]?.body).get('client_secret')).toBe('the-secret')
  expect(JSON.stringify(records.find('oauth_credential', ''))).not.toContain('token-1')
  tokens++
  expect(await run(script)).toBe(200)
  expect(tokens).toBe(3)
  loans.simulator.clock.advance(10 * 60_000)
  expect(await run(script)).toBe(200)
  expect(tokens).toBe(4)
})

test('while a script waits for its answer, the instance answers others', async () => {
  let release = () => {}
  const waiting = new Promise<void>((resolve) => {
    release = resolve
  })
  answer = () => null
  server.once('request', (_request, response) => void waiting.then(() => response.writeHead(204).end()))
  const slow = run(withHost(`${order} return rm.execute().getStatusCode()`))
  const started = performance.now()
  const quick = await loans.as('admin').post('/api/now/table/x_acme_loans_loan', { device: 'meanwhile' })
  expect(quick.status).toBe(201)
  expect(performance.now() - started).toBeLessThan(15_000)
  release()
  expect(await slow).toBe(204)
})

test('calls are logged without query and body, and counted when a flow makes them', async () => {
  const before = loans.simulator.records.count('ih_transaction', '')
  await run(withHost(`${order} rm.execute(); return 1`))
  const logged = loans.simulator.records.find('sys_outbound_http_log', '').at(-1)
  expect(logged).toMatchObject({ path: '/orders', http_method: 'POST' })
  expect(JSON.stringify(logged)).not.toContain('a "b"')
  expect(loans.simulator.records.count('ih_transaction', '')).toBe(before)
})
