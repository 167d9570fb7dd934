import { type Keyring, verifySignature } from '../platform/crypto/keyring.ts'
import type { Checkpoint, SignedCheckpoint } from './types.ts'

/**
 * The checkpoints among what was signed, in the order given; null for what nobody of this service signed. A key that has left
 * the keyring is still believed for what came before the last checkpoint that names it, since a live key, or one that it
 * vouches for, signed that one.
 */
export function openCheckpoints(
  keys: Pick<Keyring, 'verify'>,
  signed: readonly (SignedCheckpoint | null)[],
): (Checkpoint | null)[] {
  const opened: (Checkpoint | null)[] = signed.map((each) =>
    each && isSignedBy(each, keys.verify) ? read(each) : null,
  )
  const believedUpTo = new Map<string, number>()
  for (let news = opened.filter((each) => each !== null); news.length > 0; ) {
    for (const { number, earlierSigners = [] } of news)
      for (const signer of earlierSigners) believedUpTo.set(signer, Math.max(number, believedUpTo.get(signer) ?? 0))
    news = []
    for (const [index, each] of signed.entries()) {
      if (!each || opened[index]) continue
      const checkpoint = [...believedUpTo].some(
        ([signer, number]) =>
          isSignedBy(each, (data, signature) => verifySignature(signer, data, signature)) && read(each).number < number,
      )
      if (!checkpoint) continue
      opened[index] = read(each)
      news.push(read(each))
    }
  }
  return opened
}

function isSignedBy({ body, signature }: SignedCheckpoint, verify: Keyring['verify']): boolean {
  return verify(Buffer.from(body), Buffer.from(signature, 'base64url'))
}

const read = ({ body }: SignedCheckpoint) => JSON.parse(body) as Checkpoint
