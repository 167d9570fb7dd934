import { X509Certificate } from 'node:crypto'
import type { SamlSettings } from '@hallpass/contract/saml'
import { pemOf } from '../saml/encrypt-assertion.ts'

export type CertificateOfApp = { purpose: 'signing' | 'encryption'; certificate: string; endsAt: Date }

/** The certificates that an app gave us: what checks its messages, and what assertions are encrypted for. */
export function certificatesOf(settings: Pick<SamlSettings, 'signingCertificates' | 'encryption'>): CertificateOfApp[] {
  const signing = settings.signingCertificates.map((certificate) => ({ purpose: 'signing' as const, certificate }))
  const { encryption } = settings
  const all = [
    ...signing,
    ...(encryption ? [{ purpose: 'encryption' as const, certificate: encryption.certificate }] : []),
  ]
  return all.map((each) => ({ ...each, endsAt: new X509Certificate(pemOf(each.certificate)).validToDate }))
}
