import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Ids } from '../platform/ids.ts'
import type { Secret } from '../platform/secret.ts'

/** Which password we set last, for as long as its directory may take the one before (security B.10). */
export type RecentPasswords = {
  keep(personId: string, password: Secret, minutes: number): Promise<void>
  /** Null when none is kept. */
  matches(personId: string, password: Secret): Promise<boolean | null>
  forgetEnded(now: Date): Promise<void>
}

type Kept = { salt: string; hmac: string; until: string }

/** A little longer than the directory's own window, for clocks that differ. */
const marginMs = 5 * 60_000
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/**
 * One file a person, the newest password only: HMAC with a master key over Argon2id. They are in a folder beside the
 * master key and never in the database or a backup of it, so that neither a dump nor a backup helps to guess a password.
 */
export function recentPasswords(deps: {
  folder: string | null
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac' | 'hmacMatches'>
}): RecentPasswords {
  const { folder, clock, ids, keys } = deps
  if (folder === null) return { keep: async () => {}, matches: async () => null, forgetEnded: async () => {} }
  const fileOf = (personId: string) => join(folder, `${personId}.json`)
  return {
    async keep(personId, password, minutes) {
      const salt = randomBytes(16)
      const hmac = keys.hmac('recent-password', await slow(personId, password, salt)).toString('base64')
      const until = new Date(clock.now().getTime() + minutes * 60_000 + marginMs).toISOString()
      const kept: Kept = { salt: salt.toString('base64'), hmac, until }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = join(folder, `${ids.next()}.draft`)
      await writeFile(draft, JSON.stringify(kept), { mode: 0o600 })
      await rename(draft, fileOf(personId))
    },
    async matches(personId, password) {
      const kept = await read(fileOf(personId))
      if (!kept || new Date(kept.until) <= clock.now()) return null
      const hash = await slow(personId, password, Buffer.from(kept.salt, 'base64'))
      return keys.hmacMatches('recent-password', hash, Buffer.from(kept.hmac, 'base64'))
    },
    async forgetEnded(now) {
      for (const name of await readdir(folder).catch(() => [])) {
        const path = join(folder, name)
        const kept = await read(path)
        if (kept && new Date(kept.until) <= now) await rm(path, { force: true })
      }
    },
  }
}

async function slow(personId: string, password: Secret, salt: Buffer): Promise<Buffer> {
  const hash = await hashRaw(password.reveal(), { ...cost, salt })
  return Buffer.concat([Buffer.from(`${personId}:`), hash])
}

async function read(path: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Kept
  } catch {
    return null
  }
}
