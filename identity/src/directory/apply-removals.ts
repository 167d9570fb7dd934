import type { Tx } from '../platform/database/database.ts'
import type { DirectoryDeps } from './deps.ts'
import { personGone } from './events.ts'
import { isHeldBack } from './removal-guard.ts'
import { holdAgainst, markGone, setMissing } from './store/write-people.ts'
import type { SyncSettings } from './types.ts'

type Deps = Pick<DirectoryDeps, 'events' | 'clock' | 'audit'>
export type Removals = { gone: number; heldBack: number; newlyHeldBack: number }

/**
 * Holds who is here against who was seen in the directory. Whoever is not seen is gone, unless so many are missing at
 * once that a wrong base or a half-restored directory is likelier: then they stay as they are, are shown, and go only
 * when an administrator confirmed (`confirmed`: exactly those shown before, still unseen). `readFrom`: when looking began;
 * whoever came since may be missing among those seen without being missing there.
 */
export async function applyRemovals(
  deps: Deps,
  tx: Tx,
  input: { directoryId: string; seen: ReadonlySet<string>; readFrom: Date; limits: SyncSettings; confirmed: boolean },
): Promise<Removals> {
  const now = deps.clock.now()
  const { present, missing, backAgain } = await holdAgainst(tx, input)
  await setMissing(tx, backAgain, null)

  const confirmed = input.confirmed ? missing.filter((row) => row.missingSince !== null) : []
  const rest = input.confirmed ? missing.filter((row) => row.missingSince === null) : missing
  const isHeld = isHeldBack({ missing: rest.length, seen: input.seen.size, present }, input.limits)
  const leaving = isHeld ? confirmed : [...confirmed, ...rest]
  const newlyHeld = isHeld ? rest.filter((row) => row.missingSince === null) : []
  await setMissing(
    tx,
    newlyHeld.map((row) => row.id),
    now,
  )

  const gone = await markGone(
    tx,
    leaving.map((row) => row.id),
    now,
  )
  for (const { id, version } of gone) {
    deps.audit.record(tx, {
      action: 'person.gone',
      actor: { kind: 'system', name: 'directory.sync' },
      subjects: { personId: id, directoryId: input.directoryId },
      after: { state: 'gone' },
    })
    await deps.events.emit(tx, personGone, { personId: id, version })
  }
  return { gone: gone.length, heldBack: isHeld ? rest.length : 0, newlyHeldBack: newlyHeld.length }
}
