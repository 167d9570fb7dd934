import { createHash } from 'node:crypto'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import { canonicalJson } from './canonical.ts'
import { appendCheckpoint } from './checkpoint-file.ts'
import { addCheckpoint, chainHeads, lastCheckpointRow } from './store.ts'
import type { Checkpoint } from './types.ts'

export type CheckpointDeps = {
  db: Database
  keys: Pick<Keyring, 'sign' | 'signers'>
  checkpointFile: string | null
  node?: string | undefined
}

const restMsMax = 3_600_000

/**
 * Seals the trail as it is now: the heads of its chains, signed, kept in the database and copied to a file outside it.
 * The row comes first: a file that knows more than its database means that the database was put back.
 * Nothing is written while nothing was recorded, but for one an hour.
 */
export async function writeCheckpoint(
  { db, keys, checkpointFile, node }: CheckpointDeps,
  { now, kind = 'checkpoint' }: { now: Date; kind?: Checkpoint['kind'] },
): Promise<Checkpoint | null> {
  const written = await db.transaction(async (tx) => {
    const last = await lastCheckpointRow(tx)
    const heads = (await chainHeads(tx)).map(({ chain, seq, hash }) => ({ chain, seq, hash: hash.toString('hex') }))
    const { earlier } = keys.signers()
    if (kind === 'checkpoint' && last && isResting(last, heads, earlier, now)) return null
    const checkpoint: Checkpoint = {
      kind,
      number: (last?.number ?? 0) + 1,
      at: now.toISOString(),
      heads,
      previous: last ? createHash('sha256').update(last.body).digest('hex') : null,
      ...(earlier.length > 0 ? { earlierSigners: earlier } : {}),
      ...(node === undefined ? {} : { node }),
    }
    const body = canonicalJson(checkpoint)
    const signature = keys.sign(Buffer.from(body)).toString('base64url')
    await addCheckpoint(tx, { number: checkpoint.number, at: now, body, signature })
    return { checkpoint, signed: { body, signature } }
  })
  if (!written) return null
  if (checkpointFile) await appendCheckpoint(checkpointFile, written.signed)
  return written.checkpoint
}

type Last = { at: Date; body: string }

function isResting(last: Last, heads: Checkpoint['heads'], earlier: string[], now: Date): boolean {
  if (now.getTime() - last.at.getTime() > restMsMax) return false
  const body = JSON.parse(last.body) as Checkpoint
  if (!earlier.every((signer) => body.earlierSigners?.includes(signer))) return false
  return canonicalJson(body.heads) === canonicalJson(heads)
}
