import type { SamlAppCertificates, SignOnKey, SignOnKeys } from '@hallpass/contract/sign-on-keys'
import { pemOf } from '../saml/encrypt-assertion.ts'
import { allSamlApps } from '../saml/store-saml.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { certificatesOf } from './certificates-of.ts'
import { fingerprintOf } from './fingerprint.ts'
import { givenCertificates } from './store-certificates.ts'

export type ShowKeysDeps = Pick<SignOnDeps, 'db' | 'signOnKeys' | 'access'>

/** The keys as administrators see them, never the private part; and what each SAML app was given. */
export async function showKeys(deps: ShowKeysDeps): Promise<SignOnKeys> {
  const [items, samlApps] = await Promise.all([listed(deps), samlAppsOf(deps)])
  return { items, samlApps }
}

async function listed(deps: ShowKeysDeps): Promise<SignOnKey[]> {
  const rows = await deps.signOnKeys.list()
  return rows.map((row) => ({
    id: row.id,
    use: row.use,
    algorithm: row.algorithm,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    stateSince: row.state_since.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    certificate: row.certificate && pemOf(row.certificate),
    certificateSha256: row.certificate && fingerprintOf(row.certificate),
  }))
}

async function samlAppsOf({ db, access }: ShowKeysDeps): Promise<SamlAppCertificates[]> {
  const [saml, given] = await Promise.all([allSamlApps(db), givenCertificates(db)])
  const apps = await access.apps(
    db,
    saml.map(({ appId }) => appId),
  )
  return apps
    .filter((app) => app.state === 'active')
    .map(({ id, name }) => ({
      id,
      name,
      holds: given
        .filter(({ appId }) => appId === id)
        .map(({ keyId, notedAt }) => ({ keyId, notedAt: notedAt.toISOString() })),
      own: saml
        .filter(({ appId }) => appId === id)
        .flatMap(({ settings }) => certificatesOf(settings))
        .map(({ purpose, certificate, endsAt }) => ({
          purpose,
          expiresAt: endsAt.toISOString(),
          certificateSha256: fingerprintOf(certificate),
        })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}
