import type { ChangeSnowConnection } from '@hallpass/contract/servicenow-admin'
import type { Actor } from '../../audit/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Secret } from '../../platform/secret.ts'
import { addressOf, type CreateConnectionDeps, factsOf, settingsFrom } from './create-connection.ts'
import { connectionChanged, connectionNotFound, secretNeeded } from './errors.ts'
import { secretPlace } from './open-client.ts'
import { lockConnection, saveConnection } from './store-connections.ts'
import { tellAdministrators } from './tell-administrators.ts'
import type { Connection } from './types.ts'

/**
 * Changes how an instance is worked with; what is left out keeps its value. Another address or client needs its secret
 * again, and is another instance until it was tried (security A.5).
 */
export async function changeConnection(
  deps: CreateConnectionDeps,
  { id, actor, ...input }: ChangeSnowConnection & { id: string; actor: Actor },
): Promise<void> {
  const { name, instanceUrl, oauthClientId, oauthClientSecret, version, ...given } = input
  await changeLocked(deps, id, actor, (before) => {
    if (before.version !== version) throw connectionChanged()
    const address = instanceUrl === undefined ? before.instanceUrl : addressOf(deps, instanceUrl)
    const isMoved = address !== before.instanceUrl
    const isOtherClient = oauthClientId !== undefined && oauthClientId !== before.oauthClientId
    if ((isMoved || isOtherClient) && oauthClientSecret === undefined) throw secretNeeded()
    const settings = settingsFrom(before.settings, given)
    return {
      secret: oauthClientSecret,
      next: {
        ...before,
        name: name?.trim() ?? before.name,
        instanceUrl: address,
        oauthClientId: oauthClientId ?? before.oauthClientId,
        settings: isMoved ? { ...settings, catalogItem: null } : settings,
        instanceId: isMoved ? null : before.instanceId,
      },
    }
  })
}

/** Opens or closes the door of a connection; `rebind` forgets which instance it was. */
export async function switchConnection(
  deps: CreateConnectionDeps,
  { id, to, actor }: { id: string; to: 'active' | 'disabled' | 'rebind'; actor: Actor },
): Promise<void> {
  await changeLocked(deps, id, actor, (before) => ({
    secret: undefined,
    next:
      to === 'rebind'
        ? { ...before, instanceId: null, settings: { ...before.settings, catalogItem: null } }
        : { ...before, state: to, closedReason: null },
  }))
}

type Change = { next: Connection; secret: string | undefined }

async function changeLocked(
  deps: CreateConnectionDeps,
  id: string,
  actor: Actor,
  change: (before: Connection) => Change,
): Promise<void> {
  await deps.db.transaction(async (tx: Tx) => {
    const before = await lockConnection(tx, id)
    if (!before) throw connectionNotFound()
    const { next: changed, secret } = change(before)
    const next = { ...changed, version: before.version + 1 }
    const sealed =
      secret === undefined ? undefined : deps.keys.seal('connector-secret', secretPlace(id), new Secret(secret))
    await saveConnection(tx, next, sealed, deps.clock.now())
    deps.audit.record(tx, {
      action: 'servicenow.changed',
      actor,
      subjects: {},
      before: { connectionId: id, ...factsOf(before) },
      after: { connectionId: id, ...factsOf(next), secretEntered: secret !== undefined },
    })
    await tellAdministrators(deps, tx, changedNews(next))
  })
}

const changedNews = ({ name }: Connection) => ({
  kind: 'servicenow_changed',
  subject: { en: `ServiceNow changed: ${name}`, de: `ServiceNow geändert: ${name}` },
  text: {
    en: `How Hallpass works with the instance “${name}” was changed. If you did not expect this, please look at it:`,
    de: `Wie Hallpass mit der Instanz „${name}“ arbeitet, wurde geändert. Wenn Sie das nicht erwartet haben, sehen Sie bitte nach:`,
  },
})
