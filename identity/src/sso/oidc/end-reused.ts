import type { Tx } from '../../platform/database/database.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { currentContext } from './each-call.ts'
import { visitorOf } from './interaction-policy.ts'
import { ofRequest } from './of-request.ts'
import { oidcClientById } from './store-clients.ts'
import { grantBehind, takeGrant, type UsedUp } from './store-records.ts'

type ReuseDeps = Pick<SignOnDeps, 'db' | 'audit'>

/** What the call gave, as it names it. */
const grantTypes: Record<string, string> = { AuthorizationCode: 'authorization_code', RefreshToken: 'refresh_token' }

/**
 * A code or refresh token was used twice at one instant, and this was not the first. Both may hold a stolen copy, so nothing
 * of the grant is left to either (RFC 6749 §4.1.2, RFC 9700 §4.14.2).
 */
export async function endUsedTwice(deps: ReuseDeps, used: UsedUp, request: object | undefined): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const grant = await grantBehind(tx, used)
    if (grant) await end(deps, tx, { ...grant, kind: grantTypes[used.kind] ?? used.kind, request })
  })
}

/** Once for a call: the provider ends what came of a grant kind by kind, and all at one time. */
const endings = ofRequest<Promise<void>>('ending')

/**
 * The same where one comes that was used up before, which is why the provider ends a grant at the token endpoint. False
 * elsewhere, where it does so for another reason.
 */
export async function endUsedBefore(deps: ReuseDeps, grantId: string): Promise<boolean> {
  const context = currentContext()
  if (context?.oidc?.route !== 'token') return false
  const { req: request, oidc } = context
  const { client, params } = oidc
  const reused = { grantId, clientId: client?.clientId ?? '', kind: String(params?.grant_type), request }
  const ending = endings.get(request) ?? deps.db.transaction((tx) => end(deps, tx, reused))
  endings.set(request, ending)
  await ending
  return true
}

/** What is left of the grant ends and stands in the trail: both or neither. */
async function end(
  { audit }: Pick<ReuseDeps, 'audit'>,
  tx: Tx,
  reused: { grantId: string; clientId: string; kind: string; request: object | undefined },
): Promise<void> {
  const { grantId, clientId, kind, request = {} } = reused
  const { address, requestId } = visitorOf(request)
  const personId = await takeGrant(tx, grantId)
  const app = await oidcClientById(tx, clientId)
  audit.record(tx, {
    action: 'app.token_reused',
    actor: { kind: 'anonymous', address, requestId },
    subjects: { ...(personId === undefined ? {} : { personId }), ...(app ? { appId: app.appId } : {}) },
    after: { kind },
  })
}
