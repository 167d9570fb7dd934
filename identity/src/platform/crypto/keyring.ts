import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign as signRaw,
  timingSafeEqual,
  verify as verifyRaw,
} from 'node:crypto'
import { Secret } from '../secret.ts'

/** What a derived key is for; one purpose never opens or verifies what another made. */
export type KeyPurpose =
  | 'connector-secret'
  | 'mail-body'
  | 'proof-code'
  | 'factor-secret'
  | 'recent-password'
  | 'csrf'
  | 'password-pepper'
  | 'audit-personal'
  | 'cursor'
  | 'sign-on-key'
  | 'dpop-nonce'

/** Keys derived from the master keys, which live outside the database and outside `./data` (docs/decisions/0007). */
export type Keyring = {
  /** HMAC-SHA-256 with the current key of a purpose. 32 bytes. */
  hmac(purpose: KeyPurpose, data: string | Buffer): Buffer
  /** True when some live key of the purpose made this HMAC; constant time. */
  hmacMatches(purpose: KeyPurpose, data: string | Buffer, expected: Buffer): boolean
  /** AES-256-GCM; `aad` binds the envelope to its place: `table.column:rowId`. Text envelope with the key's id. */
  seal(purpose: KeyPurpose, aad: string, value: Secret): string
  /** Opens an envelope of any live key; throws when it was changed, moved to another place, or its key is gone. */
  open(purpose: KeyPurpose, aad: string, sealed: string): Secret
  /** True when the envelope was made with a key that is no longer the current one. */
  isStale(sealed: string): boolean
  /** Ed25519 signature over the trail's checkpoints. */
  sign(data: Buffer): Buffer
  verify(data: Buffer, signature: Buffer): boolean
  /** Public keys of `sign`, raw and base64url: the current one, and those of the other live keys. */
  signers(): { current: string; earlier: string[] }
}

/** A master key: 32 bytes and the name that envelopes carry. The first of a list is current, the rest only open and verify. */
export type MasterKey = { id: string; bytes: Buffer }

export function createKeyring(masterKeys: readonly [MasterKey, ...MasterKey[]]): Keyring {
  const [current] = masterKeys
  const derived = new Map<string, Buffer>()
  const derive = (master: MasterKey, purpose: string): Buffer => {
    const name = `${master.id}/${purpose}`
    const known = derived.get(name)
    if (known) return known
    const key = Buffer.from(hkdfSync('sha256', master.bytes, 'hallpass', `hallpass/${purpose}/v1`, 32))
    derived.set(name, key)
    return key
  }
  // Made into a key once: handed as bytes, each use of it costs six times the hash.
  const hmacKeys = new Map<string, KeyObject>()
  const hmacKey = (master: MasterKey, purpose: KeyPurpose): KeyObject => {
    const name = `${master.id}/${purpose}`
    const known = hmacKeys.get(name)
    if (known) return known
    const key = createSecretKey(derive(master, `hmac/${purpose}`))
    hmacKeys.set(name, key)
    return key
  }
  const hmacWith = (master: MasterKey, purpose: KeyPurpose, data: string | Buffer) =>
    createHmac('sha256', hmacKey(master, purpose)).update(data).digest()

  const signingKey = (master: MasterKey) => ed25519(derive(master, 'sign/trail'))
  const publicKeys = masterKeys.map(
    (master) => createPublicKey(signingKey(master)).export({ format: 'jwk' }).x as string,
  )

  return {
    hmac: (purpose, data) => hmacWith(current, purpose, data),
    hmacMatches: (purpose, data, expected) =>
      masterKeys.some((master) => {
        const made = hmacWith(master, purpose, data)
        return made.length === expected.length && timingSafeEqual(made, expected)
      }),
    seal: (purpose, aad, value) => sealWith(current.id, derive(current, `seal/${purpose}`), aad, value),
    open(purpose, aad, sealed) {
      const master = masterKeys.find((key) => key.id === sealed.split('.')[1])
      if (!master) throw new Error('The key that sealed this value is not in the keyring.')
      return openWith(derive(master, `seal/${purpose}`), aad, sealed)
    },
    isStale: (sealed) => sealed.split('.')[1] !== current.id,
    sign: (data) => signRaw(null, data, signingKey(current)),
    verify: (data, signature) => publicKeys.some((key) => verifySignature(key, data, signature)),
    signers: () => ({ current: publicKeys[0] as string, earlier: publicKeys.slice(1) }),
  }
}

/** Whether a public key, raw and base64url, made this Ed25519 signature. False for what is no key. */
export function verifySignature(publicKey: string, data: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verifyRaw(null, data, key, signature)
  } catch {
    return false
  }
}

/** `v1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url. */
function sealWith(keyId: string, key: Buffer, aad: string, value: Secret): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(aad))
  const text = Buffer.concat([cipher.update(value.reveal(), 'utf8'), cipher.final()])
  return ['v1', keyId, ...[nonce, cipher.getAuthTag(), text].map((part) => part.toString('base64url'))].join('.')
}

function openWith(key: Buffer, aad: string, sealed: string): Secret {
  const [version, , nonce, tag, text] = sealed.split('.')
  if (version !== 'v1' || nonce === undefined || tag === undefined || text === undefined) {
    throw new Error('This is not a sealed value.')
  }
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return new Secret(Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8'))
}

/** PKCS #8 prefix of an Ed25519 private key (RFC 8410 §7); the 32 derived bytes follow. */
const ed25519Prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

function ed25519(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([ed25519Prefix, seed]), format: 'der', type: 'pkcs8' })
}
