import { type Keyring, verifySignature } from '../platform/crypto/keyring.ts'
import type { Checkpoint, SignedCheckpoint } from './types.ts'

export type Place = {
  signed: SignedCheckpoint | null
  /** Its line, of a checkpoint in the file. */
  line?: number
  /** Its number, of a row of the database. */
  number?: number
}

/**
 * The checkpoints among what was signed, in the order given; null for what nobody of this service signed. A key that has left
 * the keyring is still believed for what came before the last checkpoint that names it, by number, time and line: a live key, or
 * one that it vouches for, signed that one and with it whatever was earlier. What such a key signs later is worth nothing.
 */
export function openCheckpoints(keys: Pick<Keyring, 'verify'>, places: readonly Place[]): (Checkpoint | null)[] {
  const opened = places.map((place) => (isSignedBy(place, keys.verify) ? read(place) : null))
  const firstLive = places.find(({ line }, index) => line !== undefined && opened[index])?.line
  const believed = new Map<string, Limit>()
  for (let news = [...places.keys()]; news.length > 0; ) {
    for (const index of news) noteSigners(believed, opened[index], places[index])
    news = []
    for (const [index, place] of places.entries()) {
      if (opened[index] || ![...believed].some(([signer, limit]) => isBefore(place, signer, limit, firstLive))) continue
      opened[index] = read(place)
      if (opened[index]) news.push(index)
    }
  }
  return opened
}

/** The last checkpoint that names a signer, and the last line of the file that does. */
type Limit = { number: number; at: string; line: number | undefined }

function noteSigners(believed: Map<string, Limit>, checkpoint: Checkpoint | null | undefined, place?: Place): void {
  if (!checkpoint) return
  const { number, at, earlierSigners = [] } = checkpoint
  for (const signer of earlierSigners) {
    const known = believed.get(signer)
    const line = Math.max(place?.line ?? 0, known?.line ?? 0) || undefined
    believed.set(signer, known && known.number >= number ? { ...known, line } : { number, at, line })
  }
}

function isBefore(place: Place, signer: string, limit: Limit, firstLive: number | undefined): boolean {
  if (!isSignedBy(place, (data, signature) => verifySignature(signer, data, signature))) return false
  const checkpoint = read(place)
  if (!checkpoint || checkpoint.number >= limit.number || checkpoint.at > limit.at) return false
  return place.line === undefined || place.line < (limit.line ?? firstLive ?? Number.POSITIVE_INFINITY)
}

function isSignedBy({ signed }: Place, verify: Keyring['verify']): boolean {
  return signed !== null && verify(Buffer.from(signed.body), Buffer.from(signed.signature, 'base64url'))
}

/** What stands in the place, if it may stand there. */
function read({ signed, number }: Place): Checkpoint | null {
  const checkpoint = signed && (JSON.parse(signed.body) as Checkpoint)
  return checkpoint && (number === undefined || number === checkpoint.number) ? checkpoint : null
}
