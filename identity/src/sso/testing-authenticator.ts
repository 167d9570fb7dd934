/** What a person holds in tests: an authenticator app, and a security key in software that signs as WebAuthn says. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { TOTP } from 'otpauth'
import type { Browser } from './testing-browser.ts'

/** The code that an authenticator app shows at that time. */
export function codeAt(secret: string, at: Date): string {
  return new TOTP({ secret }).generate({ timestamp: at.getTime() })
}

type CreationOptions = { challenge: string; rp: { id: string }; user: { id: string } }
type RequestOptions = { challenge: string; rpId: string }

export type SecurityKey = {
  create(options: CreationOptions): object
  get(options: RequestOptions): object
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url')
const u32 = (value: number) => {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32BE(value)
  return buffer
}
const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
/** CBOR of a byte string; long enough for what is needed here. */
const cborBytes = (data: Buffer) =>
  Buffer.concat([
    data.length < 256 ? Buffer.from([0x58, data.length]) : Buffer.concat([Buffer.from([0x59]), u16(data.length)]),
    data,
  ])

/** User present and verified; with an attested credential. */
const upUvAt = 0x45
const upUv = 0x05

/** May be copied to other devices, and was (WebAuthn §6.1.3, BE and BS). */
const synced = 0x18

/** Stays in its stick, or `isSynced`: is copied between the devices of its person. */
export function securityKey(origin: string, { isSynced = false } = {}): SecurityKey {
  const copied = isSynced ? synced : 0
  const id = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  let counter = 0
  let userHandle = ''
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (rpId: string, flags: number) => {
    counter += 1
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), u32(counter)])
  }
  const wrap = (response: object) => ({
    id: b64(id),
    rawId: b64(id),
    type: 'public-key',
    response,
    clientExtensionResults: {},
  })
  return {
    create({ challenge, rp, user }) {
      userHandle = user.id
      const authData = Buffer.concat([
        head(rp.id, upUvAt | copied),
        Buffer.alloc(16),
        u16(id.length),
        id,
        coseOf(publicKey),
      ])
      // {"fmt": "none", "attStmt": {}, "authData": …} in CBOR.
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from('fmt'),
        Buffer.from([0x64]),
        Buffer.from('none'),
        Buffer.from([0x67]),
        Buffer.from('attStmt'),
        Buffer.from([0xa0, 0x68]),
        Buffer.from('authData'),
        cborBytes(authData),
      ])
      return wrap({
        clientDataJSON: b64(clientData('webauthn.create', challenge)),
        attestationObject: b64(attestationObject),
        transports: ['usb'],
      })
    },
    get({ challenge, rpId }) {
      const client = clientData('webauthn.get', challenge)
      const authData = head(rpId, upUv | copied)
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)
      return wrap({
        clientDataJSON: b64(client),
        authenticatorData: b64(authData),
        signature: b64(signature),
        userHandle,
      })
    },
  }
}

/** A P-256 key as COSE (RFC 9053 §7.1.1): EC2, ES256, x and y. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ])
}

/** Adds an authenticator app through the portal's own calls; answers its secret. */
export async function addTotp(browser: Browser, now: () => Date): Promise<string> {
  const started = (await browser.call('/api/factors/totp', { method: 'POST', body: {} })).json()
  const code = codeAt(started.secret, now())
  const body = { enrolmentId: started.enrolmentId, name: 'Phone', code }
  const added = await browser.call('/api/factors', { method: 'POST', body })
  if (added.statusCode !== 201) throw new Error(`the factor was not added: ${added.body}`)
  return started.secret
}

export async function addPasskey(browser: Browser, key: SecurityKey): Promise<void> {
  const started = (await browser.call('/api/factors/passkeys', { method: 'POST', body: {} })).json()
  const body = { enrolmentId: started.enrolmentId, name: 'Key', response: key.create(started.options) }
  const added = await browser.call('/api/factors', { method: 'POST', body })
  if (added.statusCode !== 201) throw new Error(`the passkey was not added: ${added.body}`)
}
