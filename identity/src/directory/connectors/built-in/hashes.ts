import { hash as argon2Hash, verify as argon2Verify } from '@node-rs/argon2'
import type { Keyring } from '../../../platform/crypto/keyring.ts'
import { Secret } from '../../../platform/secret.ts'

/** Argon2id: KiB, passes and lanes. */
export type HashCost = { memoryCost: number; timeCost: number; parallelism: number }

/** OWASP's smallest setting: 19 MiB, two passes, one lane. What the service hashes with, always. */
const fullCost: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const argon2id = 2

/** Hashing is kept to two at once for the whole process: a storm of sign-ins must not starve everything else. */
const enter = queue(2)

/**
 * Argon2id strings, each sealed with a key outside the database and bound to its account. The seal is the pepper: a
 * stolen database alone cannot be guessed at, and unlike a keyed hash it survives the rotation of the master key.
 */
export type PasswordHashes = {
  make(accountId: string, password: Secret): Promise<string>
  matches(accountId: string, sealed: string, password: Secret): Promise<boolean>
  /** Takes as long as a comparison; for accounts that have no password. Always false. */
  pretend(password: Secret): Promise<false>
}

/** `given`: for tests of what comes after a password, where thousands are hashed that nobody will ever guess at. */
export function passwordHashes(keys: Pick<Keyring, 'seal' | 'open'>, given: HashCost = fullCost): PasswordHashes {
  const cost = { ...given, algorithm: argon2id }
  let stranger: Promise<string> | undefined
  return {
    async make(accountId, password) {
      const hash = await enter(() => argon2Hash(normal(password), cost))
      return keys.seal('password-pepper', placeOf(accountId), new Secret(hash))
    },
    async matches(accountId, sealed, password) {
      const hash = keys.open('password-pepper', placeOf(accountId), sealed).reveal()
      return await enter(() => argon2Verify(hash, normal(password)))
    },
    async pretend(password) {
      stranger ??= enter(() => argon2Hash('nobody has this password', cost))
      const hash = await stranger
      await enter(() => argon2Verify(hash, normal(password)))
      return false
    },
  }
}

const placeOf = (accountId: string) => `builtin_passwords.hash:${accountId}`

/** The same password typed on two keyboards is the same characters (NFC; NIST SP 800-63B-4 §3.1.1.2). */
export const normal = (password: Secret): string => password.reveal().normalize('NFC')

function queue(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
