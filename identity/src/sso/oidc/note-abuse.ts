import type Provider from 'oidc-provider'
import type { errors, KoaContextWithOIDC } from 'oidc-provider'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { visitorOf } from './interaction-policy.ts'
import { oidcClientById } from './store-clients.ts'

/**
 * What looks like somebody with a stolen token or a guessed secret. A code or refresh token that was used up before stands in
 * the trail, since all that came of it has ended (RFC 9700 §4.14.2); a client that did not prove itself stands in the log, since
 * anybody can send one.
 */
export function noteAbuse(deps: Pick<SignOnDeps, 'db' | 'audit' | 'log'>, provider: Provider): void {
  provider.on('grant.revoked', (context) => {
    if (context.oidc.route !== 'token') return
    recordReuse(deps, reuseIn(context)).catch((err) => deps.log.error({ err }, 'a token used twice was not noted'))
  })
  const unproven = (context: KoaContextWithOIDC, error: errors.OIDCProviderError) => {
    if (error.error !== 'invalid_client') return
    const { address } = visitorOf(context.req)
    const clientId = String(context.oidc.client?.clientId ?? context.oidc.params?.client_id ?? '').slice(0, 200)
    deps.log.warn({ clientId, address, route: context.oidc.route }, 'a client did not prove itself')
  }
  provider.on('grant.error', unproven)
  provider.on('introspection.error', unproven)
  provider.on('revocation.error', unproven)
  provider.on('pushed_authorization_request.error', unproven)
}

/** Read at once: nothing of a call stays once it is answered. */
function reuseIn({ req, res, oidc }: KoaContextWithOIDC) {
  const { client, entities, params } = oidc
  return {
    clientId: client?.clientId ?? '',
    personId: (entities.RefreshToken ?? entities.AuthorizationCode)?.accountId,
    kind: String(params?.grant_type),
    address: visitorOf(req).address,
    requestId: String(res.getHeader('x-request-id')),
  }
}

async function recordReuse(
  deps: Pick<SignOnDeps, 'db' | 'audit'>,
  { clientId, personId, kind, address, requestId }: ReturnType<typeof reuseIn>,
): Promise<void> {
  const app = await oidcClientById(deps.db, clientId)
  await deps.db.transaction(async (tx) =>
    deps.audit.record(tx, {
      action: 'app.token_reused',
      actor: { kind: 'anonymous', address, requestId },
      subjects: { ...(personId === undefined ? {} : { personId }), ...(app ? { appId: app.appId } : {}) },
      after: { kind },
    }),
  )
}
