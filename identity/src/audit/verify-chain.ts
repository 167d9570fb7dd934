import type { Reader } from '../platform/database/database.ts'
import { entryHash, personalHash } from './chain.ts'
import { type EntryRow, entriesOfChain, personalOf, seqOfHash } from './store.ts'
import type { Body, Finding } from './types.ts'

type Sealed = ReadonlyMap<number, { hash: string; at: string }>

/** What one chain showed; `intents` are those of it, `answered` the intents its outcomes name. */
export type ChainReport = {
  entries: number
  unsealed: number
  erasedValues: number
  intents: string[]
  answered: string[]
  findings: Finding[]
}

const batchSize = 1000
const findingsMax = 25

/** Until when values about a person were taken out of the trail, by the entries that say so. */
export type Erasures = ReadonlyMap<string, Date>

/** Reads one chain from its first entry to its last, computing every hash again. */
export async function verifyChain(
  reader: Reader,
  chain: number,
  { sealed, erasures }: { sealed: Sealed; erasures: Erasures },
): Promise<ChainReport> {
  const report: ChainReport = { entries: 0, unsealed: 0, erasedValues: 0, intents: [], answered: [], findings: [] }
  const walk = { chain, seq: 0, hash: Buffer.alloc(0) as Buffer, isLinked: true, shift: 0 }
  const sealedUpTo = Math.max(0, ...sealed.keys())
  for (;;) {
    const rows = await entriesOfChain(reader, chain, walk.seq, batchSize)
    if (rows.length === 0) break
    await verifyPersonal(reader, rows, erasures, report)
    for (const row of rows) {
      await verifyEntry(reader, row, walk, report.findings)
      verifySeal(row, sealed.get(row.seq), report.findings)
      if (row.body.kind === 'intent') report.intents.push(row.body.id)
      if (row.body.intentId) report.answered.push(row.body.intentId)
      if (row.seq > sealedUpTo) report.unsealed++
      report.entries++
    }
  }
  if (sealedUpTo > walk.seq) report.findings.push(cutOff(chain, walk.seq, sealedUpTo, sealed))
  report.findings = abridge(report.findings)
  return report
}

type Walk = { chain: number; seq: number; hash: Buffer; isLinked: boolean; shift: number }

async function verifyEntry(reader: Reader, row: EntryRow, walk: Walk, findings: Finding[]): Promise<void> {
  const expected = walk.seq + 1
  if (row.seq !== expected) {
    findings.push(at(row, 'removed', `Entries ${expected} to ${row.seq - 1} of chain ${row.chain} were removed.`))
    walk.isLinked = false
  }
  const isWhole = entryHash(row.chain, row.seq + walk.shift, row.prev, row.body).equals(row.hash)
  if (!isWhole) findings.push(...(await nameFault(reader, row, walk)))
  else if (row.body.at !== row.at.toISOString()) findings.push(changed(row, 'its time was changed'))
  else if (walk.isLinked && !row.prev.equals(walk.hash)) findings.push(changed(row, 'the entry before it was changed'))
  walk.seq = row.seq
  walk.hash = row.hash
  walk.isLinked = true
}

/** An entry whose own hash does not fit: moved from another place, moved up after a removal, or changed. */
async function nameFault(reader: Reader, row: EntryRow, walk: Walk): Promise<Finding[]> {
  const fits = (seq: number) => seq > 0 && entryHash(row.chain, seq, row.prev, row.body).equals(row.hash)
  const before = row.prev.length === 0 ? 0 : await seqOfHash(reader, row.chain, row.prev)
  if (before !== null && fits(before + 1)) {
    return [at(row, 'reordered', `Entry ${row.seq} of chain ${row.chain} stood at ${before + 1} when it was recorded.`)]
  }
  for (let shift = walk.shift + 1; shift <= walk.shift + 500; shift++) {
    if (!fits(row.seq + shift)) continue
    const removed = shift - walk.shift
    walk.shift = shift
    return [
      at(
        row,
        'removed',
        `${removed} entries before entry ${row.seq} of chain ${row.chain} were removed and the rest renumbered.`,
      ),
    ]
  }
  return [changed(row, 'its content does not fit its hash')]
}

function verifySeal(row: EntryRow, seal: { hash: string; at: string } | undefined, findings: Finding[]): void {
  if (!seal || seal.hash === row.hash.toString('hex')) return
  if (findings.some((finding) => finding.kind === 'rebuilt')) return
  findings.push(
    at(
      row,
      'rebuilt',
      `Chain ${row.chain} was rewritten at or before entry ${row.seq}: it is not what was sealed at ${seal.at}.`,
    ),
  )
}

async function verifyPersonal(
  reader: Reader,
  rows: EntryRow[],
  erasures: Erasures,
  report: ChainReport,
): Promise<void> {
  const ids = rows.filter((row) => row.body.personal).map((row) => row.body.id)
  const values = Map.groupBy(await personalOf(reader, ids), (value) => value.entry_id)
  for (const row of rows) {
    const kept = values.get(row.body.id) ?? []
    const hashes = row.body.personal ?? {}
    const missing = Object.keys(hashes).filter((name) => !kept.some((value) => value.name === name))
    report.erasedValues += missing.length
    const taken = missing.find((name) => !wasErased(row, name, erasures))
    if (taken)
      report.findings.push(
        at(
          row,
          'personal_changed',
          `The value ${taken} beside entry ${row.seq} of chain ${row.chain} is gone, and nobody erased it.`,
        ),
      )
    const wrong = kept.find((value) => personalHash(value.salt, value.value) !== hashes[value.name])
    if (!wrong) continue
    const sentence = `The value ${wrong.name} beside entry ${row.seq} of chain ${row.chain} is not the one that was recorded.`
    report.findings.push(at(row, 'personal_changed', sentence))
  }
}

/** Values are erased by person only, and each belongs to one: the address to who acted, the rest to whom it is about. */
function wasErased({ at, body }: EntryRow, name: string, erasures: Erasures): boolean {
  const until = erasures.get(personOf(body, name) ?? '')
  return until !== undefined && at <= until
}

function personOf({ actor, subjects }: Body, name: string): string | undefined {
  if (name !== 'address') return subjects.personId
  return actor.kind === 'person' ? actor.personId : undefined
}

function cutOff(chain: number, seq: number, sealedUpTo: number, sealed: Sealed): Finding {
  const sentence = `Chain ${chain} ends at entry ${seq}, but ${sealedUpTo} entries were sealed at ${sealed.get(sealedUpTo)?.at}: the last ${sealedUpTo - seq} were cut off.`
  return { kind: 'cut_off', sentence, chain, seq: seq + 1, entryId: null }
}

function changed(row: EntryRow, how: string): Finding {
  return at(row, 'changed', `Entry ${row.seq} of chain ${row.chain} is not as it was recorded: ${how}.`)
}

function at(row: EntryRow, kind: Finding['kind'], sentence: string): Finding {
  return { kind, sentence, chain: row.chain, seq: row.seq, entryId: row.body.id }
}

/** After the first ones the rest says nothing new. One of each kind is always kept. */
function abridge(findings: Finding[]): Finding[] {
  if (findings.length <= findingsMax) return findings
  const kinds = new Set(findings.slice(0, findingsMax).map((finding) => finding.kind))
  const others = findings.slice(findingsMax).filter((finding) => !kinds.has(finding.kind) && kinds.add(finding.kind))
  return [...findings.slice(0, findingsMax), ...others]
}
