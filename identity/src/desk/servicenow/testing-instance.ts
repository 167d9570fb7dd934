/** An instance of ServiceNow for tests: the simulator, behind a wire that a test may cut, and with our app's callbacks played. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Outward, servicenowAppVersion } from '@hallpass/contract/servicenow-shapes'
import { type Simulator, startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import { dateTimeText, type MovableClock, movableClock } from '@hallpass/servicenow-simulator/store/clock'
import { system } from '@hallpass/servicenow-simulator/store/open-records'
import { callbackBase } from './sign-call.ts'

export type Told = { path: string; body: Record<string, unknown>; at: number }
/**
 * `ok`: all is well · `down`: no answer at all · `lost`: done, and the answer never comes · `busy`: 429 · `absent`: nothing of
 * the app is at that address · `stranger`: the app is, and knows no such item.
 */
export type Weather = 'ok' | 'down' | 'lost' | 'busy' | 'absent' | 'stranger' | 'expired'

export type TestInstance = {
  url: string
  id: string
  simulator: Simulator
  clock: MovableClock
  /** Callbacks that arrived with a good signature, in order. */
  told: Told[]
  /** Calls to anything, by path. */
  calls: string[]
  weather: { api: Weather; callbacks: Weather }
  /** What the app says of itself. */
  app: { version: string; language?: string; mode?: 'pull' }
  /** How its calls to Hallpass go, where it is asked to try. */
  outward: Outward[]
  /** Keys by id, as an administrator enters them in the app. */
  keys: Map<string, string>
  clientSecret: string
  user(login: string): string
  /** A requested item of our catalog item, as an order leaves it. */
  order(input: Order): { sysId: string; number: string; requestSysId: string }
  /** An answer to an approval of an item, written by whoever is named. */
  approve(ritm: string, by: string, options?: { state?: string; updatedBy?: string }): void
  hire(login: string): void
  /** Asks somebody, and lets them answer. */
  ask(ritm: string, whom: string): string
  answer(approval: string, by: string): void
  item(sysId: string): Record<string, string>
  find(table: string, query: string): Record<string, string>[]
  row(table: string, sysId: string): Record<string, string>
  now(): string
  /** The table in which the app leaves its calls, and one call in it. */
  makeOutbox(): void
  /** The row of a role in the list that the form of the app offers. */
  offer(roleId: string): string
  leave(method: string, path: string, body?: unknown): string
  /** Deletes a record, which the platform notes in its list of deletions, where that may be read. */
  remove(table: string, sysId: string): void
  /** Writes a record as an administrator of the instance could, past every rule. */
  set(table: string, sysId: string, values: Record<string, string>): void
  stop(): Promise<void>
}

export type Order = {
  for: string
  by?: string
  /** Whose session makes it; who orders, when left out. */
  madeBy?: string
  roles: readonly string[]
  days?: string
  reason?: string
  variables?: Record<string, string>
}

/** Of the administrator that every new instance comes with. */
export const administratorPassword = 'admin-of-the-simulator'
export const clientId = 'hallpass-of-acme'
const offered = 'x_hlps_access_app'
export const catalogItem = 'ca7a10600000000000000000000000a1'
const who = (login: string, userId: string) => ({ userId, userName: login, roles: new Set<string>(), isSystem: false })

export async function openTestInstance(options: { start: Date; instanceId?: string }): Promise<TestInstance> {
  const clock = movableClock({ start: options.start })
  const id = options.instanceId ?? randomBytes(16).toString('hex')
  const simulator = await startSimulator({ clock, instanceId: id })
  const { records } = simulator
  const user = (login: string) => records.find('sys_user', `user_name=${login}`, { limit: 1 })[0]?.sys_id ?? ''
  const clientSecret = randomBytes(18).toString('base64url')
  seed(simulator, clientSecret)
  const told: Told[] = []
  const calls: string[] = []
  const weather: TestInstance['weather'] = { api: 'ok', callbacks: 'ok' }
  const app: TestInstance['app'] = { version: servicenowAppVersion }
  const outward: Outward[] = (['read', 'fulfil', 'password'] as const).map((client) => ({
    client,
    status: 200,
    error: '',
  }))
  const keys = new Map<string, string>()
  const front = await serve(async (request, response, body) => {
    const path = request.url ?? '/'
    calls.push(`${request.method} ${path.split('?')[0]}`)
    const isCallback = path.startsWith(callbackBase)
    const now = isCallback ? weather.callbacks : weather.api
    if (now === 'down') return void response.destroy()
    if (now === 'busy')
      return answer(response, 429, { error: { message: 'Rate limit exceeded', detail: null } }, { 'retry-after': '40' })
    if (now === 'expired' && path !== '/oauth_token.do') {
      weather.api = 'ok'
      return answer(response, 401, { error: { message: 'User Not Authenticated', detail: null } })
    }
    if (path === '/api/x_hlps_access/v1/connection/bind') {
      for (const key of JSON.parse(body).keys) if (key.direction === 'inbound') keys.set(key.keyId, key.secret)
      return answer(response, 200, {
        result: { instanceId: id, instanceUrl: url, version: app.version, notWritten: ['Hallpass read'] },
      })
    }
    if (isCallback && now === 'absent')
      return answer(response, 404, {
        error: { message: 'Requested URI does not represent any resource', detail: null },
      })
    if (isCallback) {
      const fault = signatureFault(request, body, keys)
      if (fault) return answer(response, 401, { error: { message: fault, detail: null } })
      if (path === `${callbackBase}/health`) return answer(response, 200, { result: health() })
      if (path === `${callbackBase}/health?outward=true`)
        return answer(response, 200, { result: { ...health(), ...(app.mode === 'pull' ? {} : { outward }) } })
      if (now === 'stranger')
        return answer(response, 404, {
          error: { message: 'not_found', detail: 'No order of Hallpass has this sys_id' },
          status: 'failure',
        })
      told.push({
        path: path.slice(callbackBase.length + 1),
        body: JSON.parse(body || '{}'),
        at: clock.now().getTime(),
      })
      if (now === 'lost') return void response.destroy()
      return answer(response, 200, { result: { taken: true } })
    }
    const passed = await fetch(`${simulator.url}${path}`, {
      method: request.method ?? 'GET',
      redirect: 'manual',
      headers: Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          ['host', 'connection', 'content-length', 'transfer-encoding'].includes(name) ? [] : [[name, String(value)]],
        ),
      ),
      ...(body === '' ? {} : { body }),
    })
    const text = await passed.text()
    if (now === 'lost' && request.method !== 'GET') return void response.destroy()
    const dropped = ['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'set-cookie']
    const headers = [...passed.headers].filter(([name]) => !dropped.includes(name))
    response.writeHead(passed.status, { ...Object.fromEntries(headers), 'set-cookie': passed.headers.getSetCookie() })
    return void response.end(text)
  })
  const url = `http://127.0.0.1:${(front.address() as AddressInfo).port}`
  const health = () => ({
    instanceId: id,
    instanceUrl: url,
    ...app,
    keyId: [...keys.keys()][0] ?? 'none',
    time: Math.floor(clock.now().getTime() / 1000),
  })

  function makeTable(name: string, elements: readonly string[]): void {
    records.insert('sys_db_object', { name, label: name, ws_access: 'true' }, system)
    for (const element of elements)
      records.insert(
        'sys_dictionary',
        { name, element, internal_type: 'string', max_length: '8000', active: 'true' },
        system,
      )
    const role = records.find('sys_user_role', 'name=itil', { limit: 1 })[0]?.sys_id ?? ''
    for (const operation of ['read', 'write']) {
      const rule = written(
        records.insert(
          'sys_security_acl',
          { name, operation, type: 'record', active: 'true', decision_type: 'allow' },
          system,
        ),
      )
      records.insert('sys_security_acl_role', { sys_security_acl: rule.sys_id ?? '', sys_user_role: role }, system)
    }
  }

  return {
    url,
    id,
    simulator,
    clock,
    told,
    calls,
    weather,
    app,
    outward,
    keys,
    clientSecret,
    user,
    order(input) {
      const request = written(
        records.insert(
          'sc_request',
          { requested_for: user(input.for), opened_by: user(input.by ?? input.for) },
          system,
        ),
      )
      const ritm = records.newId()
      const maker = input.madeBy ?? input.by ?? input.for
      const answers = {
        requested_for: user(input.for),
        roles: input.roles.join(','),
        duration_days: input.days ?? '30',
        reason: input.reason ?? 'a project with sales',
        ...input.variables,
      }
      for (const [name, value] of Object.entries(answers)) {
        const definition = records.find('item_option_new', `cat_item=${catalogItem}^name=${name}`, { limit: 1 })[0]
        const option = written(
          records.insert('sc_item_option', { item_option_new: definition?.sys_id ?? '', value }, system),
        )
        records.insert('sc_item_option_mtom', { request_item: ritm, sc_item_option: option.sys_id ?? '' }, system)
      }
      const item = written(
        records.insert(
          'sc_req_item',
          {
            sys_id: ritm,
            request: request.sys_id ?? '',
            cat_item: catalogItem,
            requested_for: user(input.for),
            opened_by: user(input.by ?? input.for),
            approval: 'requested',
            state: '1',
          },
          who(maker, user(maker)),
        ),
      )
      return { sysId: ritm, number: item.number ?? '', requestSysId: request.sys_id ?? '' }
    },
    approve(ritm, by, { state = 'approved', updatedBy = by } = {}) {
      const values = { sysapproval: ritm, approver: user(by), state: 'requested' }
      const row = written(records.insert('sysapproval_approver', values, system))
      records.update('sysapproval_approver', row.sys_id ?? '', { state }, who(updatedBy, user(updatedBy)))
    },
    set: (table, sysId, values) => void records.update(table, sysId, values, system, { withoutRules: true }),
    hire: (login) =>
      void records.insert('sys_user', { user_name: login, email: `${login}@acme.example`, active: 'true' }, system),
    ask: (ritm, whom) =>
      written(
        records.insert('sysapproval_approver', { sysapproval: ritm, approver: user(whom), state: 'requested' }, system),
      ).sys_id ?? '',
    answer: (approval, by) =>
      void records.update('sysapproval_approver', approval, { state: 'approved' }, who(by, user(by))),
    find: (table, query) => records.find(table, query).map((row) => ({ ...row })),
    row: (table, sysId) => ({ ...records.get(table, sysId) }),
    now: () => dateTimeText(clock.now()),
    makeOutbox() {
      const call = ['method', 'path', 'body', 'state', 'status_code', 'answer', 'attempts', 'next_try_at']
      makeTable('x_hlps_access_call', [...call, 'kind', 'request_item', 'settled', 'remote_version'])
    },
    remove(table, sysId) {
      const deletions = 'sys_audit_delete'
      if (records.find('sys_db_object', `name=${deletions}`).length === 0)
        makeTable(deletions, ['tablename', 'documentkey'])
      records.remove(table, sysId, system)
      records.insert(deletions, { tablename: table, documentkey: sysId }, system)
    },
    offer(roleId) {
      if (records.find('sys_db_object', `name=${offered}`).length === 0) makeTable(offered, ['role_id'])
      return (
        written(records.insert(offered, { role_id: roleId, sys_id: roleId.replaceAll('-', '') }, system)).sys_id ?? ''
      )
    },
    leave: (method, path, body) =>
      written(
        records.insert(
          'x_hlps_access_call',
          { method, path, body: body === undefined ? '' : JSON.stringify(body), state: 'waiting' },
          system,
        ),
      ).sys_id ?? '',
    item: (sysId) => ({ ...records.get('sc_req_item', sysId) }),
    async stop() {
      front.closeAllConnections()
      await new Promise((resolve) => front.close(resolve))
      await simulator.stop()
    },
  }
}

function seed({ records }: Simulator, secret: string): void {
  const insert = (table: string, values: Record<string, string>) =>
    written(records.insert(table, values, system)).sys_id ?? ''
  const integration = insert('sys_user', {
    user_name: 'hallpass.integration',
    active: 'true',
    web_service_access_only: 'true',
  })
  for (const name of ['itil', 'snc_platform_rest_api_access']) {
    const role = records.find('sys_user_role', `name=${name}`, { limit: 1 })[0]?.sys_id ?? ''
    if (role) insert('sys_user_has_role', { user: integration, role })
  }
  insert('oauth_entity', {
    name: 'Hallpass',
    client_id: clientId,
    client_secret: secret,
    type: 'client',
    active: 'true',
    user: integration,
  })
  const grant = 'glide.oauth.inbound.client.credential.grant_type.enabled'
  const known = records.find('sys_properties', `name=${grant}`, { limit: 1 })[0]
  if (known) records.update('sys_properties', known.sys_id ?? '', { value: 'true' }, system)
  else insert('sys_properties', { name: grant, value: 'true' })
  insert('sc_cat_item', { sys_id: catalogItem, name: 'App access', active: 'true' })
  for (const name of ['roles', 'duration_days', 'reason', 'requested_for', 'apps'])
    insert('item_option_new', { cat_item: catalogItem, name, type: '6', question_text: name, active: 'true' })
}

function written(outcome: ReturnType<Simulator['records']['insert']>): Record<string, string> {
  if ('aborted' in outcome) throw new Error(outcome.aborted)
  return outcome.row
}

async function serve(
  handle: (request: IncomingMessage, response: ServerResponse, body: string) => Promise<void>,
): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    try {
      await handle(request, response, Buffer.concat(chunks).toString('utf8'))
    } catch {
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** Written from the words of the protocol, not with our code: both ends must be right by themselves. */
function signatureFault(request: IncomingMessage, body: string, keys: ReadonlyMap<string, string>): string | null {
  const header = String(request.headers['x-hallpass-signature'] ?? '')
  const part = Object.fromEntries(
    header.split(',').map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
  )
  const key = keys.get(part.kid ?? '')
  if (!key) return 'signature_wrong'
  const hash = createHash('sha256').update(body).digest('hex')
  const lines = ['hallpass-signature-1', part.kid, part.iid, request.method, request.url, hash, part.ts, part.nonce]
  const mac = createHmac('sha256', Buffer.from(key, 'base64')).update(lines.join('\n')).digest('base64')
  return mac === part.mac ? null : 'signature_wrong'
}
