/** Keys of the AES encryption types of Kerberos (RFC 3961, RFC 3962). */
import { createCipheriv, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** aes256-cts-hmac-sha1-96 and its smaller sister (RFC 3962 §7), with the bytes of their keys. */
export const keyBytes: Readonly<Record<number, number>> = { 18: 32, 17: 16 }

/** RFC 3962 §4. */
export async function keyOfPassword(
  password: string,
  salt: string,
  options: { bytes: number; iterations: number },
): Promise<Buffer> {
  const seed = await derive(
    Buffer.from(password, 'utf8'),
    Buffer.from(salt, 'utf8'),
    options.iterations,
    options.bytes,
    'sha1',
  )
  return derivedKey(seed, Buffer.from('kerberos', 'ascii'))
}

/** The keys for one usage (RFC 3961 §5.3): one to encrypt, one to check that nothing was changed. */
export function usageKeys(key: Buffer, usage: number): { encryption: Buffer; integrity: Buffer } {
  const constant = (last: number) => {
    const bytes = Buffer.alloc(5)
    bytes.writeUInt32BE(usage)
    bytes[4] = last
    return bytes
  }
  return { encryption: derivedKey(key, constant(0xaa)), integrity: derivedKey(key, constant(0x55)) }
}

/** DK (RFC 3961 §5.1): the constant, encrypted over and over. */
function derivedKey(key: Buffer, constant: Buffer): Buffer {
  let block = nFold(constant, 16)
  const blocks: Buffer[] = []
  while (blocks.length * 16 < key.length) {
    block = encryptBlock(key, block)
    blocks.push(block)
  }
  return Buffer.concat(blocks).subarray(0, key.length)
}

function encryptBlock(key: Buffer, block: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  return Buffer.concat([cipher.update(block), cipher.final()])
}

/**
 * RFC 3961 §5.1: copies of the input, each turned 13 bits further to the right, are added up in pieces of the wanted
 * size, with what overflows added at the other end.
 */
export function nFold(input: Buffer, bytes: number): Buffer {
  const total = (input.length * bytes) / commonDivisor(input.length, bytes)
  const copies = Buffer.concat(Array.from({ length: total / input.length }, (_, index) => turnRight(input, 13 * index)))
  const sum = Buffer.alloc(bytes)
  let carry = 0
  for (let at = bytes - 1; at >= 0; at--) {
    for (let piece = 0; piece < total; piece += bytes) carry += copies[piece + at] ?? 0
    sum[at] = carry & 0xff
    carry >>= 8
  }
  while (carry > 0) {
    for (let at = bytes - 1; at >= 0; at--) {
      carry += sum[at] ?? 0
      sum[at] = carry & 0xff
      carry >>= 8
    }
  }
  return sum
}

function turnRight(input: Buffer, bits: number): Buffer {
  const size = BigInt(input.length * 8)
  const by = BigInt(bits) % size
  const value = BigInt(`0x${input.toString('hex')}`)
  const turned = ((value >> by) | (value << (size - by))) & ((1n << size) - 1n)
  return Buffer.from(turned.toString(16).padStart(input.length * 2, '0'), 'hex')
}

const commonDivisor = (one: number, other: number): number => (other === 0 ? one : commonDivisor(other, one % other))
