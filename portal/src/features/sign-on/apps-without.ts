import type { SamlAppCertificates, SignOnKeys } from '@hallpass/contract/sign-on-keys'

/** SAML apps that were not given the certificate in use, or the one that follows. Pure. */
export function appsWithout(all: SignOnKeys, state: 'current' | 'next'): SamlAppCertificates[] {
  const key = all.items.find((one) => one.use === 'saml' && one.state === state)
  return all.samlApps.filter(({ holds }) => !holds.some(({ keyId }) => keyId === key?.id))
}
