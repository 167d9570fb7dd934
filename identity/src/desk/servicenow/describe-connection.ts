import type { SnowConnection, SnowSecrets } from '@hallpass/contract/servicenow-admin'
import type { Reader } from '../../platform/database/database.ts'
import type { NewSecret } from '../../sso/module.ts'
import type { ServiceNowDeps } from './deps.ts'
import { connectionNotFound } from './errors.ts'
import type { NewKey } from './rotate-keys.ts'
import { allConnections, findConnection } from './store-connections.ts'
import { keysOf } from './store-keys.ts'
import { untold } from './store-orders.ts'
import { countOpenOrders, isConnectionUsed } from './store-shown.ts'
import type { Connection } from './types.ts'

export type DescribeDeps = Pick<ServiceNowDeps, 'programs' | 'publicUrl'>

export async function listConnections(deps: DescribeDeps, r: Reader): Promise<SnowConnection[]> {
  const all: SnowConnection[] = []
  for (const connection of await allConnections(r)) all.push(await toWire(deps, r, connection))
  return all
}

export async function describeConnection(deps: DescribeDeps, r: Reader, id: string): Promise<SnowConnection> {
  const connection = await findConnection(r, id)
  if (!connection) throw connectionNotFound()
  return toWire(deps, r, connection)
}

async function toWire(deps: DescribeDeps, r: Reader, connection: Connection): Promise<SnowConnection> {
  const { settings, lastFailureAt, lastFailure } = connection
  const { catalogItem: _item, ...shown } = settings
  const at = (time: Date | null) => time?.toISOString() ?? null
  return {
    id: connection.id,
    name: connection.name,
    instanceUrl: connection.instanceUrl,
    ...shown,
    state: connection.state,
    closedReason: connection.closedReason,
    instanceId: connection.instanceId,
    oauthClientId: connection.oauthClientId,
    keys: (await keysOf(r, connection.id)).map(({ id, direction, state, createdAt, exposedBy }) => ({
      id,
      direction,
      state,
      createdAt: createdAt.toISOString(),
      exposedBy,
    })),
    clients: (await deps.programs.of(r, connection.id)).map(({ scope, clientId }) => ({ scope, clientId })),
    tokenUrl: new URL('/oidc/token', deps.publicUrl).href,
    deskUrl: new URL('/desk/v1', deps.publicUrl).href,
    clockOffsetSeconds: connection.clockOffsetSeconds,
    catalogSyncedAt: at(connection.catalogSyncedAt),
    catalogVersion: connection.catalogVersion,
    catalogComparedAt: at(connection.catalogComparedAt),
    polledAt: at(connection.polledAt),
    heardAt: at(connection.heardAt),
    open: await countOpenOrders(r, connection.id),
    ...(await untold(r, connection.id)),
    lastFailure: lastFailureAt && lastFailure ? { at: lastFailureAt.toISOString(), message: lastFailure } : null,
    isUsed: await isConnectionUsed(r, connection.id),
    version: connection.version,
  }
}

/** With secrets that are told this once. */
export async function withSecrets(
  deps: DescribeDeps,
  r: Reader,
  id: string,
  made: { clients: readonly NewSecret[]; keys: readonly NewKey[] },
): Promise<SnowSecrets> {
  return {
    connection: await describeConnection(deps, r, id),
    clients: made.clients.map(({ scope, clientId, secret }) => ({ scope, clientId, clientSecret: secret.reveal() })),
    keys: made.keys.map(({ id: keyId, direction, secret }) => ({ id: keyId, direction, base64: secret.reveal() })),
  }
}
