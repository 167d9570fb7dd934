import { appRetired, grantEnded, roleChanged } from '../../access/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import { endParticipants } from '../oidc/end-participants.ts'
import { noteTold } from '../saml/store-saml.ts'
import { tellSamlAppOf } from '../saml/tell-saml-app.ts'
import { signalSamlSession, signalSession } from '../signals/signal-end.ts'
import type { SignOnDeps } from './deps.ts'
import { type SignedOn, signedOn } from './store-signed-on.ts'

/**
 * Access to an app ended: what the app holds from us ends, and it is told, as when a session ends; that of other apps goes on.
 * Nothing new is given from the moment itself on, since every sign-on, token and question about one asks access anew.
 */
export function onAccessEnded(deps: SignOnDeps): void {
  const name = 'sso.end-lost-access'
  deps.events.afterCommit(
    grantEnded,
    name,
    ({ personId }) => endLostAccess(deps, { personId }),
    async (tx, { personId }) => (await signedOn(tx, { personId })).length > 0,
  )
  deps.events.afterCommit(roleChanged, name, ({ appIds }) => endLostAccess(deps, { appIds }))
  deps.events.afterCommit(appRetired, name, ({ appId }) => endLostAccess(deps, { appIds: [appId] }))
}

async function endLostAccess(deps: SignOnDeps, of: Parameters<typeof signedOn>[1]): Promise<void> {
  if ('appIds' in of && of.appIds.length === 0) return
  const known = Map.groupBy(await signedOn(deps.db, of), ({ personId, appId }) => `${personId} ${appId}`)
  for (const [first, ...others] of known.values()) {
    if (!first || (await deps.access.mayUse(deps.db, first.personId, first.appId))) continue
    await deps.db.transaction((tx) => endAccess(deps, tx, [first, ...others]))
  }
}

/** What apps were told of these people by SAML ends there, under whatever name. */
export async function endSamlParts(
  deps: EndAccessDeps,
  tx: Tx,
  of: readonly { personId: string; appId: string }[],
): Promise<void> {
  const appIds = [...new Set(of.map(({ appId }) => appId))]
  if (appIds.length === 0) return
  const ended = new Set(of.map(({ personId, appId }) => `${personId} ${appId}`))
  const known = await signedOn(tx, { appIds })
  await endAccess(
    deps,
    tx,
    known.filter(({ personId, appId, clientId }) => clientId === null && ended.has(`${personId} ${appId}`)),
  )
}

export type EndAccessDeps = Pick<SignOnDeps, 'clock' | 'ids' | 'jobs'>

/** All that one app knows of one person. */
async function endAccess(deps: EndAccessDeps, tx: Tx, signed: readonly SignedOn[]): Promise<void> {
  for (const { sessionId, clientId, appId, personId } of signed) {
    const because = 'access_ended'
    if (clientId === null) {
      const participant = await noteTold(tx, { sessionId, appId }, deps.clock.now())
      if (!participant) continue
      await signalSamlSession(deps, tx, { participants: [participant], personId, because })
      await tellSamlAppOf(deps, tx, participant)
    } else {
      const participants = await endParticipants(deps, tx, { sessionId, clientId })
      await signalSession(deps, tx, { participants, because })
    }
  }
}
