/** Encryption of Kerberos messages with AES in CBC mode with ciphertext stealing and HMAC-SHA1-96 (RFC 3962 §5, §6). */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { usageKeys } from './keys.ts'

const block = 16
const macBytes = 12
const zero = Buffer.alloc(block)

export function encrypt(key: Buffer, usage: number, message: Buffer): Buffer {
  const { encryption, integrity } = usageKeys(key, usage)
  const plain = Buffer.concat([randomBytes(block), message])
  return Buffer.concat([encryptStealing(encryption, plain), macOf(integrity, plain)])
}

/** Null when it was not encrypted with this key, or was changed since. */
export function decrypt(key: Buffer, usage: number, sealed: Buffer): Buffer | null {
  if (sealed.length < block + macBytes) return null
  const { encryption, integrity } = usageKeys(key, usage)
  const plain = decryptStealing(encryption, sealed.subarray(0, -macBytes))
  if (!timingSafeEqual(macOf(integrity, plain), sealed.subarray(-macBytes))) return null
  return plain.subarray(block)
}

const macOf = (key: Buffer, plain: Buffer): Buffer =>
  createHmac('sha1', key).update(plain).digest().subarray(0, macBytes)

const cbc = (key: Buffer) => `aes-${key.length * 8}-cbc`

/** The last two blocks change places, and the one now last is cut to what is left of the message. */
export function encryptStealing(key: Buffer, plain: Buffer): Buffer {
  const padded = Buffer.concat([plain, Buffer.alloc((block - (plain.length % block)) % block)])
  const cipher = createCipheriv(cbc(key), key, zero).setAutoPadding(false)
  const whole = Buffer.concat([cipher.update(padded), cipher.final()])
  if (whole.length === block) return whole
  const start = whole.length - 2 * block
  const [before, last] = [whole.subarray(start, start + block), whole.subarray(start + block)]
  return Buffer.concat([whole.subarray(0, start), last, before]).subarray(0, plain.length)
}

export function decryptStealing(key: Buffer, sealed: Buffer): Buffer {
  if (sealed.length <= block) return decryptChained(key, sealed)
  const rest = sealed.length % block || block
  const start = sealed.length - rest - block
  const [last, cut] = [sealed.subarray(start, start + block), sealed.subarray(start + block)]
  const opened = decryptChained(key, last)
  const before = Buffer.concat([cut, opened.subarray(rest)])
  const end = Buffer.from(cut.map((byte, index) => byte ^ (opened[index] ?? 0)))
  return Buffer.concat([decryptChained(key, Buffer.concat([sealed.subarray(0, start), before])), end])
}

function decryptChained(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(cbc(key), key, zero).setAutoPadding(false)
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}
