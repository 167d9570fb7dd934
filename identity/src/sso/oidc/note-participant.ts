import type { KoaContextWithOIDC } from 'oidc-provider'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { visitorOf } from './interaction-policy.ts'
import { saveOidcParticipant } from './store-records.ts'

/** An app got its code: it is told when the session that it hangs on ends. */
export async function noteParticipant(
  deps: Pick<SignOnDeps, 'db' | 'clock'>,
  context: KoaContextWithOIDC,
): Promise<void> {
  const { client, session } = context.oidc
  const { principal } = visitorOf(context.req)
  if (!client || !session || !principal) return
  await saveOidcParticipant(
    deps.db,
    {
      sessionId: principal.sessionId,
      clientId: client.clientId,
      providerSession: session.uid,
      sid: session.sidFor(client.clientId) ?? '',
      personId: principal.personId,
      grantId: session.grantIdFor(client.clientId) ?? '',
    },
    deps.clock.now(),
  )
}
