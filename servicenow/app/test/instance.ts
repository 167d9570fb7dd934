import { createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildServicenowApp } from '../../../scripts/build-servicenow-app.ts'
import { companyPassword } from '../../simulator/src/seed/company.ts'
import { type Simulator, setProperty, startSimulator } from '../../simulator/src/start-simulator.ts'
import { system } from '../../simulator/src/store/open-records.ts'
import type { Values } from '../../simulator/src/store/records.ts'
import { formatSignature, signingText } from '../src/server/signature.ts'
import { type Counterpart, startCounterpart } from './hallpass-counterpart.ts'

/** What Hallpass signs with towards every instance of this run. */
export const inboundKey = randomBytes(32).toString('base64')
const outboundKey = randomBytes(32).toString('base64')

/** A connected instance that runs the app as it was built, and the counterpart it is connected with. */
export type Instance = {
  readonly simulator: Simulator
  readonly hallpass: Counterpart
  readonly instanceId: string
  /** Row of a table as it is now. */
  row(table: string, query: string): Readonly<Record<string, string | undefined>> | undefined
  rows(table: string, query: string): readonly Readonly<Record<string, string | undefined>>[]
  add(table: string, values: Values): string
  idOf(userName: string): string
  setProperty(name: string, value: string): void
  /** As this person, over the REST API of the instance. */
  as(userName: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: never }>
  /** A callback as Hallpass signs it. */
  callBack(path: string, body: unknown, change?: Change): Promise<{ status: number; body: never }>
  settle(): Promise<void>
  /** Moves the clock and lets what has become due happen. */
  pass(seconds: number): Promise<void>
  /** Stops it and starts it again on the same data, at the same address. */
  restart(): Promise<void>
  stop(): Promise<void>
}
export type Change = {
  keyId?: string
  instanceId?: string
  secondsOff?: number
  nonce?: string
  sentBody?: unknown
  time?: number
}

/** `repeatsSteps`: every step of a flow is done twice, as after a crash. */
export async function startInstance({ repeatsSteps = false } = {}): Promise<Instance> {
  const { zip } = await buildServicenowApp()
  const instanceId = randomBytes(16).toString('hex')
  const folder = mkdtempSync(join(tmpdir(), 'hallpass-app-'))
  const options = { instanceId, basicAuth: 'open', dataFile: join(folder, 'instance.db'), repeatsSteps } as const
  let simulator = await startSimulator(options)
  let { records, runtime } = simulator
  const { clock } = simulator
  const perform = (name: string, input: unknown) =>
    runtime.executor.perform({ kind: 'operation', name, input, who: system })
  const add = (table: string, values: Values): string => {
    const made = records.insert(table, values, system)
    if (!('row' in made)) throw new Error(`${table}: ${JSON.stringify(made)}`)
    return made.row.sys_id ?? ''
  }
  const tracker = add('sys_execution_tracker', { state: '0' })
  await perform('app.install', { zip: new Uint8Array(readFileSync(zip)), tracker, loadDemo: false })
  const installed = records.get('sys_execution_tracker', tracker)
  if (installed?.state !== '2') throw new Error(installed?.message)
  const flows = records.find('sys_hub_flow', 'sys_scope.scope=x_hlps_access').map((flow) => flow.sys_id)
  const actions = records
    .find('sys_hub_action_type_definition', 'sys_scope.scope=x_hlps_access')
    .map((one) => one.sys_id)
  await perform('app.activate_flows', { flows, actions })

  const hallpass = await startCounterpart('out-1', outboundKey, instanceId)
  connect()
  const idOf = (userName: string) => records.find('sys_user', `user_name=${userName}`, { limit: 1 })[0]?.sys_id ?? ''

  /** What an administrator enters when the two are connected. */
  function connect(): void {
    setProperty(records, 'x_hlps_access.hallpass_url', hallpass.url)
    setProperty(records, 'x_hlps_access.bound_instance_id', instanceId)
    setProperty(records, 'x_hlps_access.bound_instance_url', simulator.url)
    add('x_hlps_access_key', { key_id: 'in-1', direction: 'inbound', state: 'live', secret: inboundKey })
    add('x_hlps_access_key', { key_id: 'out-1', direction: 'outbound', state: 'live', secret: outboundKey })
    for (const entity of records.find('oauth_entity', 'nameSTARTSWITHHallpass')) {
      const values = { token_url: `${hallpass.url}/oidc/token`, client_id: entity.name ?? '', client_secret: 'secret' }
      records.update('oauth_entity', entity.sys_id ?? '', values, system)
    }
    const integration = add('sys_user', {
      user_name: 'hallpass',
      user_password: companyPassword,
      active: 'true',
      web_service_access_only: 'true',
    })
    for (const name of ['x_hlps_access.integration', 'itil', 'snc_platform_rest_api_access']) {
      const role = records.find('sys_user_role', `name=${name}`, { limit: 1 })[0]
      if (role) add('sys_user_has_role', { user: integration, role: role.sys_id ?? '' })
    }
    for (const [role_id, name] of [
      ['role-sf', 'Salesforce'],
      ['role-wiki', 'Wiki'],
    ] as const) {
      add('x_hlps_access_app', { role_id, name, app_name: name, requestable: 'true' })
    }
  }

  async function call(userName: string, method: string, path: string, body?: unknown, headers = {}) {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${userName}:${companyPassword}`).toString('base64')}`,
        accept: 'application/json',
        'content-type': 'application/json',
        ...headers,
      },
      ...(text === undefined ? {} : { body: text }),
    })
    const answer = await response.text()
    return { status: response.status, body: (answer === '' ? null : JSON.parse(answer)) as never }
  }

  return {
    get simulator() {
      return simulator
    },
    hallpass,
    instanceId,
    add,
    idOf,
    setProperty: (name, value) => setProperty(records, name, value),
    row: (table, query) => records.find(table, query, { limit: 1 })[0],
    rows: (table, query) => records.find(table, query),
    as: (userName, method, path, body) => call(userName, method, path, body),
    callBack(path, body, change = {}) {
      const full = `/api/x_hlps_access/v1/callback/${path}`
      const method = body === null ? 'GET' : 'POST'
      const text = body === null ? '' : JSON.stringify(body)
      const of = {
        keyId: change.keyId ?? 'in-1',
        instanceId: change.instanceId ?? instanceId,
        time: change.time ?? Math.floor(clock.now().getTime() / 1000) + (change.secondsOff ?? 0),
        nonce: change.nonce ?? randomBytes(16).toString('hex'),
      }
      const bodyHash = createHash('sha256').update(text).digest('hex')
      const mac = createHmac('sha256', Buffer.from(inboundKey, 'base64'))
        .update(signingText({ method, path: full, bodyHash }, of))
        .digest('base64')
      const sent = change.sentBody === undefined ? text : JSON.stringify(change.sentBody)
      const headers = { 'x-hallpass-signature': formatSignature({ ...of, mac }) }
      return call('hallpass', method, full, body === null ? undefined : sent, headers)
    },
    settle: () => runtime.settle(),
    async pass(seconds) {
      clock.advance(seconds * 1000)
      runtime.tick()
      await runtime.settle()
    },
    async restart() {
      const port = Number(new URL(simulator.url).port)
      await simulator.stop()
      simulator = await startSimulator({ ...options, port, clock })
      records = simulator.records
      runtime = simulator.runtime
      await runtime.settle()
    },
    async stop() {
      await hallpass.stop()
      await simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Orders "App access" in the catalog as `userName`, for themselves. Gives the sys_id of the requested item. */
export async function orderApps(instance: Instance, userName: string, roleIds: readonly string[]): Promise<string> {
  const item = instance.row('sc_cat_item', 'name=App access')?.sys_id ?? ''
  const apps = roleIds.map((id) => instance.row('x_hlps_access_app', `role_id=${id}`)?.sys_id).join(',')
  const variables = { requested_for: instance.idOf(userName), apps, duration_days: '30', reason: 'Project with sales' }
  const path = `/api/sn_sc/v1/servicecatalog/items/${item}/order_now`
  const ordered = await instance.as(userName, 'POST', path, { sysparm_quantity: 1, variables })
  const requestId = (ordered.body as { result?: { request_id?: string } })?.result?.request_id
  if (requestId === undefined) throw new Error(`${ordered.status} ${JSON.stringify(ordered.body)}`)
  await instance.settle()
  return instance.row('sc_req_item', `request=${requestId}`)?.sys_id ?? ''
}

/** Answers the approval that is open for this person. */
export async function decide(instance: Instance, itemId: string, userName: string, state: 'approved' | 'rejected') {
  const query = `sysapproval=${itemId}^approver=${instance.idOf(userName)}^state=requested`
  const row = instance.row('sysapproval_approver', query)
  if (row === undefined) throw new Error(`Nothing is open for ${userName}`)
  const answered = await instance.as(userName, 'PATCH', `/api/now/table/sysapproval_approver/${row.sys_id}`, {
    state,
    comments: 'So be it',
  })
  if (answered.status !== 200) throw new Error(`${answered.status} ${JSON.stringify(answered.body)}`)
  await instance.settle()
}
