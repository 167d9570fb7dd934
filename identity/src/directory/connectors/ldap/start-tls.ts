import { BerReader } from 'ldapts'

const oid = '1.3.6.1.4.1.1466.20037'

/** The StartTLS request as bytes: message 1, extended request, request name (RFC 4511 §4.12, §4.14). */
export const startTlsRequest = Buffer.concat([
  Buffer.from([0x30, oid.length + 7, 0x02, 0x01, 0x01, 0x77, oid.length + 2, 0x80, oid.length]),
  Buffer.from(oid, 'ascii'),
])

/** True for exactly one extended response of message 1 with result code success, and not one byte more. */
export function isStartTlsAccepted(answer: Buffer): boolean {
  try {
    const reader = new BerReader(answer)
    if (reader.readSequence() !== 0x30 || reader.offset + reader.length !== answer.length) return false
    if (reader.readInt() !== 1) return false
    if (reader.readSequence(0x78) !== 0x78) return false
    return reader.readEnumeration() === 0
  } catch {
    return false
  }
}
