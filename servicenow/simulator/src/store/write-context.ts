import type { Database } from './database.ts'
import type { RecordRules, Records } from './records.ts'

/** What writing a record needs. */
export type WriteContext = {
  database: Database
  records: Records
  rules: readonly RecordRules[]
  /** Tables, columns or choices were written. */
  dictionaryChanged(): void
  /** Access rules, or roles, were written. */
  accessChanged(): void
}
