import type { OidcOfApp } from '@hallpass/contract/oidc'
import { appUnknown } from '../errors.ts'
import { stepNames } from '../saml/expression.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { factNames } from '../sign-on/person-facts.ts'
import { issuerOf } from './client-metadata.ts'
import { lastEnd } from './put-oidc.ts'
import { findOidcClient, isLive } from './store-clients.ts'

/** How an app is set up for OpenID Connect, and all that its own administrator has to copy. */
export async function showOidc(
  deps: Pick<SignOnDeps, 'db' | 'clock' | 'access' | 'publicUrl'>,
  appId: string,
): Promise<OidcOfApp> {
  const app = await deps.access.app(deps.db, appId)
  if (!app || app.builtIn) throw appUnknown()
  const client = await findOidcClient(deps.db, appId)
  const issuer = issuerOf(deps.publicUrl)
  const now = deps.clock.now()
  return {
    settings: client?.settings ?? null,
    clientId: client?.clientId ?? null,
    hasSecret: client?.secretHash != null,
    previousSecretEndsAt: lastEnd((client?.previousSecrets ?? []).filter((each) => isLive(each, now))),
    version: client?.version ?? 0,
    setup: {
      issuer,
      discoveryUrl: `${issuer}/.well-known/openid-configuration`,
      authorizationUrl: `${issuer}/auth`,
      tokenUrl: `${issuer}/token`,
      userinfoUrl: `${issuer}/me`,
      jwksUrl: `${issuer}/jwks`,
      endSessionUrl: `${issuer}/session/end`,
    },
    scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
    values: [...factNames],
    steps: [...stepNames],
  }
}
