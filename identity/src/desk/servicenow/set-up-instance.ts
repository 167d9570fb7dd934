import { randomBytes } from 'node:crypto'
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { type AdminSession, signInAsAdmin } from '@hallpass/servicenow-client/admin-session'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { installApp } from '@hallpass/servicenow-client/install-app'
import { readAnswer } from '@hallpass/servicenow-client/read-answer'
import type { Secret } from '../../platform/secret.ts'
import type { ServiceNowDeps } from './deps.ts'
import { transportOf } from './open-client.ts'

export type SetUpDeps = Pick<ServiceNowDeps, 'clock' | 'egress' | 'delay'>
export type Administrator = { name: string; password: Secret }
export type OAuthOfInstance = { clientId: string; clientSecret: string }

const scope = 'x_hlps_access'
const integrationUser = 'hallpass.integration'
const clientNames = {
  'desk.fulfil': 'Hallpass fulfilment',
  'desk.password': 'Hallpass password',
  'desk.read': 'Hallpass read',
}
/** The app calls a key of its own voice outbound. */
const directions = { to_hallpass: 'outbound', to_servicenow: 'inbound' } as const

/** What docs/guides/connect-servicenow.md has an administrator enter, entered. Every step looks first and may be repeated. */
export type InstanceSetUp = {
  /** Installs the app; says how many flows must be published by hand. */
  install(zip: Uint8Array): Promise<{ published: number; unpublished: number }>
  /** The integration user with its roles, and an OAuth client that acts as it, with a new secret. */
  letHallpassIn(): Promise<OAuthOfInstance>
  /** Clients, keys and properties of the app. */
  letAppOut(secrets: SnowSecrets): Promise<void>
}

/** Signs the administrator in for this one run, and out when it is over. The password is in nobody's hands afterwards. */
export async function withSetUp<T>(
  deps: SetUpDeps,
  instanceUrl: string,
  administrator: Administrator,
  work: (setUp: InstanceSetUp) => Promise<T>,
): Promise<T> {
  const { now } = deps.clock
  const session = await signInAsAdmin({
    instanceUrl: new URL(instanceUrl),
    transport: transportOf(deps),
    now,
    userName: administrator.name,
    password: () => administrator.password.reveal(),
  })
  const wait = deps.delay ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  try {
    return await work({
      install: (zip) => installApp(session, { zip, scope, fileName: 'hallpass-for-servicenow.zip', now, wait }),
      letHallpassIn: () => letHallpassIn(session),
      letAppOut: (secrets) => letAppOut(session, now(), secrets),
    })
  } finally {
    await session.signOut()
  }
}

async function letHallpassIn(session: AdminSession): Promise<OAuthOfInstance> {
  await setProperty(session, 'glide.oauth.inbound.client.credential.grant_type.enabled', 'true')
  const user = await put(
    session,
    'sys_user',
    { user_name: integrationUser },
    {
      first_name: 'Hallpass',
      active: 'true',
      identity_type: 'machine',
      web_service_access_only: 'true',
      internal_integration_user: 'true',
    },
  )
  for (const name of [`${scope}.integration`, 'itil', 'snc_platform_rest_api_access']) {
    const [role] = await session.table.list('sys_user_role', {
      where: [{ field: 'name', op: '=', value: name }],
      fields: [],
    })
    if (role?.sys_id) await put(session, 'sys_user_has_role', { user, role: role.sys_id }, {})
  }
  const client = { clientId: randomBytes(16).toString('hex'), clientSecret: randomBytes(32).toString('base64url') }
  await put(
    session,
    'oauth_entity',
    { name: 'Hallpass', type: 'client' },
    {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      default_grant_type: 'client_credentials',
      user,
      active: 'true',
    },
  )
  return client
}

/** The app takes what it must know in one call of an administrator; a client it may not write is written as a record. */
async function letAppOut(session: AdminSession, now: Date, { connection, clients, keys }: SnowSecrets): Promise<void> {
  const named = clients.map(({ scope: what, clientId, clientSecret }) => ({
    name: clientNames[what as keyof typeof clientNames],
    clientId,
    clientSecret,
    tokenUrl: connection.tokenUrl,
  }))
  const answer = await session.send({
    method: 'POST',
    path: `/api/${scope}/v1/connection/bind`,
    subject: 'the app',
    body: JSON.stringify({
      hallpassUrl: new URL(connection.deskUrl).origin,
      mode: connection.mode,
      keys: keys.map(({ id, direction, base64 }) => ({ keyId: id, direction: directions[direction], secret: base64 })),
      clients: named,
    }),
  })
  const { result } = (readAnswer(answer, 'the app', now) ?? {}) as { result?: { notWritten?: unknown } }
  const notWritten = Array.isArray(result?.notWritten) ? result.notWritten.map(String) : []
  if (notWritten.some((each) => each.startsWith('key ')))
    throw new ServiceNowFailure('rejected', 'The app could not keep its keys; enter them by hand as the guide says.')
  for (const { name, clientId, clientSecret, tokenUrl } of named) {
    if (!notWritten.some((each) => each.includes(name))) continue
    const values = { token_url: tokenUrl, client_id: clientId, client_secret: clientSecret }
    await put(session, 'oauth_entity', { name, type: 'consumer' }, values)
  }
}

type Values = Record<string, string>

/** The one record with these values, made or changed; its sys_id. Secrets are given as people type them, so that they are sealed. */
async function put({ table }: AdminSession, name: string, key: Values, values: Values): Promise<string> {
  const where = Object.entries(key).map(([field, value]) => ({ field, op: '=', value }) as const)
  const found = await table.list(name, { where, fields: [] })
  if (found.length > 1)
    throw new ServiceNowFailure(
      'rejected',
      `There are several records of ${name} that could be meant; clear them up first.`,
    )
  const sysId = found[0]?.sys_id
  const options = { byDisplayValue: Object.keys(values).some((field) => field.includes('secret')) }
  if (sysId === undefined) return (await table.insert(name, { ...key, ...values }, [], options)).sys_id ?? ''
  if (Object.keys(values).length > 0) await table.update(name, sysId, values, [], options)
  return sysId
}

async function setProperty(session: AdminSession, name: string, value: string): Promise<void> {
  await put(session, 'sys_properties', { name }, { value })
}
