import { randomBytes } from 'node:crypto'
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import type { AdminSession } from '@hallpass/servicenow-client/admin-session'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { installApp } from '@hallpass/servicenow-client/install-app'
import { readAnswer } from '@hallpass/servicenow-client/read-answer'
import { type Administrator, asAdministrator } from './as-administrator.ts'
import type { ServiceNowDeps } from './deps.ts'
import { putRecord, setProperty } from './put-record.ts'

export type SetUpDeps = Pick<ServiceNowDeps, 'clock' | 'egress' | 'delay'>
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

/** Sets up an instance in the name of an administrator of it, who is signed in there for this one run. */
export function withSetUp<T>(
  deps: SetUpDeps,
  instanceUrl: string,
  administrator: Administrator,
  work: (setUp: InstanceSetUp) => Promise<T>,
): Promise<T> {
  const { now } = deps.clock
  const wait = deps.delay ?? ((ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  return asAdministrator(deps, instanceUrl, administrator, (session) =>
    work({
      install: (zip) => installApp(session, { zip, scope, fileName: 'hallpass-for-servicenow.zip', now, wait }),
      letHallpassIn: () => letHallpassIn(session),
      letAppOut: (secrets) => letAppOut(session, now(), secrets),
    }),
  )
}

async function letHallpassIn(session: AdminSession): Promise<OAuthOfInstance> {
  await setProperty(session, 'glide.oauth.inbound.client.credential.grant_type.enabled', 'true')
  const user = await putRecord(
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
    if (role?.sys_id) await putRecord(session, 'sys_user_has_role', { user, role: role.sys_id }, {})
  }
  const client = { clientId: randomBytes(16).toString('hex'), clientSecret: randomBytes(32).toString('base64url') }
  await putRecord(
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
    await putRecord(session, 'oauth_entity', { name, type: 'consumer' }, values)
  }
}
