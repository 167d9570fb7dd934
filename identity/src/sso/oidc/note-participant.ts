import type { KoaContextWithOIDC } from 'oidc-provider'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { currentCall } from './each-call.ts'
import { visitorOf } from './interaction-policy.ts'
import { knownParticipants, saveOidcParticipant } from './store-records.ts'
import { takeOverParticipants } from './take-over-participants.ts'

/** An app got its code: it is told when the session that it hangs on ends. What is noted already is not written again. */
export async function noteParticipant(
  deps: Pick<SignOnDeps, 'db' | 'clock'>,
  context: KoaContextWithOIDC,
): Promise<void> {
  const { client, session } = context.oidc
  const { principal } = visitorOf(context.req)
  if (!client || !session || !principal) return
  const { sessionId, personId } = principal
  const { clientId } = client
  const participant = {
    providerSession: session.uid,
    sid: session.sidFor(clientId) ?? '',
    grantId: session.grantIdFor(clientId) ?? '',
  }
  const known = await knownParticipants(currentCall(deps.db)?.db ?? deps.db, sessionId, clientId)
  const { providerSession, sid, grantId } = participant
  if (known.some((each) => each.providerSession === providerSession && each.sid === sid && each.grantId === grantId))
    return
  await takeOverParticipants(deps.db, { sessionId, personId, providerSession })
  await saveOidcParticipant(deps.db, { sessionId, clientId, personId, ...participant }, deps.clock.now())
}
