/** A passkey without a browser, for tests: P-256 keys, answers as WebAuthn level 3 asks for, user verified. */
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyResponse } from './types.ts'

export type Authenticator = {
  create(options: Record<string, unknown>, origin?: string): PasskeyResponse
  get(options: Record<string, unknown>, changes?: { origin?: string; isVerified?: boolean }): PasskeyResponse
  /** The same key in somebody else's hands: counts on its own. */
  copy(): Authenticator
}

const home = 'https://id.acme.example'

export function openAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  return authenticator(privateKey.export({ format: 'pem', type: 'pkcs8' }) as string, { x, y }, randomBytes(16), 0)
}

function authenticator(pem: string, point: { x: string; y: string }, id: Buffer, start: number): Authenticator {
  const key = createPrivateKey(pem)
  let counter = start
  const credentialId = id.toString('base64url')
  const answer = (response: Record<string, unknown>): PasskeyResponse => ({
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    response,
    clientExtensionResults: {},
  })
  return {
    create(options, origin = home) {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(point)])
      const data = Buffer.concat([authenticatorData(options, 0x45, counter), attested])
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(data)],
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', options, origin).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      })
    },
    get(options, { origin = home, isVerified = true } = {}) {
      counter += 1
      const data = authenticatorData(options, isVerified ? 0x05 : 0x01, counter)
      const client = clientData('webauthn.get', options, origin)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, key).toString('base64url'),
      })
    },
    copy: () => authenticator(pem, point, id, counter - 1),
  }
}

function authenticatorData(options: Record<string, unknown>, flags: number, counter: number): Buffer {
  const rpId = String(options.rpId ?? (options.rp as { id?: string } | undefined)?.id)
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count])
}

const clientData = (type: string, options: Record<string, unknown>, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge: options.challenge, origin, crossOrigin: false }))

/** CBOR (RFC 8949), as much of it as a key and its envelope need. */
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
function bytes(value: Buffer): Buffer {
  const head = Buffer.from([0x59, 0, 0])
  head.writeUInt16BE(value.length, 1)
  return Buffer.concat([head, value])
}
function coseKey({ x, y }: { x: string; y: string }): Buffer {
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')])
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), coordinate(0x21, x), coordinate(0x22, y)])
}
