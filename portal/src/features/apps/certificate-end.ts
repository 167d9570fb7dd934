/**
 * Until when a pasted certificate holds, read in the browser so that an old one is seen before it is saved. Pure; it checks
 * nothing: the service refuses what is not a certificate. X.690 (DER) and RFC 5280 section 4.1: the dates are the fifth part
 * of what is signed, behind an optional version, serial number, algorithm and issuer.
 */
export function certificateEnd(certificate: string): Date | null {
  try {
    const bytes = bytesOf(certificate)
    const whole = partAt(bytes, 0)
    const signed = partAt(bytes, whole.start)
    let part = partAt(bytes, signed.start)
    if (part.tag === 0xa0) part = partAt(bytes, part.end)
    for (let skipped = 0; skipped < 3; skipped += 1) part = partAt(bytes, part.end)
    const until = partAt(bytes, partAt(bytes, part.start).end)
    return dateOf(until.tag, new TextDecoder().decode(bytes.subarray(until.start, until.end)))
  } catch {
    return null
  }
}

type Part = { tag: number; start: number; end: number }

function bytesOf(certificate: string): Uint8Array {
  const base64 = certificate.replace(/-----[A-Z ]+-----/g, '').replace(/\s+/g, '')
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** Tag and bounds of the part that begins at `at`. Lengths above 127 say first how many bytes they take. */
function partAt(bytes: Uint8Array, at: number): Part {
  const tag = byteAt(bytes, at)
  const first = byteAt(bytes, at + 1)
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first }
  const count = first & 0x7f
  let length = 0
  for (let place = 0; place < count; place += 1) length = length * 256 + byteAt(bytes, at + 2 + place)
  return { tag, start: at + 2 + count, end: at + 2 + count + length }
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError('The certificate ends too early.')
  return byte
}

/** UTCTime has two digits for the year and means 1950 to 2049 (RFC 5280 section 4.1.2.5.1); GeneralizedTime has four. */
function dateOf(tag: number, text: string): Date | null {
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19'
  const whole = tag === 0x17 ? century + text : text
  const fields = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(whole)
  if (!fields) return null
  const [, year, month, day, hour, minute, second] = fields
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
