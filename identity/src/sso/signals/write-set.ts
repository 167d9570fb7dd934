import { type KeyObject, sign } from 'node:crypto'

export const eventType = {
  sessionRevoked: 'https://schemas.openid.net/secevent/caep/event-type/session-revoked',
  verification: 'https://schemas.openid.net/secevent/ssf/event-type/verification',
} as const

/** Whom or what an event is about (RFC 9493 §3, SSF 1.0 §4). */
export type Subject =
  | { format: 'iss_sub'; iss: string; sub: string }
  | { format: 'email'; email: string }
  | { format: 'opaque'; id: string }
  | { format: 'complex'; user: Subject; session: Subject }

export type SecurityEvent = {
  issuer: string
  audience: string
  /** The same for every delivery of one event, so that the receiver takes it once. */
  id: string
  subject: Subject
  type: string
  content: object
}

/** A Security Event Token (RFC 8417), signed RS256: the algorithm that every receiver has to know (CAEP interoperability). */
export function writeSet(event: SecurityEvent, key: { id: string; privateKey: KeyObject }, now: Date): string {
  const header = { alg: 'RS256', typ: 'secevent+jwt', kid: key.id }
  const claims = {
    iss: event.issuer,
    jti: event.id,
    iat: Math.floor(now.getTime() / 1000),
    aud: event.audience,
    sub_id: event.subject,
    events: { [event.type]: event.content },
  }
  const content = `${encoded(header)}.${encoded(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), key.privateKey).toString('base64url')}`
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
