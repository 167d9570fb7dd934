import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical.ts'
import type { Body } from './types.ts'

/** Hash of an entry, from its place and the entry before it; the same as `audit_append` computes. */
export function entryHash(chain: number, seq: number, prev: Buffer, body: Body): Buffer {
  const text = `${chain}\n${seq}\n${prev.toString('hex')}\n${canonicalJson(body)}`
  return createHash('sha256').update(text, 'utf8').digest()
}

/** How a value about a person appears in the chain: without the salt, even a guessable value cannot be recognised in it. */
export function personalHash(salt: Buffer, value: unknown): string {
  return createHash('sha256').update(salt).update(canonicalJson(value), 'utf8').digest('base64url')
}
