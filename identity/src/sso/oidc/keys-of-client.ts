import type { OidcPublicKey, OidcSettings } from '@hallpass/contract/oidc'
import { currentContext } from './each-call.ts'
import type { KeysAtAddress } from './keys-at-address.ts'

/** The keys that an app proves itself by: as they were given, or as it publishes them, which are read when it does prove itself. */
export async function keysOf(at: KeysAtAddress, { jwks, jwksUri }: OidcSettings): Promise<OidcPublicKey[]> {
  if (jwks !== undefined || jwksUri === undefined) return jwks?.keys ?? []
  const assertion = currentContext()?.oidc?.params?.client_assertion
  return typeof assertion === 'string' ? await at.of(jwksUri, kidOf(assertion)) : []
}

/** The name of the key that is said to have signed it. */
function kidOf(assertion: string): string | undefined {
  try {
    const { kid } = JSON.parse(Buffer.from(assertion.split('.', 1)[0] ?? '', 'base64url').toString())
    return typeof kid === 'string' ? kid : undefined
  } catch {
    return undefined
  }
}
