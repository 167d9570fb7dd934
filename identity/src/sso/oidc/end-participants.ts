import type Provider from 'oidc-provider'
import type { Log } from '../../platform/log.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { deleteGrants, deleteSessionByUid, type OidcParticipant, takeParticipants } from './store-records.ts'

export type EndParticipantsDeps = Pick<SignOnDeps, 'db' | 'log'>

/**
 * Sessions of ours ended: what apps hold of them ends (codes, access and refresh tokens), and each app that listens is
 * told over its back channel (OpenID Connect Back-Channel Logout 1.0). An app that cannot be reached holds nobody up.
 */
export async function endParticipants(
  deps: EndParticipantsDeps,
  provider: Provider,
  sessionIds: readonly string[],
): Promise<void> {
  const taken = await deps.db.transaction(async (tx) => {
    const participants = await takeParticipants(tx, sessionIds)
    await deleteGrants(
      tx,
      participants.map(({ grantId }) => grantId),
    )
    for (const { providerSession } of participants) await deleteSessionByUid(tx, providerSession)
    return participants
  })
  await Promise.all(taken.map((participant) => tell(provider, participant, deps.log)))
}

/** The provider's client, in the part that its types leave out. */
type Listener = { backchannelLogoutUri?: string; backchannelLogout(personId: string, sid: string): Promise<void> }

async function tell(provider: Provider, participant: OidcParticipant, log: Log): Promise<void> {
  const { clientId, personId, sid } = participant
  const client = (await provider.Client.find(clientId)) as Listener | undefined
  if (!client?.backchannelLogoutUri) return
  try {
    await client.backchannelLogout(personId, sid)
  } catch (err) {
    log.warn({ err, clientId }, 'an app was not told that its person signed out')
  }
}
