import { randomUUID } from 'node:crypto'
import type { OidcSettings } from '@hallpass/contract/oidc'
import type { SignOnRule } from '@hallpass/contract/sign-on-policy'
import type { App } from '../../app.ts'
import { hashOfToken } from '../../credentials/module.ts'
import { findOidcClient, saveOidcClient, setSecretHash } from '../../sso/oidc/store-clients.ts'
import { firstPolicy } from '../../sso/sign-on-policy.ts'
import { insertVersion, newestVersions } from '../../sso/store-policy.ts'
import type { CompanyFile } from './company-file.ts'
import { seedActor } from './seed-actor.ts'

/** Salesforce opens by single sign-on, and nobody gets into it with a password alone. */
export async function seedSignOn(app: App, appId: string, { salesforce }: CompanyFile): Promise<void> {
  if (!salesforce.oidc) return
  const { clientId, clientSecret, redirectUri } = salesforce.oidc
  const { db, clock } = app.foundation
  const settings: OidcSettings = {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [],
    tokenAuth: 'client_secret_basic',
    requirePkce: true,
    requirePushedRequests: false,
    signing: 'RS256',
    refreshTokens: false,
    clientCredentials: false,
    backchannelLogoutUri: null,
    claims: [],
  }
  await db.transaction(async (tx) => {
    if (await findOidcClient(tx, appId)) return
    await saveOidcClient(tx, { appId, clientId, settings, version: 0 }, clock.now())
    await setSecretHash(tx, appId, hashOfToken(clientSecret), { now: clock.now() })
    app.audit.record(tx, { action: 'app.oidc_set', actor: seedActor, subjects: { appId }, after: settings })
  })
  await db.transaction(async (tx) => {
    if ((await newestVersions(tx, 1)).length > 0) return
    const rules = [twoFactorsFor(appId)]
    await insertVersion(tx, {
      version: 1,
      rules,
      otherwise: firstPolicy.otherwise,
      authorId: null,
      madeAt: clock.now(),
    })
    const after = { version: 1, rules, otherwise: firstPolicy.otherwise }
    app.audit.record(tx, { action: 'sign_on_policy.changed', actor: seedActor, subjects: {}, after })
  })
}

const twoFactorsFor = (appId: string): SignOnRule => ({
  id: randomUUID(),
  name: 'Salesforce wants a second factor',
  enabled: true,
  when: { purposes: ['launch'], appIds: [appId], groupIds: [], roles: [], networks: [], notNetworks: [] },
  demand: { proof: 'two', kinds: [], maxAgeMinutes: null, rememberDays: 0 },
})
