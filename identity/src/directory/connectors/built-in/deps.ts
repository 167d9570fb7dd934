import type { Clock } from '../../../platform/clock.ts'
import type { Reader, Tx } from '../../../platform/database/database.ts'
import type { Egress } from '../../../platform/egress/egress.ts'
import type { Ids } from '../../../platform/ids.ts'
import type { PasswordHashes } from './hashes.ts'

/** What the built-in directory stands on. */
export type BuiltInDeps = {
  directoryId: string
  reader: Reader
  /** Runs writes in a transaction: a new one, or the caller's. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The database itself, where writes are no part of a caller's transaction. */
  own: Reader | null
  clock: Clock
  ids: Ids
  hashes: PasswordHashes
  egress?: Pick<Egress, 'fetch'>
}
