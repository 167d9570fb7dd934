import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Secret } from '../secret.ts'

const magic = 'hallpass backup 1\n'
const chunkBytes = 64 * 1024
const tagBytes = 16
/** Cost of one guess of the passphrase: 128 MiB of memory and about half a second. */
const cost = { N: 2 ** 17, r: 8, p: 1 }

type Header = { salt: string; N: number; r: number; p: number }

/**
 * Encrypts a stream to whoever knows the passphrase: AES-256-GCM in chunks, each bound to its place, the last one marked,
 * so that a chunk changed, moved or missing at the end is noticed. The key is new for each file, so counters are safe nonces.
 */
export async function* encryptStream(source: AsyncIterable<Buffer>, passphrase: Secret): AsyncGenerator<Buffer> {
  const header: Header = { salt: randomBytes(16).toString('base64'), ...cost }
  const start = Buffer.from(`${magic}${JSON.stringify(header)}\n`)
  const key = await deriveKey(passphrase, header)
  yield start
  let counter = 0
  for await (const { chunk, isLast } of inChunks(source)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(counter++, isLast)).setAAD(start)
    const sealed = Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length)
    yield Buffer.concat([length, sealed])
  }
}

export async function* decryptStream(source: AsyncIterable<Buffer>, passphrase: Secret): AsyncGenerator<Buffer> {
  const reader = byteReader(source)
  const start = await readStart(reader)
  const header = JSON.parse(start.toString().slice(magic.length)) as Header
  if (header.N > cost.N || header.r > cost.r || header.p > cost.p) throw damaged()
  const key = await deriveKey(passphrase, header)
  for (let counter = 0, isLast = false; !isLast; counter++) {
    const length = (await reader.exactly(4)).readUInt32BE()
    if (length < tagBytes || length > chunkBytes + tagBytes) throw damaged()
    const sealed = await reader.exactly(length)
    isLast = await reader.isAtEnd()
    yield open(key, start, counter, isLast, sealed)
  }
}

function open(key: Buffer, start: Buffer, counter: number, isLast: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(counter, isLast)).setAAD(start)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  } catch (cause) {
    if (counter === 0) throw new Error('The passphrase is wrong, or the backup was changed.', { cause })
    throw damaged(cause)
  }
}

function damaged(cause?: unknown): Error {
  return new Error('The backup is damaged or was cut off; nothing of it was kept. Use another one.', { cause })
}

function nonce(counter: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(counter))
  bytes.writeUInt8(isLast ? 1 : 0, 11)
  return bytes
}

async function deriveKey(passphrase: Secret, { salt, N, r, p }: Header): Promise<Buffer> {
  const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)
  return derive(passphrase.reveal().normalize('NFC'), Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r })
}

/** Equal chunks, the last one (perhaps empty) marked. */
async function* inChunks(source: AsyncIterable<Buffer>): AsyncGenerator<{ chunk: Buffer; isLast: boolean }> {
  let rest = Buffer.alloc(0)
  for await (const bytes of source) {
    rest = Buffer.concat([rest, bytes])
    while (rest.length > chunkBytes) {
      yield { chunk: rest.subarray(0, chunkBytes), isLast: false }
      rest = rest.subarray(chunkBytes)
    }
  }
  yield { chunk: rest, isLast: true }
}

type ByteReader = { exactly(length: number): Promise<Buffer>; isAtEnd(): Promise<boolean> }

export function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  async function fill(length: number): Promise<boolean> {
    const parts = [held]
    let total = held.length
    while (total < length) {
      const { done, value } = await chunks.next()
      if (done) break
      parts.push(Buffer.from(value))
      total += value.length
    }
    held = Buffer.concat(parts)
    return held.length >= length
  }
  return {
    async exactly(length) {
      if (!(await fill(length))) throw damaged()
      const taken = held.subarray(0, length)
      held = held.subarray(length)
      return taken
    },
    isAtEnd: async () => !(await fill(1)),
  }
}

/** The first two lines: what this is, and how the key is derived. */
async function readStart(reader: ByteReader): Promise<Buffer> {
  const bytes: Buffer[] = []
  for (let lines = 0; lines < 2; ) {
    const byte = await reader.exactly(1).catch(() => Buffer.alloc(0))
    bytes.push(byte)
    if (byte.length === 0 || bytes.length > 500) throw new Error('This file is not a backup of Hallpass.')
    if (byte[0] === 0x0a) lines++
  }
  const start = Buffer.concat(bytes)
  if (!start.toString().startsWith(magic))
    throw new Error('This file is not a backup of Hallpass, or one of a newer release.')
  return start
}
