import type { Database } from '../platform/database/database.ts'
import { deletePersonalValues } from './store.ts'
import type { Actor, Audit } from './types.ts'

/**
 * Takes every value about a person out of the trail, while the entries and their chains stay whole. Needs the database
 * as the owner of its tables: the running service may not remove anything. Answers how many values there were.
 */
export function erasePersonalValues(
  { db, audit }: { db: Database; audit: Pick<Audit, 'record'> },
  { personId, actor }: { personId: string; actor: Actor },
): Promise<number> {
  return db.transaction(async (tx) => {
    const { count, newest } = await deletePersonalValues(tx, personId)
    const after = { count, ...(newest ? { until: newest.toISOString() } : {}) }
    audit.record(tx, { action: 'trail.values_erased', actor, subjects: { personId }, after })
    return count
  })
}
