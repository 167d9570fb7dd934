import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { type ReadCheckpointsDeps, readCheckpoints } from './read-checkpoints.ts'
import { chainsInUse, erasuresByPerson, openIntentIds, readSnapshot } from './store.ts'
import type { Finding, Verification } from './types.ts'
import { type ChainReport, verifyChain } from './verify-chain.ts'

export type VerifyDeps = ReadCheckpointsDeps & { db: Database; clock: Clock }

/**
 * Reads the whole trail at one instant and holds it against itself and against its checkpoints. Names what was changed,
 * removed, reordered, cut off, rewritten as a whole, or put back from an old copy. Nothing newer than the last checkpoint
 * is sealed yet: there a rewritten end would not show.
 */
export async function verifyTrail(deps: VerifyDeps): Promise<Verification> {
  return readSnapshot(deps.db, async (reader) => {
    const seals = await readCheckpoints(deps, reader)
    const chains = [...new Set([...(await chainsInUse(reader)), ...seals.sealed.keys()])].sort((a, b) => a - b)
    const reports: ChainReport[] = []
    const erasures = await erasuresByPerson(reader)
    for (const chain of chains)
      reports.push(await verifyChain(reader, chain, { sealed: seals.sealed.get(chain) ?? new Map(), erasures }))
    const hidden = hiddenIntents(reports, await openIntentIds(reader))
    const findings = [...seals.findings, ...reports.flatMap((report) => report.findings), ...hidden]
    const sum = (of: (report: ChainReport) => number) => reports.reduce((total, report) => total + of(report), 0)
    return {
      ok: findings.length === 0,
      verifiedAt: deps.clock.now(),
      entries: sum((report) => report.entries),
      chains: chains.length,
      checkpoints: seals.count,
      sealedUntil: seals.sealedUntil,
      unsealedEntries: sum((report) => report.unsealed),
      erasedValues: sum((report) => report.erasedValues),
      findings,
      notes: seals.notes,
    }
  })
}

/** The list of open intents is kept for speed; the chains say what it must hold. */
function hiddenIntents(reports: ChainReport[], listed: string[]): Finding[] {
  const open = new Set(reports.flatMap((report) => report.intents))
  for (const id of reports.flatMap((report) => report.answered)) open.delete(id)
  for (const id of listed) open.delete(id)
  return [...open].map((entryId) => ({
    kind: 'intent_hidden',
    sentence: `The intent ${entryId} has no outcome, but is missing from the list of open ones.`,
    chain: null,
    seq: null,
    entryId,
  }))
}
