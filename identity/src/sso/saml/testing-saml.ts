/** Messages and keys for tests of SAML. */
import { randomBytes } from 'node:crypto'
import { newSigningCertificate } from '../keys/certificate.ts'
import { context, nameIdFormat } from './names.ts'
import type { SigningKey } from './sign-xml.ts'
import type { AssertionFacts } from './write-assertion.ts'

export const idpEntityId = 'https://id.acme.example/saml/metadata'
export const spEntityId = 'https://sp.example/metadata'
export const acsUrl = 'https://sp.example/acs'

export const messageId = (): string => `_${randomBytes(16).toString('hex')}`

export async function testKey(commonName: string): Promise<SigningKey> {
  const now = Date.now()
  const made = await newSigningCertificate({
    commonName,
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 86_400_000),
    serialNumber: '01',
  })
  return { id: commonName, ...made }
}

export function assertionFacts(changes: Partial<AssertionFacts> = {}): AssertionFacts {
  const now = Date.now()
  return {
    id: messageId(),
    issuer: idpEntityId,
    audience: spEntityId,
    recipient: acsUrl,
    inResponseTo: null,
    nameId: { format: nameIdFormat.emailAddress, value: 'molly@acme.example', spNameQualifier: null },
    sessionIndex: messageId(),
    authenticatedAt: new Date(now),
    contextClass: context.password,
    attributes: [],
    issuedAt: new Date(now),
    notBefore: new Date(now - 30_000),
    notOnOrAfter: new Date(now + 300_000),
    sessionEndsAt: null,
    ...changes,
  }
}
