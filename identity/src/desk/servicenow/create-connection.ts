import type { CreateSnowConnection, SnowSecrets } from '@hallpass/contract/servicenow-admin'
import type { Actor } from '../../audit/module.ts'
import type { Database } from '../../platform/database/database.ts'
import { Secret } from '../../platform/secret.ts'
import type { ServiceNowDeps } from './deps.ts'
import { type DescribeDeps, withSecrets } from './describe-connection.ts'
import { connectedAlready, noAddress, plainAddress } from './errors.ts'
import { secretPlace } from './open-client.ts'
import { type RotateKeysDeps, rotateKeys } from './rotate-keys.ts'
import { insertConnection } from './store-connections.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'
import { type Connection, type Settings, usualSettings } from './types.ts'

export type CreateConnectionDeps = RotateKeysDeps &
  DescribeDeps &
  TellAdministratorsDeps &
  Pick<ServiceNowDeps, 'ids' | 'keys' | 'internalHosts'> & { db: Database }

export const programsOfConnection = ['desk.fulfil', 'desk.password', 'desk.read'] as const

/** Adds an instance: its three clients and two keys are made with it, and told this once. It works after its first test. */
export async function createConnection(
  deps: CreateConnectionDeps,
  input: CreateSnowConnection,
  actor: Actor,
): Promise<SnowSecrets> {
  const { name, instanceUrl, oauthClientId, oauthClientSecret, ...given } = input
  const connection: Connection = {
    id: deps.ids.next(),
    name: name.trim(),
    instanceUrl: addressOf(deps, instanceUrl),
    oauthClientId,
    settings: settingsFrom(usualSettings, given),
    state: 'active',
    closedReason: null,
    instanceId: null,
    clockOffsetSeconds: null,
    appVersion: null,
    language: null,
    catalogVersion: 0,
    catalogSyncedAt: null,
    catalogComparedAt: null,
    polledAt: null,
    heardAt: null,
    lastFailureAt: null,
    lastFailure: null,
    version: 1,
  }
  const made = await deps.db.transaction(async (tx) => {
    const sealed = deps.keys.seal('connector-secret', secretPlace(connection.id), new Secret(oauthClientSecret))
    if (!(await insertConnection(tx, connection, sealed, deps.clock.now()))) throw connectedAlready()
    deps.audit.record(tx, {
      action: 'servicenow.connected',
      actor,
      subjects: {},
      after: { connectionId: connection.id, ...factsOf(connection) },
    })
    const owner = { id: connection.id, name: connection.name, scopes: programsOfConnection }
    const clients = await deps.programs.issue(tx, owner)
    const keys = await rotateKeys(deps, tx, connection.id, actor)
    await tellAdministrators(deps, tx, connectedNews(connection))
    return { clients, keys }
  })
  return withSecrets(deps, deps.db, connection.id, made)
}

export function factsOf({ name, instanceUrl, oauthClientId, settings, state }: Connection) {
  return { name, instanceUrl, oauthClientId, state, ...settings }
}

/** https only, but for hosts of one's own network that the operator lists. */
export function addressOf({ internalHosts }: Pick<ServiceNowDeps, 'internalHosts'>, given: string): string {
  if (!URL.canParse(given)) throw noAddress()
  const url = new URL(given)
  const isOwn = internalHosts.some((entry) => entry === '*' || entry === url.host || entry === url.hostname)
  if (url.protocol !== 'https:' && !isOwn) throw plainAddress()
  return url.origin
}

export type GivenSettings = { readonly [K in keyof Omit<Settings, 'catalogItem'>]?: Settings[K] | undefined }

export function settingsFrom(before: Settings, given: GivenSettings): Settings {
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...before, ...named }
}

const connectedNews = ({ name, instanceUrl }: Connection) => ({
  kind: 'servicenow_connected',
  subject: { en: `ServiceNow connected: ${name}`, de: `ServiceNow verbunden: ${name}` },
  text: {
    en: `${instanceUrl} was connected. What is approved there is held against the policies here, and then given.`,
    de: `${instanceUrl} wurde verbunden. Was dort genehmigt ist, wird mit den Regeln hier verglichen und dann vergeben.`,
  },
})
