import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Secret } from '../secret.ts'
import type { MasterKey } from './keyring.ts'

/** Reads `base64` or several of them separated by commas or spaces; the first is current. Throws a sentence on bad input. */
export function parseMasterKeys(value: Secret): [MasterKey, ...MasterKey[]] {
  const keys = value
    .reveal()
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(toMasterKey)
  const [first, ...rest] = keys
  if (!first) throw new Error('holds no key')
  return [first, ...rest]
}

function toMasterKey(text: string): MasterKey {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 32) throw new Error('must be 32 bytes in base64 (openssl rand -base64 32)')
  return { id: createHash('sha256').update('hallpass/key-id').update(bytes).digest('hex').slice(0, 8), bytes }
}

/**
 * Makes the key file on first start, readable by its owner alone. Returns its text. Two starts at once agree on one key.
 * Where a key must be there already, none is made.
 */
export function readOrMakeKeyFile(path: string, { makesKey }: { makesKey: boolean }): string {
  if (!existsSync(path)) {
    if (!makesKey) throw new Error('is not there: put the master key in place, no new one is made here')
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    try {
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(path, 'utf8')
}
