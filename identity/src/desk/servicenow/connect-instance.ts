import type { CreateSnowConnection } from '@hallpass/contract/servicenow-admin'
import type { Actor } from '../../audit/module.ts'
import { changeConnection, switchConnection } from './change-connection.ts'
import { addressOf, type CreateConnectionDeps, createConnection, programsOfConnection } from './create-connection.ts'
import { withSecrets } from './describe-connection.ts'
import { rotateKeys } from './rotate-keys.ts'
import { type Administrator, openSetUp, type SetUpDeps } from './set-up-instance.ts'
import { allConnections } from './store-connections.ts'

export type ConnectInstanceDeps = CreateConnectionDeps & SetUpDeps

export type ConnectInstance = Omit<CreateSnowConnection, 'oauthClientId' | 'oauthClientSecret'> & {
  administrator: Administrator
  /** The packed app; left out where it is installed already. */
  zip: Uint8Array | null
}

/**
 * Connects an instance from end to end with an administrator of it: app, integration user, OAuth clients, keys and
 * properties. Secrets go from here to there and are shown to nobody. Repeated, it makes all of them anew.
 */
export async function connectInstance(
  deps: ConnectInstanceDeps,
  { administrator, zip, ...input }: ConnectInstance,
  actor: Actor,
): Promise<{ connectionId: string; unpublishedFlows: number }> {
  // Before a password leaves for it.
  const address = addressOf(deps, input.instanceUrl)
  const setUp = await openSetUp(deps, address, administrator)
  const { unpublished } = zip ? await setUp.install(zip) : { unpublished: 0 }
  const { clientId, clientSecret } = await setUp.letHallpassIn()
  const oauth = { oauthClientId: clientId, oauthClientSecret: clientSecret }
  const known = (await allConnections(deps.db)).find(({ instanceUrl }) => instanceUrl === address)
  if (!known) {
    const secrets = await createConnection(deps, { ...input, ...oauth }, actor)
    await setUp.letAppOut(secrets)
    return { connectionId: secrets.connection.id, unpublishedFlows: unpublished }
  }
  const { id, name, version } = known
  const settings = {
    ...(input.mode ? { mode: input.mode } : {}),
    ...(input.matchBy ? { matchBy: input.matchBy } : {}),
  }
  await changeConnection(deps, { id, version, ...oauth, ...settings, actor })
  await switchConnection(deps, { id, to: 'rebind', actor })
  const made = await deps.db.transaction(async (tx) => ({
    clients: await deps.programs.issue(tx, { id, name, scopes: programsOfConnection }),
    keys: await rotateKeys(deps, tx, id, actor),
  }))
  await setUp.letAppOut(await withSecrets(deps, deps.db, id, made))
  return { connectionId: id, unpublishedFlows: unpublished }
}
