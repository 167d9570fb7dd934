import type { SamlAppCertificates, SignOnKey, SignOnKeys } from '@hallpass/contract/sign-on-keys'

export type HeldNext = { key: SignOnKey & { expiresAt: string }; apps: SamlAppCertificates[] }

/** From here on the service would make the certificate that follows anew, if no app had it. */
const renewedMs = 365 * 86_400_000

/**
 * The SAML certificate that follows, where it ends within a year and apps were given it: the service then leaves it as it is,
 * and mails only of the end of the one in use. Null where there is nothing to say. Pure.
 */
export function heldNext(all: SignOnKeys, now: Date): HeldNext | null {
  const key = all.items.find(({ use, state }) => use === 'saml' && state === 'next')
  const { expiresAt = null } = key ?? {}
  if (!key || expiresAt === null || new Date(expiresAt).getTime() - now.getTime() > renewedMs) return null
  const apps = all.samlApps.filter(({ holds }) => holds.some(({ keyId }) => keyId === key.id))
  return apps.length === 0 ? null : { key: { ...key, expiresAt }, apps }
}
