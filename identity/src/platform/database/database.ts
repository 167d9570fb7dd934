import type { Compilable, Kysely, RawBuilder } from 'kysely'

/**
 * Something SQL can be read through: the database or a transaction of it. A slice asks for its own tables with
 * `withTables<OwnTables>()`; another slice's table then does not type-check.
 */
export type Reader = { withTables<Tables>(): Kysely<Tables> }

/**
 * One transaction. A use case that joins one takes it as `tx`; there is no ambient transaction.
 * Work left with `beforeCommit` runs at the end, once per name, in the order it was first left; then what was left with
 * `lastly` is evaluated in one statement that takes the commit along (the trail locks its chain there); work left with
 * `afterCommit` runs once the transaction is durable and must not fail. Facts read with `once` are remembered until then.
 */
export type Tx = Reader & {
  readonly isTransaction: true
  beforeCommit(name: string, work: () => Promise<void>): void
  /** An SQL expression, made and evaluated at the very end, once per name; undefined when there is nothing left to say. */
  lastly(name: string, make: () => RawBuilder<unknown> | undefined): void
  afterCommit(work: () => void): void
  /**
   * Sends a statement whose answer nobody needs along with the next one, at the latest with the commit. Whatever follows
   * sees what it did; when it fails the whole transaction does, with its error.
   */
  soon(query: Compilable<unknown>): void
  /**
   * Work that follows from the rest and must not keep it from being: when the transaction fails after this was begun, it runs
   * again from the start with `later` in place of every such work, which leaves a job behind.
   */
  orLater(work: () => Promise<void>, later: () => Promise<void>): Promise<void>
  /** A value kept for the life of this transaction; made on first use. */
  memo<T>(key: symbol, make: () => T): T
}

export type Database = Reader & {
  /**
   * Runs `work` in a transaction; commits when it returns, rolls back when it throws.
   * Deadlocks and serialization failures (40P01, 40001) are tried again up to 3 times, so `work` must be repeatable.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** True when a trivial query answers within a second. */
  isReachable(): Promise<boolean>
  close(): Promise<void>
}
