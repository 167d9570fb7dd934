/** The whole service and an instance of ServiceNow, connected as an administrator would. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { catalogItem, clientId, type Order, openTestInstance, type TestInstance } from './testing-instance.ts'
import type { Settings } from './types.ts'

export type Scope = 'desk.fulfil' | 'desk.password' | 'desk.read'
export type CallChanges = {
  scope?: Scope
  /** What is sent instead of what was signed. */
  sent?: { method?: string; url?: string; body?: unknown }
  signature?: string | null
  instanceId?: string
  secondsOff?: number
  keyId?: string
  token?: string
  on?: TestApp['server']
}

export type House = TestApp & {
  instance: TestInstance
  secrets: SnowSecrets
  connectionId: string
  /** Role that Molly may ask for; its stages are her manager (marcus) and its owner (ivan). */
  roleId: string
  call(method: 'GET' | 'POST', url: string, body?: unknown, changes?: CallChanges): Promise<LightMyRequestResponse>
  /** Makes the signature header for a call. */
  sign(method: string, url: string, body: string, changes?: CallChanges): string
  /** Brings an ordered item to the door, as the app would. */
  bring(ritm: { sysId: string; number: string; requestSysId: string }, who?: string): Promise<LightMyRequestResponse>
  ordered(input?: Partial<Order>): { sysId: string; number: string; requestSysId: string }
  /** What the instance was last told of an item. */
  last(ritm: { sysId: string }): Record<string, unknown> | undefined
  /** Many more people, here and there, all managed by marcus. */
  hire(count: number): Promise<string[]>
  later(seconds: number): Promise<void>
  settle(): Promise<void>
}

export async function openHouse(settings: Partial<Settings> = {}): Promise<House> {
  const world = await openTestApp({ HALLPASS_INTERNAL_HOSTS: '*' })
  const { clock, jobs } = world.platform
  const instance = await openTestInstance({ start: clock.now() })
  const { catalogItem: _item, ...given } = settings
  const { servicenow, access } = world.app
  const secrets = await servicenow.create(
    {
      name: 'Acme',
      instanceUrl: instance.url,
      oauthClientId: clientId,
      oauthClientSecret: instance.clientSecret,
      ratePerSecond: 500,
      ...given,
    },
    operator,
  )
  for (const key of secrets.keys) instance.keys.set(key.id, key.base64)
  const tested = await servicenow.test(secrets.connection.id)
  if (!tested.ok) throw new Error(JSON.stringify(tested.findings))
  const role = await access.createRole(
    { name: 'Salesforce', askedBy: 'everyone', apps: [], ownerIds: [world.id.ivan], daysMax: 90 },
    operator,
  )
  await jobs.runUntilIdle()
  instance.told.length = 0

  const tokens = new Map<Scope, { token: string; until: number }>()
  const tokenFor = async (scope: Scope): Promise<string> => {
    const known = tokens.get(scope)
    if (known && known.until > clock.now().getTime()) return known.token
    const client = secrets.clients.find((each) => each.scope === scope)
    const basic = Buffer.from(`${client?.clientId}:${client?.clientSecret}`).toString('base64')
    const answer = await world.server.inject({
      method: 'POST',
      url: '/oidc/token',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      payload: `grant_type=client_credentials&scope=${scope}`,
    })
    const token = answer.json().access_token
    tokens.set(scope, { token, until: clock.now().getTime() + 500_000 })
    return token
  }
  const sign: House['sign'] = (method, url, body, changes = {}) => {
    const key = secrets.keys.find(({ id, direction }) =>
      changes.keyId ? id === changes.keyId : direction === 'to_hallpass',
    )
    const at = Math.floor(clock.now().getTime() / 1000) + (changes.secondsOff ?? 0)
    const nonce = randomBytes(16).toString('hex')
    const instanceId = changes.instanceId ?? instance.id
    const hash = createHash('sha256').update(body).digest('hex')
    const lines = ['hallpass-signature-1', key?.id, instanceId, method, url, hash, at, nonce]
    const mac = createHmac('sha256', Buffer.from(key?.base64 ?? '', 'base64'))
      .update(lines.join('\n'))
      .digest('base64')
    return `v=1,kid=${key?.id},iid=${instanceId},ts=${at},nonce=${nonce},mac=${mac}`
  }
  const call: House['call'] = async (method, url, body, changes = {}) => {
    const scope =
      changes.scope ??
      (url.startsWith('/desk/v1/fulfil') || url.startsWith('/desk/v1/revoc') ? 'desk.fulfil' : 'desk.read')
    const signedBody = body === undefined ? '' : JSON.stringify(body)
    const signature = changes.signature === undefined ? sign(method, url, signedBody, changes) : changes.signature
    const sentBody = changes.sent?.body === undefined ? signedBody : JSON.stringify(changes.sent.body)
    const options: InjectOptions = {
      method: (changes.sent?.method ?? method) as 'POST',
      url: changes.sent?.url ?? url,
      headers: {
        authorization: `Bearer ${changes.token ?? (await tokenFor(scope))}`,
        ...(signature === null ? {} : { 'x-hallpass-signature': signature }),
        ...(sentBody === '' ? {} : { 'content-type': 'application/json' }),
      },
      ...(sentBody === '' ? {} : { payload: sentBody }),
    }
    return (changes.on ?? world.server).inject(options)
  }
  const person = (login: string) => ({ sysId: instance.user(login), userName: login, email: `${login}@acme.example` })

  return {
    ...world,
    instance,
    secrets,
    connectionId: secrets.connection.id,
    roleId: role.id,
    sign,
    call,
    bring: (ritm, login = 'molly') =>
      call('POST', '/desk/v1/fulfilments', {
        ritm: { sysId: ritm.sysId, number: ritm.number },
        request: { sysId: ritm.requestSysId, number: 'REQ0010001' },
        requestedFor: person(login),
        openedBy: person(login),
        roles: [role.id],
        durationDays: 30,
        reason: 'for work',
      }),
    ordered: (input = {}) => instance.order({ for: 'molly', roles: [role.id], ...input }),
    last: ({ sysId }) => instance.told.findLast(({ path }) => path === `fulfilments/${sysId}`)?.body,
    async hire(count) {
      const { db } = world.app.foundation
      const { id: directoryId } = await db.transaction((tx) => world.app.directory.builtInDirectory(tx, operator))
      const logins = Array.from({ length: count }, (_, n) => `crowd-${n}`)
      for (const login of logins) {
        const draft = {
          directoryId,
          login,
          displayName: login,
          mail: `${login}@acme.example`,
          managerId: world.id.marcus,
        }
        await db.transaction((tx) => world.app.directory.createPerson(tx, operator, draft))
        instance.hire(login)
      }
      await jobs.runUntilIdle()
      return logins
    },
    async later(seconds) {
      clock.advance(seconds * 1000)
      instance.clock.advance(seconds * 1000)
      await jobs.runUntilIdle()
    },
    settle: () => jobs.runUntilIdle(),
    async close() {
      await world.close()
      await instance.stop()
    },
  }
}

/** The same beside an instance that cannot call: what is ordered there is looked for. */
export async function openPullHouse(): Promise<House> {
  const house = await openHouse({ mode: 'pull', pollSeconds: 30, ratePerSecond: 400 })
  await house.owner.query('update servicenow_connections set settings = settings || $1, version = version + 1', [
    JSON.stringify({ catalogItem }),
  ])
  house.instance.weather.callbacks = 'absent'
  return house
}
