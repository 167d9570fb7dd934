import { saml, samlp, statusCode } from './names.ts'
import type { Signable } from './sign-xml.ts'
import { attributes, text } from './write-xml.ts'

export type MessageFacts = {
  id: string
  issuer: string
  destination: string
  issuedAt: Date
  inResponseTo?: string | null
}

export type Status = { code: string; detail?: string; message?: string }

/** A `samlp:Response` around an assertion that is written already (signed, encrypted or as it is), or around none. */
export function writeResponse(facts: MessageFacts & { status: Status; assertion: string }): Signable {
  return message('Response', facts, status(facts.status) + facts.assertion)
}

export function writeLogoutResponse(facts: MessageFacts & { status: Status }): Signable {
  return message('LogoutResponse', facts, status(facts.status))
}

export type LogoutFacts = MessageFacts & {
  nameId: { format: string; value: string; spNameQualifier: string | null }
  sessionIndex: string
  notOnOrAfter: Date
}

export function writeLogoutRequest(facts: LogoutFacts): Signable {
  const { nameId, sessionIndex } = facts
  const naming = attributes({ Format: nameId.format, SPNameQualifier: nameId.spNameQualifier })
  const content =
    `<saml:NameID xmlns:saml="${saml}"${naming}>${text(nameId.value)}</saml:NameID>` +
    `<samlp:SessionIndex>${text(sessionIndex)}</samlp:SessionIndex>`
  return message('LogoutRequest', facts, content, { NotOnOrAfter: facts.notOnOrAfter.toISOString() })
}

function message(
  name: 'Response' | 'LogoutResponse' | 'LogoutRequest',
  facts: MessageFacts,
  content: string,
  further: Record<string, string> = {},
): Signable {
  const opening = attributes({
    ...further,
    Destination: facts.destination,
    ID: facts.id,
    InResponseTo: facts.inResponseTo ?? null,
    IssueInstant: facts.issuedAt.toISOString(),
    Version: '2.0',
  })
  const issuer = `<saml:Issuer xmlns:saml="${saml}">${text(facts.issuer)}</saml:Issuer>`
  return {
    id: facts.id,
    head: `<samlp:${name} xmlns:samlp="${samlp}"${opening}>${issuer}`,
    tail: `${content}</samlp:${name}>`,
  }
}

function status({ code, detail, message: words }: Status): string {
  const second = detail === undefined ? '' : `<samlp:StatusCode${attributes({ Value: detail })}></samlp:StatusCode>`
  const said = words === undefined ? '' : `<samlp:StatusMessage>${text(words)}</samlp:StatusMessage>`
  return `<samlp:Status><samlp:StatusCode${attributes({ Value: code })}>${second}</samlp:StatusCode>${said}</samlp:Status>`
}

export const success: Status = { code: statusCode.success }
