import { createHash } from 'node:crypto'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Reader } from '../platform/database/database.ts'
import { canonicalJson } from './canonical.ts'
import { type CheckpointLine, readCheckpointFile } from './checkpoint-file.ts'
import { openCheckpoints } from './open-checkpoints.ts'
import { type CheckpointRow, checkpointRows } from './store.ts'
import type { Checkpoint, Finding } from './types.ts'

export type Seals = {
  /** Per chain: what the hash of an entry was when it was sealed. */
  sealed: ReadonlyMap<number, ReadonlyMap<number, { hash: string; at: string }>>
  count: number
  sealedUntil: Date | null
  findings: Finding[]
  notes: string[]
}

export type ReadCheckpointsDeps = {
  keys: Pick<Keyring, 'verify'>
  checkpointFile: string | null
  node?: string | undefined
}

/** Gathers the checkpoints of the file and of the database, and says what is wrong with them as such. */
export async function readCheckpoints(
  { keys, checkpointFile, node }: ReadCheckpointsDeps,
  reader: Reader,
): Promise<Seals> {
  const lines = checkpointFile ? await readCheckpointFile(checkpointFile) : []
  const rows = await checkpointRows(reader)
  const places = [
    ...lines.map(({ number, checkpoint }) => ({
      forged: `Line ${number} of the checkpoint file is not a checkpoint that this service signed.`,
      signed: checkpoint,
      line: number,
    })),
    ...rows.map((row) => ({
      forged: `Checkpoint ${row.number} in the database is not one that this service signed.`,
      signed: row,
      number: row.number,
    })),
  ]
  const opened = openCheckpoints(keys, places)
  const findings = places
    .filter((_place, index) => opened[index] === null)
    .map(({ forged }) => finding('checkpoint_forged', forged))
  findings.push(...repeated(lines), ...gapsBetween(rows, opened.slice(lines.length)))
  const first = new Map(lines.map(({ checkpoint }, index) => [checkpoint?.body, index] as const).reverse())
  const ofFile = opened
    .slice(0, lines.length)
    .filter((each, index) => each && first.get(bodyOf(lines, index)) === index)
  const inside = opened.slice(lines.length).filter((checkpoint) => checkpoint !== null)
  const outside = withRestoresOfOthers(
    ofFile.filter((checkpoint) => checkpoint !== null),
    inside,
  )

  const notes: string[] = []
  if (checkpointFile && lines.length === 0 && rows.length > 0) {
    const others = node === undefined ? null : writtenByOthers(node, inside)
    if (others)
      notes.push(`This node has written no checkpoint yet; those in the database are by ${others.join(', ')}.`)
    else findings.push(finding('checkpoints_missing', `The checkpoint file ${checkpointFile} is missing or empty.`))
  }
  const restored = outside.findLastIndex((checkpoint) => checkpoint.kind === 'restored')
  const sinceRestore = outside.slice(restored + 1)
  const newest = sinceRestore.at(-1)
  const known = inside.at(-1)?.number ?? 0
  if (newest && newest.number > known) {
    const sentence = `The database knows ${known} checkpoints, but number ${newest.number} was written at ${newest.at}: an older copy of it was put in its place.`
    findings.push(finding('restored', sentence))
  }
  const accepted = outside[restored]
  const kept = [
    ...outside.slice(0, restored + 1).map((checkpoint) => upTo(checkpoint, accepted)),
    ...sinceRestore,
    ...inside,
  ]
  if (accepted) notes.push(`A backup was restored by the operator at ${accepted.at}; entries newer than it are gone.`)
  return {
    sealed: headsOf(kept),
    count: Math.max(ofFile.length, inside.length),
    sealedUntil: latest([...sinceRestore, ...inside]),
    findings,
    notes,
  }
}

/**
 * The nodes that wrote the checkpoints of the database, if this one is not among them: it lacks no file then. Null also where
 * the last one names nobody, as all did before several nodes were told apart: it may have been this one's.
 */
function writtenByOthers(node: string, inside: Checkpoint[]): string[] | null {
  const writers = new Set(inside.map((checkpoint) => checkpoint.node).filter((writer) => writer !== undefined))
  return inside.at(-1)?.node === undefined || writers.has(node) ? null : [...writers].sort()
}

const bodyOf = (lines: CheckpointLine[], index: number) => lines[index]?.checkpoint?.body

/** A line is written once: a copy of an old `restored` behind the others would excuse that the end was cut off since. */
function repeated(lines: CheckpointLine[]): Finding[] {
  const seen = new Map<string, number>()
  return lines.flatMap(({ number, checkpoint }) => {
    const before = checkpoint && seen.get(checkpoint.body)
    if (checkpoint && before === undefined) seen.set(checkpoint.body, number)
    if (!before) return []
    return [finding('checkpoint_forged', `Line ${number} of the checkpoint file is a copy of line ${before}.`)]
  })
}

/** In the database nothing is ever taken away: each knows the one before it. What is forged is named already. */
function gapsBetween(rows: CheckpointRow[], opened: (Checkpoint | null)[]): Finding[] {
  return rows.flatMap(({ number }, index) => {
    const before = rows[index - 1]
    const previous = before ? createHash('sha256').update(before.body).digest('hex') : null
    const checkpoint = opened[index]
    if (!checkpoint || checkpoint.previous === previous) return []
    return [
      finding('checkpoints_missing', `The checkpoint before number ${number} in the database was removed or changed.`),
    ]
  })
}

/** A backup that was restored on another node is known by the database: this node's own file has no line for it. */
function withRestoresOfOthers(ofFile: Checkpoint[], inside: Checkpoint[]): Checkpoint[] {
  const known = new Set(ofFile.map((checkpoint) => canonicalJson(checkpoint)))
  const outside = [...ofFile]
  for (const restored of inside.filter(({ kind }) => kind === 'restored')) {
    if (known.has(canonicalJson(restored))) continue
    const after = outside.findIndex(({ at }) => at > restored.at)
    outside.splice(after < 0 ? outside.length : after, 0, restored)
  }
  return outside
}

/** Of a checkpoint from before a restore only what the restored database still held can be asked for. */
function upTo(checkpoint: Checkpoint, restored: Checkpoint | undefined): Checkpoint {
  const last = new Map(restored?.heads.map((head) => [head.chain, head]))
  const isKept = ({ chain, seq, hash }: Checkpoint['heads'][number]) => {
    const head = last.get(chain)
    // At the same place stands the entry of the restore itself, unless nothing came after the backup there.
    return head !== undefined && (seq < head.seq || (seq === head.seq && hash === head.hash))
  }
  return { ...checkpoint, heads: checkpoint.heads.filter(isKept) }
}

function headsOf(checkpoints: Checkpoint[]): Map<number, Map<number, { hash: string; at: string }>> {
  const sealed = new Map<number, Map<number, { hash: string; at: string }>>()
  for (const { heads, at } of checkpoints) {
    for (const { chain, seq, hash } of heads) {
      const ofChain = sealed.get(chain) ?? new Map()
      if (!ofChain.has(seq)) ofChain.set(seq, { hash, at })
      sealed.set(chain, ofChain)
    }
  }
  return sealed
}

function latest(checkpoints: Checkpoint[]): Date | null {
  const at = checkpoints
    .map((checkpoint) => checkpoint.at)
    .sort()
    .at(-1)
  return at ? new Date(at) : null
}

function finding(kind: Finding['kind'], sentence: string): Finding {
  return { kind, sentence, chain: null, seq: null, entryId: null }
}
