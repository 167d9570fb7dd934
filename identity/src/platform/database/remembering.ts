import type { Database, Reader } from './database.ts'
import { remember } from './once.ts'

/**
 * The database as one answer to one caller sees it: what its transaction read is not read again to describe the outcome.
 * Made per call and thrown away with it; every transaction begins with nothing remembered.
 */
export function remembering(db: Database): Database {
  const one: Database = {
    ...db,
    async transaction(work) {
      let last: Reader | undefined
      const result = await db.transaction((tx) => {
        last = tx
        return work(tx)
      })
      remember(one, last)
      return result
    },
  }
  return remember(one)
}
