import type { SignOnDeps } from '../sign-on/deps.ts'
import type { SigningKey } from './sign-xml.ts'

/** The key that signs now, and the certificates apps should know: the one in use, then the one that follows. */
export async function samlKeys(
  deps: Pick<SignOnDeps, 'signOnKeys'>,
): Promise<{ key: SigningKey; expiresAt: Date; certificates: string[] }> {
  const keys = await deps.signOnKeys.of('saml')
  const current = keys.find((each) => each.state === 'current')
  const next = keys.find((each) => each.state === 'next')
  if (!current?.certificate || !current.expires_at) throw new Error('there is no current key for SAML')
  return {
    key: { id: current.id, privateKey: current.privateKey, certificate: current.certificate },
    expiresAt: current.expires_at,
    certificates: [current.certificate, ...(next?.certificate ? [next.certificate] : [])],
  }
}
