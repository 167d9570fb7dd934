import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { Clock } from '../../platform/clock.ts'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import type { Ids } from '../../platform/ids.ts'
import { Secret } from '../../platform/secret.ts'
import { newSigningCertificate } from './certificate.ts'
import {
  dropKeys,
  insertKey,
  type KeyAlgorithm,
  type KeyRow,
  type KeyState,
  type KeyUse,
  listKeys,
  moveBack,
  moveOn,
} from './store-keys.ts'

export type OpenKey = Omit<KeyRow, 'sealed_key' | 'public_jwk'> & { privateKey: KeyObject; publicKey: KeyObject }

export type SignOnKeys = {
  /** Makes what is missing and opens all there is; a key that cannot be opened is a fault that stops the start. */
  ensure(): Promise<void>
  /** The keys of a use, opened; kept in memory by id, states read anew each time. */
  of(use: KeyUse): Promise<OpenKey[]>
  list(): Promise<KeyRow[]>
  /** Puts the next keys of a use in service and makes new next ones. */
  rotate(tx: Tx, use: KeyUse): Promise<void>
  /** Puts the keys before in service again; those in use become the next ones. */
  putBack(tx: Tx, use: KeyUse): Promise<void>
  /** Makes the next keys of a use anew. */
  renewNext(tx: Tx, use: KeyUse): Promise<void>
}

export type SignOnKeysDeps = {
  db: Database
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'seal' | 'open'>
  /** Host name of the service, for certificates. */
  publicUrl: URL
}

const algorithms: Record<KeyUse, readonly KeyAlgorithm[]> = { saml: ['RS256'], oidc: ['RS256', 'ES256'] }
/** SAML apps pin a certificate and people exchange it by hand, so it lives long; there is a warning before it ends. */
const certificateDays = 3 * 365
/** What follows must outlive what it follows, although both may be made on one day. */
const nextCertificateDays = 2 * certificateDays

export function createSignOnKeys(deps: SignOnKeysDeps): SignOnKeys {
  const { db, clock } = deps
  const opened = new Map<string, { privateKey: KeyObject; publicKey: KeyObject }>()
  const open = (row: KeyRow) => {
    const known = opened.get(row.id)
    if (known) return known
    const privateKey = readKey(deps, row)
    const pair = { privateKey, publicKey: createPublicKey(privateKey) }
    opened.set(row.id, pair)
    return pair
  }
  const fill = async (tx: Tx, use: KeyUse, states: readonly KeyState[]) => {
    const there = new Set((await listKeys(tx, use)).map((row) => `${row.algorithm} ${row.state}`))
    for (const algorithm of algorithms[use])
      for (const state of states)
        if (!there.has(`${algorithm} ${state}`)) await insertKey(tx, await newKey(deps, use, algorithm, state))
  }
  return {
    async ensure() {
      const rows = await listKeys(db)
      for (const row of rows) open(row)
      for (const use of ['saml', 'oidc'] as const)
        if (rows.filter((row) => row.use === use && row.state !== 'previous').length < algorithms[use].length * 2)
          await db.transaction((tx) => fill(tx, use, ['current', 'next']))
    },
    async of(use) {
      const rows = await listKeys(db, use)
      return rows.map(({ sealed_key, public_jwk, ...row }) => ({ ...row, ...open({ ...row, sealed_key, public_jwk }) }))
    },
    list: () => listKeys(db),
    async rotate(tx, use) {
      await moveOn(tx, use, clock.now())
      await fill(tx, use, ['current', 'next'])
    },
    async putBack(tx, use) {
      await moveBack(tx, use, clock.now())
      await fill(tx, use, ['current', 'next'])
    },
    async renewNext(tx, use) {
      await dropKeys(tx, use, 'next')
      await fill(tx, use, ['next'])
    },
  }
}

function readKey(deps: SignOnKeysDeps, row: KeyRow): KeyObject {
  try {
    const pem = deps.keys.open('sign-on-key', placeOf(row.id), row.sealed_key)
    return createPrivateKey(pem.reveal())
  } catch (cause) {
    throw new Failure(
      'internal',
      'sign_on_key_unreadable',
      'A key that signs people on to apps cannot be opened: the master key is not the one it was sealed with.',
      { cause },
    )
  }
}

async function newKey(deps: SignOnKeysDeps, use: KeyUse, algorithm: KeyAlgorithm, state: KeyState): Promise<KeyRow> {
  const id = deps.ids.next()
  const now = deps.clock.now()
  const days = state === 'next' ? nextCertificateDays : certificateDays
  const expires = new Date(now.getTime() + days * 86_400_000)
  const made =
    use === 'saml'
      ? await newSigningCertificate({
          commonName: deps.publicUrl.hostname,
          serialNumber: id.replaceAll('-', ''),
          notBefore: new Date(now.getTime() - 86_400_000),
          notAfter: expires,
        })
      : { privateKey: await newPrivateKey(algorithm), certificate: null }
  const pem = made.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
  return {
    id,
    use,
    algorithm,
    state,
    certificate: made.certificate,
    public_jwk: createPublicKey(made.privateKey).export({ format: 'jwk' }),
    sealed_key: deps.keys.seal('sign-on-key', placeOf(id), new Secret(pem)),
    created_at: now,
    state_since: now,
    expires_at: use === 'saml' ? expires : null,
  }
}

const generate = promisify(generateKeyPair)

async function newPrivateKey(algorithm: KeyAlgorithm): Promise<KeyObject> {
  if (algorithm === 'ES256') return (await generate('ec', { namedCurve: 'P-256' })).privateKey
  return (await generate('rsa', { modulusLength: 2048 })).privateKey
}

const placeOf = (id: string): string => `sign_on_keys.sealed_key:${id}`
