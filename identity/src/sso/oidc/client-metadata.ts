import type { OidcPublicKey, OidcSettings } from '@hallpass/contract/oidc'
import type { AllClientMetadata } from 'oidc-provider'
import type { OidcClient, PreviousSecret } from './store-clients.ts'

/** Where apps find the provider. */
export const issuerOf = (publicUrl: URL): string => new URL('/oidc', publicUrl).href

/**
 * Names of people are made per app, whatever hosts its addresses are on: this stands for the app (Core §8.1). Never asked
 * for over the network, so it need not be anywhere.
 */
export const sectorPrefix = 'https://apps.invalid/'

/** What the provider keeps of a client for us. */
export type FurtherMetadata = {
  require_pkce?: boolean
  /** Each by its hash in base64url, good until this moment in milliseconds. */
  previous_secrets?: readonly { hash: string; endsAt: number }[]
}
export const furtherNames = ['require_pkce', 'previous_secrets'] as const satisfies readonly (keyof FurtherMetadata)[]

/**
 * What is set for an app, in the words of the provider (OpenID Connect Dynamic Client Registration §2). `keys` are those of an app
 * that proves itself by them: where it publishes them, they are read by us and never by the provider.
 */
export function clientMetadata(
  client: OidcClient,
  name: string,
  keys: OidcPublicKey[] = [],
): AllClientMetadata & FurtherMetadata {
  const { settings, clientId } = client
  const hasCode = settings.redirectUris.length > 0
  const isSecret = hasSecret(settings)
  return {
    client_id: clientId,
    client_name: name,
    application_type: settings.redirectUris.every((uri) => uri.startsWith('https:')) ? 'web' : 'native',
    redirect_uris: settings.redirectUris,
    post_logout_redirect_uris: settings.postLogoutRedirectUris,
    response_types: hasCode ? ['code'] : [],
    grant_types: [
      ...(hasCode ? ['authorization_code'] : []),
      ...(hasCode && settings.refreshTokens ? ['refresh_token'] : []),
      ...(settings.tokenAuth !== 'none' && settings.clientCredentials ? ['client_credentials'] : []),
    ],
    token_endpoint_auth_method: settings.tokenAuth,
    // Never compared as it is: see `compareSecretsByHash`. The provider wants one to be there.
    ...(isSecret ? { client_secret: client.secretHash?.toString('base64url') ?? 'none' } : {}),
    ...(settings.tokenAuth === 'private_key_jwt' ? { jwks: { keys } as AllClientMetadata['jwks'] } : {}),
    ...(settings.requireDpop ? { dpop_bound_access_tokens: true } : {}),
    ...(isSecret ? { previous_secrets: client.previousSecrets.map(toMetadata) } : {}),
    id_token_signed_response_alg: settings.signing,
    ...(hasCode ? { subject_type: 'pairwise', sector_identifier_uri: `${sectorPrefix}${clientId}` } : {}),
    require_pkce: settings.requirePkce,
    require_pushed_authorization_requests: settings.requirePushedRequests,
    ...(settings.backchannelLogoutUri === null
      ? {}
      : { backchannel_logout_uri: settings.backchannelLogoutUri, backchannel_logout_session_required: true }),
  }
}

/** Whether an app proves itself by a secret, of which we keep the hash. */
export const hasSecret = ({ tokenAuth }: Pick<OidcSettings, 'tokenAuth'>): boolean =>
  tokenAuth === 'client_secret_basic' || tokenAuth === 'client_secret_post'

const toMetadata = ({ hash, endsAt }: PreviousSecret) => ({
  hash: hash.toString('base64url'),
  endsAt: endsAt.getTime(),
})
