import type Provider from 'oidc-provider'
import type { errors, KoaContextWithOIDC } from 'oidc-provider'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { visitorOf } from './interaction-policy.ts'

/** What looks like somebody who guesses a secret: a client that did not prove itself stands in the log, since anybody can send one. */
export function noteAbuse({ log }: Pick<SignOnDeps, 'log'>, provider: Provider): void {
  const unproven = (context: KoaContextWithOIDC, error: errors.OIDCProviderError) => {
    if (error.error !== 'invalid_client') return
    const { address } = visitorOf(context.req)
    const clientId = String(context.oidc.client?.clientId ?? context.oidc.params?.client_id ?? '').slice(0, 200)
    log.warn({ clientId, address, route: context.oidc.route }, 'a client did not prove itself')
  }
  provider.on('grant.error', unproven)
  provider.on('introspection.error', unproven)
  provider.on('revocation.error', unproven)
  provider.on('pushed_authorization_request.error', unproven)
}
