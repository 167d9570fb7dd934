import { createHash } from 'node:crypto'

/** As administrators compare it: pairs of hexadecimal digits. */
export function fingerprintOf(certificate: string): string {
  const digest = createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('hex').toUpperCase()
  return (digest.match(/../g) ?? []).join(':')
}
