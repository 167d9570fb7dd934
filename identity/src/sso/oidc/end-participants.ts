import type { Tx } from '../../platform/database/database.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { appsKnowing } from '../sign-on/subjects.ts'
import { findOidcClient } from './store-clients.ts'
import { deleteGrants, deleteSessionByUid, type OidcParticipant, takeParticipants } from './store-records.ts'

export type EndParticipantsDeps = Pick<SignOnDeps, 'ids'> & { jobs: Pick<SignOnDeps['jobs'], 'enqueue'> }

/** The job that tells one app; an app that cannot be reached holds nobody else up and is tried again. */
export const tellClientTask = 'sso.tell-client'
const attemptsMax = 8

/**
 * A session of ours ended, or one client's part in it: what apps hold of it ends (codes, access and refresh tokens), and each
 * of them is told. With the whole of it, the provider's session behind it ends too.
 */
export async function endParticipants(
  deps: EndParticipantsDeps,
  tx: Tx,
  ended: { sessionId: string; clientId?: string },
): Promise<OidcParticipant[]> {
  const participants = await takeParticipants(tx, ended)
  await deleteGrants(
    tx,
    participants.map(({ grantId }) => grantId),
  )
  for (const { providerSession, clientId, personId, sid } of participants) {
    if (ended.clientId === undefined) await deleteSessionByUid(tx, providerSession)
    await enqueue(deps, tx, { clientId, personId, sid })
  }
  return participants
}

/** Everything of a person ended: also apps whose session outlived ours are told, of the person as a whole. */
export async function tellClientsOfPerson(deps: EndParticipantsDeps, tx: Tx, personId: string): Promise<void> {
  for (const appId of await appsKnowing(tx, personId)) {
    const client = await findOidcClient(tx, appId)
    if (client) await enqueue(deps, tx, { clientId: client.clientId, personId, sid: null })
  }
}

async function enqueue(
  deps: EndParticipantsDeps,
  tx: Tx,
  told: { clientId: string; personId: string; sid: string | null },
): Promise<void> {
  const payload = { ...told, messageId: deps.ids.next() }
  await deps.jobs.enqueue(tx, { task: tellClientTask, payload, maxAttempts: attemptsMax })
}
