import { castPerson, ldapPassword } from '@hallpass/counterparts/acme'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { bareClient } from './bare-provider.ts'
import { type FastClient, fastClient } from './fast-client.ts'

export type OidcApp = { issuer: string; clientId: string; secret: string; redirectUri: string }

/** Sets one of the sample's apps up as an OpenID Connect client, the way an administrator does. */
export async function makeOidcApp(company: SampleCompany, name: string): Promise<OidcApp> {
  const admin = fastClient(company.url, 1)
  await admin.signIn('ivan', castPerson('ivan').password)
  const { items } = await admin.get<{ items: { id: string; name: string }[] }>(`/api/apps?q=${name}`)
  const app = items.find((each) => each.name === name)
  if (!app) throw new Error(`The sample has no app called ${name}.`)
  const { redirectUri } = bareClient
  const { setup } = await admin.put<{ setup: { issuer: string } }>(`/api/apps/${app.id}/oidc`, {
    version: 0,
    settings: {
      redirectUris: [redirectUri],
      postLogoutRedirectUris: [],
      tokenAuth: 'client_secret_basic',
      requirePkce: true,
      requirePushedRequests: false,
      signing: 'ES256',
      refreshTokens: false,
      clientCredentials: true,
      backchannelLogoutUri: null,
      claims: [],
    },
  })
  const made = await admin.post<{ clientId: string; secret: string }>(`/api/apps/${app.id}/oidc/secret`, {})
  return { issuer: setup.issuer, ...made, redirectUri }
}

/** Somebody of OpenLDAP with a session of their own. */
export async function signedIn(company: SampleCompany, login: string, n: number): Promise<FastClient> {
  const client = fastClient(company.url, n)
  await client.signIn(login, ldapPassword)
  return client
}

export function basic(clientId: string, secret: string): string {
  return `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}`
}
