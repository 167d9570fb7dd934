import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tx } from './database.ts'
import { commitMark } from './dressed-client.ts'
import { remember } from './once.ts'

const attemptsMax = 3
/** serialization_failure and deadlock_detected: PostgreSQL asks for the whole transaction to be run again. */
const retryable = new Set(['40001', '40P01'])

/** Runs `work` in a transaction, then what it left for the end; again from the start on a deadlock. */
export async function runTransaction<T>(kysely: Kysely<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(kysely, work)
    } catch (error) {
      const code = (error as { code?: string }).code
      if (attempt >= attemptsMax || code === undefined || !retryable.has(code)) throw error
    }
  }
}

/** What a transaction leaves for its end. */
type Left = {
  before: Map<string, () => Promise<void>>
  lastly: Map<string, () => RawBuilder<unknown> | undefined>
  after: (() => void)[]
}

async function runOnce<T>(kysely: Kysely<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> {
  const left: Left = { before: new Map(), lastly: new Map(), after: [] }
  const result = await kysely.transaction().execute(async (transaction) => {
    const value = await work(remember(openTx(transaction, left)))
    await runAll(left.before)
    await sayLast(transaction, left.lastly)
    return value
  })
  for (const tell of left.after) tell()
  return result
}

function openTx(transaction: Transaction<unknown>, left: Left): Tx {
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
    memo<T>(key: symbol, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
  }
}

/** One statement for all that is left to say, and the commit with it. */
async function sayLast(transaction: Transaction<unknown>, lastly: Left['lastly']): Promise<void> {
  const said = [...lastly.values()].flatMap((make) => make() ?? [])
  if (said.length > 0) await sql`select ${sql.join(said)} ${sql.raw(commitMark)}`.execute(transaction)
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
