import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Reader } from '../platform/database/database.ts'
import { readCheckpointFile } from './checkpoint-file.ts'
import { checkpointRows } from './store.ts'
import type { Checkpoint, Finding, SignedCheckpoint } from './types.ts'

export type Seals = {
  /** Per chain: what the hash of an entry was when it was sealed. */
  sealed: ReadonlyMap<number, ReadonlyMap<number, { hash: string; at: string }>>
  count: number
  sealedUntil: Date | null
  findings: Finding[]
  notes: string[]
}

type Deps = { keys: Pick<Keyring, 'verify'>; checkpointFile: string | null }

/** Gathers the checkpoints of the file and of the database, and says what is wrong with them as such. */
export async function readCheckpoints({ keys, checkpointFile }: Deps, reader: Reader): Promise<Seals> {
  const findings: Finding[] = []
  const open = (signed: SignedCheckpoint | null, where: string): Checkpoint | null => {
    const checkpoint = signed && openSigned(keys, signed)
    if (!checkpoint)
      findings.push(finding('checkpoint_forged', `${where} is not a checkpoint that this service signed.`))
    return checkpoint
  }
  const lines = checkpointFile ? await readCheckpointFile(checkpointFile) : []
  const inFile = lines.map((line) => open(line.checkpoint, `Line ${line.number} of the checkpoint file`))
  const rows = await checkpointRows(reader)
  const inDatabase = rows.map((row) => open(row, `Checkpoint ${row.number} in the database`))
  const outside = inFile.filter((checkpoint) => checkpoint !== null)
  const inside = inDatabase.filter((checkpoint) => checkpoint !== null)

  if (checkpointFile && lines.length === 0 && rows.length > 0) {
    findings.push(finding('checkpoints_missing', `The checkpoint file ${checkpointFile} is missing or empty.`))
  }
  const restored = outside.findLastIndex((checkpoint) => checkpoint.kind === 'restored')
  const sinceRestore = outside.slice(restored + 1)
  const newest = sinceRestore.at(-1)
  const known = inside.at(-1)?.number ?? 0
  if (newest && newest.number > known) {
    const older = `The database knows ${known} checkpoints, but number ${newest.number} was written at ${newest.at}`
    findings.push(finding('restored', `${older}: an older copy of it was put in its place.`))
  }
  const accepted = outside[restored]
  const kept = [
    ...outside.slice(0, restored + 1).map((checkpoint) => upTo(checkpoint, accepted)),
    ...sinceRestore,
    ...inside,
  ]
  return {
    sealed: headsOf(kept),
    count: Math.max(outside.length, inside.length),
    sealedUntil: latest([...sinceRestore, ...inside]),
    findings,
    notes: accepted ? [`A backup was restored by the operator at ${accepted.at}; entries newer than it are gone.`] : [],
  }
}

function openSigned(keys: Pick<Keyring, 'verify'>, { body, signature }: SignedCheckpoint): Checkpoint | null {
  if (!keys.verify(Buffer.from(body), Buffer.from(signature, 'base64url'))) return null
  return JSON.parse(body) as Checkpoint
}

/** Of a checkpoint from before a restore only what the restored database still held can be asked for. */
function upTo(checkpoint: Checkpoint, restored: Checkpoint | undefined): Checkpoint {
  const last = new Map(restored?.heads.map((head) => [head.chain, head.seq]))
  return { ...checkpoint, heads: checkpoint.heads.filter((head) => head.seq <= (last.get(head.chain) ?? 0)) }
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
