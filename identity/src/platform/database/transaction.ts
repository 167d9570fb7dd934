import {
  AbortedTransactionError,
  type CompiledQuery,
  type Kysely,
  type RawBuilder,
  sql,
  type Transaction,
} from 'kysely'
import type pg from 'pg'
import { rethrowFault } from './connection-faults.ts'
import type { Tx } from './database.ts'
import type { Engine } from './executors.ts'
import { remember } from './once.ts'
import { type TransactionTrips, transactionTrips } from './transaction-trips.ts'

const attemptsMax = 3
/** serialization_failure and deadlock_detected: PostgreSQL asks for the whole transaction to be run again. */
const retryable = new Set(['40001', '40P01'])

/**
 * Runs `work` in a transaction, then what it left for the end; again from the start on a deadlock, and once more without
 * what can be done later. A savepoint would not do for that: what is left for the end would still tell what was taken back.
 */
export async function runTransaction<T>(deps: RunTransactionDeps, work: (tx: Tx) => Promise<T>): Promise<T> {
  let leaves = false
  for (let attempt = 1; ; attempt++) {
    const follow = { leaves, isBegun: false }
    try {
      return await runOnce(deps, work, follow)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (attempt < attemptsMax && code !== undefined && retryable.has(code)) continue
      // A database that is away may have committed; nothing is done twice to find out. Who gave up on a lock (55P03) said so.
      if (leaves || !follow.isBegun || code === 'database_unavailable' || code === '55P03') throw error
      leaves = true
    }
  }
}

/** What can be done later: whether this attempt leaves it, and whether it began any. */
type Follow = { readonly leaves: boolean; isBegun: boolean }

export type RunTransactionDeps = { pool: pg.Pool; engine: Engine }

/** What a transaction leaves for its end. */
type Left = {
  before: Map<string, () => Promise<void>>
  lastly: Map<string, () => RawBuilder<unknown> | undefined>
  after: (() => void)[]
}

async function runOnce<T>(
  { pool, engine }: RunTransactionDeps,
  work: (tx: Tx) => Promise<T>,
  follow: Follow,
): Promise<T> {
  const left: Left = { before: new Map(), lastly: new Map(), after: [] }
  const client = await pool.connect().catch(rethrowFault)
  const trips = transactionTrips(client)
  const transaction = engine.openTransaction(trips.run)
  let isLost = false
  try {
    const send = (query: CompiledQuery) => trips.soon(engine.toAsk(query))
    const value = await work(remember(openTx(transaction, { left, follow, send })))
    await runAll(left.before)
    await end(trips, engine, sayLast(transaction, left.lastly)).catch(rethrowFault)
    for (const tell of left.after) tell()
    return value
  } catch (error) {
    // A connection on which nothing can be taken back is of no use to anybody.
    await trips.rollback().catch(() => {
      isLost = true
    })
    throw error
  } finally {
    client.release(isLost)
  }
}

/** Commits, with what is left to say. */
async function end(trips: TransactionTrips, { toAsk }: Engine, last: CompiledQuery | undefined): Promise<void> {
  if (last) return await trips.runAndCommit(toAsk(last))
  if (!(await trips.commit())) throw new AbortedTransactionError()
}

type Opened = { left: Left; follow: Follow; send: (query: CompiledQuery) => void }

function openTx(transaction: Transaction<unknown>, { left, follow, send }: Opened): Tx {
  const kept = new Map<symbol, unknown>()
  return {
    isTransaction: true,
    withTables: <Tables>() => transaction as unknown as Kysely<Tables>,
    beforeCommit(name, work) {
      if (!left.before.has(name)) left.before.set(name, work)
    },
    lastly(name, make) {
      if (!left.lastly.has(name)) left.lastly.set(name, make)
    },
    afterCommit(work) {
      left.after.push(work)
    },
    soon: (query) => send(query.compile()),
    async orLater(work, later) {
      if (follow.leaves) return await later()
      follow.isBegun = true
      await work()
    },
    memo<T>(key: symbol, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
  }
}

/** One statement for all that is left to say; the commit goes with it. */
function sayLast(transaction: Transaction<unknown>, lastly: Left['lastly']): CompiledQuery | undefined {
  const said = [...lastly.values()].flatMap((make) => make() ?? [])
  return said.length > 0 ? sql`select ${sql.join(said)}`.compile(transaction) : undefined
}

/** Work may leave further work, even under its own name: it is taken off the list before it runs. */
async function runAll(before: Map<string, () => Promise<void>>): Promise<void> {
  for (let next = first(before); next; next = first(before)) {
    before.delete(next[0])
    await next[1]()
  }
}

function first<K, V>(map: Map<K, V>): [K, V] | undefined {
  return map.entries().next().value
}
