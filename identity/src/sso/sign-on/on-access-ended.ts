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

/** All that one app knows of one person. */
async function endAccess(deps: SignOnDeps, tx: Tx, signed: readonly SignedOn[]): Promise<void> {
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
