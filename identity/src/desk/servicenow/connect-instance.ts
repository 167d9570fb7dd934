import type { CreateSnowConnection } from '@hallpass/contract/servicenow-admin'
import { AppHealthAnswer } from '@hallpass/contract/servicenow-shapes'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { Value } from 'typebox/value'
import type { Actor } from '../../audit/module.ts'
import type { Administrator } from './as-administrator.ts'
import { changeConnection, switchConnection } from './change-connection.ts'
import { addressOf, type CreateConnectionDeps, createConnection, programsOfConnection } from './create-connection.ts'
import { withSecrets } from './describe-connection.ts'
import { otherInstanceThere } from './errors.ts'
import { type ExposeDeps, exposeConnection } from './expose-connection.ts'
import { intended, oneSetUp } from './one-set-up.ts'
import type { OpenClient } from './open-client.ts'
import { rotateKeys } from './rotate-keys.ts'
import { type InstanceSetUp, type SetUpDeps, withSetUp } from './set-up-instance.ts'
import { callApp } from './sign-call.ts'
import { allConnections } from './store-connections.ts'
import type { Connection } from './types.ts'

export type ConnectInstanceDeps = CreateConnectionDeps & SetUpDeps & ExposeDeps & { openClient: OpenClient }

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
  input: ConnectInstance,
  actor: Actor,
): Promise<{ connectionId: string; unpublishedFlows: number }> {
  // Before a password leaves for it.
  const address = addressOf(deps, input.instanceUrl)
  const entry = {
    action: 'servicenow.set_up',
    actor,
    subjects: {},
    after: { instanceUrl: address, withApp: input.zip !== null },
    personal: { administrator: input.administrator.name },
  }
  return oneSetUp(deps.db, address, async () => {
    const known = await connectionAt(deps, address)
    if (known) await refuseOther(deps, known)
    return withSetUp(deps, address, input.administrator, (setUp) =>
      intended(
        deps,
        entry,
        () => setUpBoth(deps, setUp, input, actor),
        ({ connectionId }) => ({ connectionId }),
      ),
    )
  })
}

const connectionAt = async ({ db }: ConnectInstanceDeps, address: string): Promise<Connection | undefined> =>
  (await allConnections(db)).find(({ instanceUrl }) => instanceUrl === address)

/**
 * A copy at the address of an instance does not become it by being set up: whoever knows our keys is asked first who they
 * are. One that does not answer, or not with these keys, is what setting up again is for.
 */
async function refuseOther(deps: ConnectInstanceDeps, known: Connection): Promise<void> {
  if (known.instanceId === null) return
  let health: unknown
  try {
    const client = await deps.openClient(known)
    health = await callApp(deps, client, known, { method: 'GET', path: 'health', subject: 'health' })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    // So the app answers in an instance other than the one it was bound in.
    if (error.status === 409) throw otherInstanceThere()
    return
  }
  if (!Value.Check(AppHealthAnswer, health) || health.instanceId === known.instanceId) return
  await exposeConnection(deps, known, health.instanceId)
  throw otherInstanceThere()
}

async function setUpBoth(
  deps: ConnectInstanceDeps,
  setUp: InstanceSetUp,
  { administrator: _, zip, ...input }: ConnectInstance,
  actor: Actor,
): Promise<{ connectionId: string; unpublishedFlows: number }> {
  const { unpublished } = zip ? await setUp.install(zip) : { unpublished: 0 }
  const { clientId, clientSecret } = await setUp.letHallpassIn()
  const oauth = { oauthClientId: clientId, oauthClientSecret: clientSecret }
  // Its settings may have changed while the app was installed.
  const known = await connectionAt(deps, addressOf(deps, input.instanceUrl))
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
