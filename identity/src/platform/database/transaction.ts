import type { Kysely, Transaction } from 'kysely'
import type { Tx } from './database.ts'

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

async function runOnce<T>(kysely: Kysely<unknown>, work: (tx: Tx) => Promise<T>): Promise<T> {
  const after: (() => void)[] = []
  const result = await kysely.transaction().execute(async (transaction) => {
    const before = new Map<string, () => Promise<void>>()
    const value = await work(openTx(transaction, before, after))
    await runAll(before)
    return value
  })
  for (const tell of after) tell()
  return result
}

function openTx(
  transaction: Transaction<unknown>,
  before: Map<string, () => Promise<void>>,
  after: (() => void)[],
): Tx {
  const kept = new Map<symbol, unknown>()
  return {
    isTransaction: true,
    withTables: <Tables>() => transaction as unknown as Kysely<Tables>,
    beforeCommit(name, work) {
      if (!before.has(name)) before.set(name, work)
    },
    afterCommit(work) {
      after.push(work)
    },
    memo<T>(key: symbol, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
  }
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
