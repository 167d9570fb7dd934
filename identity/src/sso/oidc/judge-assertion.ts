import { errors, type KoaContextWithOIDC } from 'oidc-provider'

/** Seconds that an assertion may hold from now on; a minute of them is for clocks that differ. */
const lifetimeMax = 300 + 60

/** What other tokens are called is no assertion of an app, even if its key signed it (RFC 8725 §3.11). */
const types: readonly unknown[] = [undefined, 'jwt', 'client-authentication+jwt']

/**
 * What an app signs to prove itself is for us alone and for now: its audience is our issuer and nothing else. An address of ours
 * beside it, or in its place, would let another provider that the app trusts have such an assertion made and bring it here.
 */
export async function judgeAssertion(
  context: KoaContextWithOIDC,
  claims: Record<string, unknown>,
  header: Record<string, unknown>,
): Promise<void> {
  const { aud, exp } = claims
  const audiences: unknown[] = Array.isArray(aud) ? aud : [aud]
  if (audiences.length !== 1 || audiences[0] !== context.oidc.issuer)
    throw new errors.InvalidClientAuth('aud must be the issuer and nothing else')
  if (typeof exp !== 'number' || exp > Date.now() / 1000 + lifetimeMax)
    throw new errors.InvalidClientAuth('exp must be within five minutes')
  const type = typeof header.typ === 'string' ? header.typ.toLowerCase().replace(/^application\//, '') : header.typ
  if (!types.includes(type)) throw new errors.InvalidClientAuth('typ must be that of an assertion of a client')
}
