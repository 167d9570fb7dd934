import type { Query } from '../query/parse-query.ts'
import type { Clock } from './clock.ts'
import type { Dictionary } from './dictionary.ts'
import type { Secrets } from './secrets.ts'

/** One record: column → value. Every value is a string; '' is empty. Computed columns (journals) read as ''. */
export type Row = Readonly<Record<string, string>>

/** Some columns and their new values; '' clears one. */
export type Values = Readonly<Record<string, string>>

/** On whose behalf something happens. It travels to worker threads, so it is plain data. */
export type Who = {
  /** sys_id in sys_user; '' for a guest. */
  userId: string
  userName: string
  /** Names of all effective roles, the inherited ones included. */
  roles: ReadonlySet<string>
  /** The platform itself: no access rule is asked. */
  isSystem: boolean
}

export type FindOptions = {
  limit?: number
  offset?: number
  /** Used where the query itself says no order; a leading `-` means descending. */
  orderBy?: readonly string[]
  /** Who `javascript:gs.getUserID()` and the like in the query speak of. */
  who?: Who
}

/** What became of a write: the record as stored, or the words of the rule that stopped it. */
export type WriteOutcome = { row: Row } | { aborted: string }

export type WriteOptions = {
  /** GlideRecord.setWorkflow(false): rules are not run. Engines that must always run ask for `runsAlways`. */
  withoutRules?: boolean
  /** GlideRecord.autoSysFields(false): sys_updated_* and sys_mod_count stay. */
  withoutSysFields?: boolean
  /** GlideRecord.setForceUpdate(true): written though nothing differs. */
  isForced?: boolean
}

/** The data of an instance. Synchronous; each call is one statement or a few, and no call spans a transaction. */
export type Records = {
  readonly clock: Clock
  /** What tables and columns there are; read again whenever sys_db_object or sys_dictionary change, in any thread. */
  readonly dictionary: Dictionary
  /** The record with that sys_id in the table or in one that extends it. */
  get(table: string, sysId: string): Row | null
  find(table: string, query: string | Query, options?: FindOptions): Row[]
  count(table: string, query: string | Query, who?: Who): number
  /** Whether a record, stored or not, meets a query: conditions of business rules, flows and access rules. */
  matches(table: string, row: Row, query: string | Query, who?: Who): boolean
  /** Rows of an SQL select list over `record r`; only for code that builds that list from the dictionary. */
  aggregate(
    table: string,
    query: string | Query,
    select: string,
    who?: Who,
    groupBy?: readonly string[],
  ): Record<string, string | number | null>[]
  /**
   * Fills defaults, number, sys_* columns and sys_class_name; splits journal columns off; runs rules. A `sys_id` among
   * the values is kept. Unknown columns are ignored, as the platform does. @throws NoSuchTable
   */
  insert(table: string, values: Values, who: Who, options?: WriteOptions): WriteOutcome
  /** Null when there is no such record. Writing what is there already changes nothing and runs no rule. */
  update(table: string, sysId: string, values: Values, who: Who, options?: WriteOptions): WriteOutcome | null
  /** Null when there was no such record. References to it are left as they are. */
  remove(table: string, sysId: string, who: Who, options?: WriteOptions): WriteOutcome | null
  /** What a person reads in place of a value: a label of a choice, the name of a record, a journal's entries. */
  display(table: string, row: Row, column: string, who?: Who): string
  /** The display value of a whole record (its number, its name). */
  displayOf(table: string, row: Row): string
  /** Adds rules; those added first run first. */
  useRules(rules: RecordRules): void
  /** Refuses a record whose values in these columns, all of them filled, another of the table has: a unique index. */
  holdUnique(table: string, columns: readonly string[]): void
  /** sys_properties. */
  property(name: string): string | null
  /** Seals and opens values of password2 columns. */
  readonly secrets: Secrets
  newId(): string
  /** Another number whenever access rules or roles were written, in any thread. */
  accessVersion(): number
  /** Many writes as one, for loading; other threads wait meanwhile, so nothing in it may wait for them. */
  together(work: () => void): void
  close(): void
}

export type Operation = 'insert' | 'update' | 'delete'

/** What a rule is told about a write. */
export type Change = {
  op: Operation
  /** The record's own class, e.g. sc_req_item where the write named task. */
  table: string
  /** As it will be (before) or is (after); of a delete, as it was. Journal columns hold what is being added. */
  current: Row
  /** As it was; null for an insert. */
  previous: Row | null
  who: Who
}

/** What happens because a record changes. Engines of the platform and business rules of an app are the same to the store. */
export type RecordRules = {
  /** Run even where the writer said `withoutRules`. */
  runsAlways?: boolean
  /** May change values or stop the write. */
  before?(change: Change, records: Records): { values: Values } | { aborted: string } | undefined
  after?(change: Change, records: Records): void
}
