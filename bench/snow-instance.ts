import { randomBytes } from 'node:crypto'
import { Agent, request as callInstance, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Simulator, startSimulator } from '@hallpass/servicenow-simulator/start-simulator'
import { system } from '@hallpass/servicenow-simulator/store/open-records'

export type Item = { sysId: string; number: string; requestSysId: string }

/**
 * The simulator of ServiceNow behind a wire that counts. With `callbacks` it plays the app's side of them, as the app
 * answers them; without, it is an instance where our app is not installed.
 */
export type SnowInstance = {
  readonly url: string
  readonly instanceId: string
  readonly clientSecret: string
  callbacks: boolean
  /** What the app would say, left in its outbox: Hallpass looks for it there. */
  leave(path: string, body: object): void
  /** When each item was told to be fulfilled, by its sys_id; milliseconds since 1970. */
  readonly fulfilledAt: ReadonlyMap<string, number>
  /** Resolves with the next call that looks for requested items. */
  nextLook(): Promise<void>
  /** Most calls to the instance in any second so far. */
  busiestSecond(): number
  addPerson(login: string): void
  userId(login: string): string
  /** A requested item, as an order leaves it. */
  order(login: string, roleId: string): Item
  /** Approves it in somebody's name. */
  approve(item: Item, by: string): void
  /** How many items were closed by calls so far; asking costs nothing, however often it is done. */
  closedCount(): number
  isClosed(item: Item): boolean
  set(item: Item, values: Record<string, string>): void
  stop(): Promise<void>
}

export const clientId = 'hallpass-bench'
export const catalogItem = 'ca7a10600000000000000000000000b1'
const callbackBase = '/api/x_hlps_access/v1/callback'

export async function startSnowInstance(): Promise<SnowInstance> {
  const instanceId = randomBytes(16).toString('hex')
  const clientSecret = randomBytes(18).toString('base64url')
  const simulator = await startSimulator({ instanceId })
  const insert = inserter(simulator)
  seed(simulator, clientSecret)
  const fulfilledAt = new Map<string, number>()
  const closed = new Set<string>()
  let look = Promise.withResolvers<void>()
  const perSecond = new Map<number, number>()
  const outbox = openOutbox()
  const users = new Map<string, string>()
  const { records } = simulator

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const path = request.url ?? '/'
    const second = Math.floor(Date.now() / 1000)
    perSecond.set(second, (perSecond.get(second) ?? 0) + 1)
    if (path.startsWith('/api/now/table/sc_req_item?')) look.resolve()
    if (instance.callbacks && path.startsWith(outboxPath))
      return say(response, ...outbox.answer(request.method ?? 'GET', path))
    if (!path.startsWith(callbackBase)) {
      const { status } = await pass(simulator.url, request, response, body)
      const ritm =
        request.method === 'PATCH' && status === 200 ? /sc_req_item\/([0-9a-f]{32})/.exec(path)?.[1] : undefined
      if (ritm && JSON.parse(body).state === '3') closed.add(ritm)
      return
    }
    if (!instance.callbacks) return say(response, 404, { error: { message: 'No such resource', detail: null } })
    if (path.split('?')[0] === `${callbackBase}/health`)
      return say(response, 200, {
        result: health(instance.url, instanceId, String(request.headers['x-hallpass-signature'])),
      })
    const told = /\/fulfilments\/([0-9a-f]{32})$/.exec(path)?.[1]
    if (told && JSON.parse(body).state === 'fulfilled') fulfilledAt.set(told, Date.now())
    return say(response, 200, { result: { taken: true } })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const userId = (login: string): string => {
    const known = users.get(login) ?? records.find('sys_user', `user_name=${login}`, { limit: 1 })[0]?.sys_id ?? ''
    users.set(login, known)
    return known
  }
  const asUser = (login: string): Who => ({
    userId: userId(login),
    userName: login,
    roles: new Set<string>(),
    isSystem: false,
  })
  const instance: SnowInstance = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    instanceId,
    clientSecret,
    callbacks: true,
    leave: (path, body) => {
      const sys_id = records.newId()
      outbox.waiting.set(sys_id, { sys_id, method: 'POST', path, body: JSON.stringify(body), ...neverTried })
    },
    fulfilledAt,
    nextLook() {
      look = Promise.withResolvers<void>()
      return look.promise
    },
    busiestSecond: () => Math.max(0, ...perSecond.values()),
    userId,
    addPerson: (login) =>
      void insert('sys_user', { user_name: login, email: `${login}@acme.example`, first_name: login, active: 'true' }),
    order(login, roleId) {
      const who = { requested_for: userId(login), opened_by: userId(login) }
      const requestSysId = insert('sc_request', who)
      const sysId = records.newId()
      const answers = { requested_for: userId(login), roles: roleId, duration_days: '30', reason: 'Measuring' }
      for (const [name, value] of Object.entries(answers)) {
        const definition = records.find('item_option_new', `cat_item=${catalogItem}^name=${name}`, { limit: 1 })[0]
        const option = insert('sc_item_option', { item_option_new: definition?.sys_id ?? '', value })
        insert('sc_item_option_mtom', { request_item: sysId, sc_item_option: option })
      }
      const state = { approval: 'requested', state: '1' }
      const item = { sys_id: sysId, request: requestSysId, cat_item: catalogItem, ...who, ...state }
      insert('sc_req_item', item, asUser(login))
      return { sysId, number: records.get('sc_req_item', sysId)?.number ?? '', requestSysId }
    },
    approve(item, by) {
      const row = insert('sysapproval_approver', { sysapproval: item.sysId, approver: userId(by), state: 'requested' })
      records.update('sysapproval_approver', row, { state: 'approved' }, asUser(by))
    },
    closedCount: () => closed.size,
    isClosed: ({ sysId }) => records.get('sc_req_item', sysId)?.state === '3',
    set: ({ sysId }, values) => void records.update('sc_req_item', sysId, values, system, { withoutRules: true }),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await simulator.stop()
    },
  }
  return instance
}

const outboxPath = '/api/now/table/x_hlps_access_call'
const neverTried = { attempts: '0', next_try_at: '', state: 'waiting' }
type Call = { sys_id: string; method: string; path: string; body: string } & typeof neverTried

/** The app's table as the Table API shows it: what waits, in the order of its keys; a row that is written to is answered. */
function openOutbox() {
  const waiting = new Map<string, Call>()
  const answer = (method: string, path: string): [number, object] => {
    const written = /\/([0-9a-f]{32})\?/.exec(path)?.[1]
    if (method !== 'PATCH' || written === undefined)
      return [200, { result: [...waiting.values()].sort((a, b) => (a.sys_id < b.sys_id ? -1 : 1)) }]
    waiting.delete(written)
    return [200, { result: { sys_id: written } }]
  }
  return { waiting, answer }
}

/** What the app says of itself; it knows the key that it was called with, and reaches us with each of its clients. */
function health(instanceUrl: string, instanceId: string, signature: string): object {
  const keyId = /kid=([^,]+)/.exec(signature)?.[1] ?? 'none'
  const outward = ['read', 'fulfil', 'password'].map((client) => ({ client, status: 200, error: '' }))
  return { instanceId, instanceUrl, version: '0.4.0', keyId, time: Math.floor(Date.now() / 1000), outward }
}

/** Hands a call on as it came, and its answer back, over connections that are kept. */
function pass(base: string, request: IncomingMessage, response: ServerResponse, body: string) {
  const { hostname, port } = new URL(base)
  const { method = 'GET', url: path = '/' } = request
  const { 'transfer-encoding': _chunked, connection: _ours, ...headers } = request.headers
  const length = body === '' ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise<{ status: number }>((resolve, reject) => {
    const call = callInstance({ agent, hostname, port, method, path, headers: { ...headers, ...length } }, (answer) => {
      const { statusCode: status = 502 } = answer
      response.writeHead(status, answer.headers)
      answer.pipe(response)
      resolve({ status })
    })
    call.once('error', reject)
    call.end(body)
  })
}

const agent = new Agent({ keepAlive: true })

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

type Who = Parameters<Simulator['records']['insert']>[2]

function inserter({ records }: Simulator): (table: string, values: Record<string, string>, who?: Who) => string {
  return (table, values, who = system) => {
    const outcome = records.insert(table, values, who)
    if ('aborted' in outcome) throw new Error(outcome.aborted)
    return outcome.row.sys_id ?? ''
  }
}

/** The integration user, its client, and a catalog item with the variables of ours. */
function seed(simulator: Simulator, secret: string): void {
  const { records } = simulator
  const insert = inserter(simulator)
  const idOf = (table: string, query: string) => records.find(table, query, { limit: 1 })[0]?.sys_id ?? ''
  const user = insert('sys_user', {
    user_name: 'hallpass.integration',
    active: 'true',
    web_service_access_only: 'true',
  })
  for (const name of ['itil', 'snc_platform_rest_api_access']) {
    const role = idOf('sys_user_role', `name=${name}`)
    if (role) insert('sys_user_has_role', { user, role })
  }
  insert('oauth_entity', {
    name: 'Hallpass',
    client_id: clientId,
    client_secret: secret,
    type: 'client',
    active: 'true',
    user,
  })
  const grant = 'glide.oauth.inbound.client.credential.grant_type.enabled'
  const known = idOf('sys_properties', `name=${grant}`)
  if (known) records.update('sys_properties', known, { value: 'true' }, system)
  else insert('sys_properties', { name: grant, value: 'true' })
  insert('sc_cat_item', { sys_id: catalogItem, name: 'App access', active: 'true' })
  for (const name of ['roles', 'duration_days', 'reason', 'requested_for'])
    insert('item_option_new', { cat_item: catalogItem, name, type: '6', question_text: name, active: 'true' })
}
