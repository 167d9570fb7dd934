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
  /** By its hash; good until this second of the epoch. */
  previous_secret?: string
  previous_secret_ends_at?: number
}
export const furtherNames = [
  'require_pkce',
  'previous_secret',
  'previous_secret_ends_at',
] as const satisfies readonly (keyof FurtherMetadata)[]

/** What is set for an app, in the words of the provider (OpenID Connect Dynamic Client Registration §2). */
export function clientMetadata(client: OidcClient, name: string): AllClientMetadata & FurtherMetadata {
  const { settings, clientId } = client
  const hasCode = settings.redirectUris.length > 0
  const isSecret = settings.tokenAuth !== 'none'
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
      ...(isSecret && settings.clientCredentials ? ['client_credentials'] : []),
    ],
    token_endpoint_auth_method: settings.tokenAuth,
    // Never compared as it is: see `compareSecretsByHash`. The provider wants one to be there.
    ...(isSecret ? { client_secret: client.secretHash?.toString('base64url') ?? 'none' } : {}),
    ...(isSecret && client.previousSecret ? previousSecret(client.previousSecret) : {}),
    id_token_signed_response_alg: settings.signing,
    ...(hasCode ? { subject_type: 'pairwise', sector_identifier_uri: `${sectorPrefix}${clientId}` } : {}),
    require_pkce: settings.requirePkce,
    require_pushed_authorization_requests: settings.requirePushedRequests,
    ...(settings.backchannelLogoutUri === null
      ? {}
      : { backchannel_logout_uri: settings.backchannelLogoutUri, backchannel_logout_session_required: true }),
  }
}

const previousSecret = ({ hash, endsAt }: PreviousSecret): FurtherMetadata => ({
  previous_secret: hash.toString('base64url'),
  previous_secret_ends_at: Math.floor(endsAt.getTime() / 1000),
})
