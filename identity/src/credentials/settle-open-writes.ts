import type { Directory } from '../directory/module.ts'
import { Failure } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import { abandonedMs } from './limits.ts'
import { type SettleDeps, settlePasswordWrite } from './settle-password-write.ts'
import { openWrites, type PasswordWrite } from './store-writes.ts'

export type SettleOpenDeps = SettleDeps & {
  log: Log
  directory: SettleDeps['directory'] & Pick<Directory, 'connectorOf'>
}

/** When a directory stays silent this long, the outcome is written down as unknown and shown so. */
const givenUpMs = 24 * 3_600_000
/** The clock of a directory may be this far behind ours. */
const clockSlackMs = 10 * 60_000
const batch = 100
const actor = { kind: 'system', name: 'credentials.settle-writes' } as const

/**
 * For writes whose process died or whose directory went silent: the state is read back, nothing is written again. A directory
 * that is silent is asked once a round, and what cannot be settled keeps none of the others.
 */
export async function settleOpenWrites(deps: SettleOpenDeps, now: Date): Promise<void> {
  const silent = new Set<string>()
  const startedBefore = new Date(now.getTime() - abandonedMs)
  let after: PasswordWrite | undefined
  do {
    const writes = await openWrites(deps.db, { startedBefore, after, limit: batch })
    for (const write of writes) await settleAlone(deps, write, silent, now)
    after = writes.length < batch ? undefined : writes.at(-1)
  } while (after)
}

async function settleAlone(deps: SettleOpenDeps, write: PasswordWrite, silent: Set<string>, now: Date): Promise<void> {
  try {
    const found = await readBack(deps, write, silent)
    const isGivenUp = write.startedAt.getTime() < now.getTime() - givenUpMs
    if (found === 'silent' && !isGivenUp) return
    const state = found === 'silent' ? 'unknown' : found
    await settlePasswordWrite(deps, write, { state, actor, facts: { readBack: true } })
  } catch (error) {
    if (error instanceof Failure && error.code === 'database_unavailable') throw error
    deps.log.error({ err: error, personId: write.personId }, 'a password write could not be settled')
  }
}

/** `unknown`: the directory answers but does not tell whether it was this write that set the password; `silent`: it does not answer. */
type Found = 'applied' | 'not_applied' | 'unknown' | 'silent'

async function readBack(deps: SettleOpenDeps, write: PasswordWrite, silent: Set<string>): Promise<Found> {
  const { connector, ref, directory } = await deps.directory.connectorOf(deps.db, write.personId)
  if (directory.pausedAt !== null || silent.has(directory.id)) return 'silent'
  try {
    const state = await connector.passwords?.state(ref)
    if (!state) return 'unknown'
    if (!state.present) return 'not_applied'
    if (state.changedAt === null) return 'unknown'
    if (write.changedBefore !== null) return state.changedAt > write.changedBefore ? 'applied' : 'not_applied'
    // Where the directory keeps no time, a sign-in by the password before brings one that looks the same.
    if (state.isReckoned) return 'unknown'
    // A time where there was none may be of this write, or one of long before that could not be read then.
    return state.changedAt.getTime() > write.startedAt.getTime() - clockSlackMs ? 'applied' : 'unknown'
  } catch (error) {
    deps.log.warn({ err: error, personId: write.personId }, 'a password write could not be read back yet')
    silent.add(directory.id)
    return 'silent'
  }
}
