import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { changedAtOf, type DirectoryConnector, type Passwords, type PersonRef } from './connectors/connector.ts'
import { noteOwnWrite, settleOwnWrite } from './store/own-writes.ts'

/**
 * The same connector, which leaves word of each password it sets: before the write, since its answer may be lost, and
 * after it with the time that the directory gave it. So a sync can tell a password that somebody else set from ours.
 */
export function notingOwnWrites(
  connector: DirectoryConnector,
  directoryId: string,
  deps: { db: Database; clock: Clock },
): DirectoryConnector {
  const { passwords } = connector
  if (passwords === undefined) return connector
  const noted = async (who: PersonRef, write: () => Promise<void>) => {
    await noteOwnWrite(deps.db, directoryId, who.key, deps.clock.now())
    await write()
    // The write is done, whatever becomes of reading it back; then the word of before it counts.
    const setAt = await changedAtOf(passwords, who).catch(() => null)
    if (setAt) await settleOwnWrite(deps.db, directoryId, who.key, setAt)
  }
  const noting: Passwords = {
    ...passwords,
    reset: (who, next, options) => noted(who, () => passwords.reset(who, next, options)),
    change: (who, current, next, options) => noted(who, () => passwords.change(who, current, next, options)),
  }
  bare.set(noting, passwords)
  return { ...connector, passwords: noting }
}

const bare = new WeakMap<Passwords, Passwords>()

/** For whoever leaves word in transactions of their own: the same passwords, whose writes leave none. */
export const withoutNotes = (passwords: Passwords): Passwords => bare.get(passwords) ?? passwords
