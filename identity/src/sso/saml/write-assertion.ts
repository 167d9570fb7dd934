import { saml } from './names.ts'
import type { Signable } from './sign-xml.ts'
import { attributes, text } from './write-xml.ts'

export type AssertionFacts = {
  id: string
  issuer: string
  audience: string
  /** Where it is delivered; nobody else may accept it. */
  recipient: string
  inResponseTo: string | null
  nameId: { format: string; value: string; spNameQualifier: string | null }
  sessionIndex: string
  /** When the person proved who they are. */
  authenticatedAt: Date
  contextClass: string
  attributes: readonly { name: string; nameFormat: string; values: readonly string[] }[]
  issuedAt: Date
  notBefore: Date
  notOnOrAfter: Date
  /** When the app should ask again at the latest. */
  sessionEndsAt: Date | null
}

/** A bearer assertion (saml-profiles §4.1.4.2) in exclusive canonical form: each prefix declared where it is first used. */
export function writeAssertion(facts: AssertionFacts): Signable {
  const { id, issuer, issuedAt } = facts
  const opening = attributes({ ID: id, IssueInstant: issuedAt.toISOString(), Version: '2.0' })
  return {
    id,
    head: `<saml:Assertion xmlns:saml="${saml}"${opening}><saml:Issuer>${text(issuer)}</saml:Issuer>`,
    tail: `${subject(facts)}${conditions(facts)}${statement(facts)}${attributeStatement(facts)}</saml:Assertion>`,
  }
}

function subject({ nameId, recipient, inResponseTo, notOnOrAfter }: AssertionFacts): string {
  const naming = attributes({ Format: nameId.format, SPNameQualifier: nameId.spNameQualifier })
  const data = attributes({
    InResponseTo: inResponseTo,
    NotOnOrAfter: notOnOrAfter.toISOString(),
    Recipient: recipient,
  })
  return (
    `<saml:Subject><saml:NameID${naming}>${text(nameId.value)}</saml:NameID>` +
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
    `<saml:SubjectConfirmationData${data}></saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>`
  )
}

function conditions({ audience, notBefore, notOnOrAfter }: AssertionFacts): string {
  const validity = attributes({ NotBefore: notBefore.toISOString(), NotOnOrAfter: notOnOrAfter.toISOString() })
  return (
    `<saml:Conditions${validity}><saml:AudienceRestriction><saml:Audience>${text(audience)}</saml:Audience>` +
    '</saml:AudienceRestriction></saml:Conditions>'
  )
}

function statement({ authenticatedAt, sessionIndex, sessionEndsAt, contextClass }: AssertionFacts): string {
  const proof = attributes({
    AuthnInstant: authenticatedAt.toISOString(),
    SessionIndex: sessionIndex,
    SessionNotOnOrAfter: sessionEndsAt?.toISOString() ?? null,
  })
  return (
    `<saml:AuthnStatement${proof}><saml:AuthnContext><saml:AuthnContextClassRef>${text(contextClass)}` +
    '</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>'
  )
}

/** Left out when empty: the schema wants at least one attribute in it. */
function attributeStatement(facts: AssertionFacts): string {
  const listed = facts.attributes.filter(({ values }) => values.length > 0)
  if (listed.length === 0) return ''
  const each = listed.map(({ name, nameFormat, values }) => {
    const written = values.map((value) => `<saml:AttributeValue>${text(value)}</saml:AttributeValue>`).join('')
    return `<saml:Attribute${attributes({ Name: name, NameFormat: nameFormat })}>${written}</saml:Attribute>`
  })
  return `<saml:AttributeStatement>${each.join('')}</saml:AttributeStatement>`
}
