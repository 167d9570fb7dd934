import { sql } from 'kysely'
import { Failure } from '../errors.ts'
import type { Database, Tx } from './database.ts'
import { keptWrite } from './kept.ts'

/**
 * Work for a transaction that it may share with others; `about` says whose facts it changes. Two about the same never
 * share one: what a transaction remembers of such facts would be old for the second.
 */
export type ShareTransaction = <T>(about: string, work: (tx: Tx) => Promise<T>) => Promise<T>

type Waiting = {
  about: string
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

/**
 * What concurrent callers ask for in one turn of the loop, or while the transaction before is under way, is one transaction:
 * their statements travel together, and one commit reaches the disk for all. Each is answered after that commit. Where one
 * of them fails nothing of it stays, and each has a transaction of its own; with the database away all fail, since nothing
 * is done twice to find out whether it was. One that waits for a lock keeps the others waiting for a second; then each goes
 * on by itself, and nobody who comes later waits for it. So `work` may run twice, as in every transaction: for short work of
 * many alike.
 */
export function shareTransactions(db: Pick<Database, 'transaction'>, togetherMax = 10): ShareTransaction {
  let waiting: Waiting[] = []
  let isBusy = false

  async function run(): Promise<void> {
    while (waiting.length > 0) await runTogether(take())
    isBusy = false
  }

  /** In one order everywhere: two nodes that lock facts of the same people wait for each other, and not in a circle. */
  function take(): Waiting[] {
    const together = new Map<string, Waiting>()
    for (const each of waiting)
      if (together.size < togetherMax && !together.has(each.about)) together.set(each.about, each)
    const taken = new Set(together.values())
    waiting = waiting.filter((each) => !taken.has(each))
    return [...taken].sort((a, b) => (a.about < b.about ? -1 : 1))
  }

  async function runTogether(together: readonly Waiting[]): Promise<void> {
    try {
      const values = await db.transaction((tx) => {
        waitNoLonger(tx, {})
        return allOf(tx, together)
      })
      for (const [index, { resolve }] of together.entries()) resolve(values[index])
    } catch (error) {
      const isTheirs = together.length === 1 && !isOfLock(error)
      if (isTheirs || isAway(error)) for (const { reject } of together) reject(error)
      // Not waited for, whatever failed: any of them may wait for a lock now, and those who come later would with it.
      else for (const each of together) void runAlone(each)
    }
  }

  async function runAlone({ work, resolve, reject }: Waiting): Promise<void> {
    await db.transaction(work).then(resolve, reject)
  }

  return <T>(about: string, work: (tx: Tx) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ about, work, resolve: resolve as (value: unknown) => void, reject })
      if (isBusy) return
      isBusy = true
      setImmediate(() => void run())
    })
}

/** Whichever fails: none of them goes on behind the end of the transaction. A lock that one waited for is to blame for all. */
async function allOf(tx: Tx, together: readonly Waiting[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(together.map(({ work }) => work(tx)))
  const faults = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  if (faults.length > 0) throw faults.find(isOfLock) ?? faults.find((fault) => !isAftermath(fault)) ?? faults[0]
  return settled.map((each) => (each.status === 'fulfilled' ? each.value : undefined))
}

const waitNoLonger = keptWrite((tx) =>
  tx.withTables<object>().selectNoFrom(sql<string>`set_config('lock_timeout', '1s', true)`.as('lock_timeout')),
)

/** lock_not_available: a transaction of its own may wait as long as any. */
const isOfLock = (error: unknown): boolean => codeOf(error) === '55P03'

/** in_failed_sql_transaction: one of the others is to blame. */
const isAftermath = (error: unknown): boolean => codeOf(error) === '25P02'

const isAway = (error: unknown): boolean => error instanceof Failure && error.code === 'database_unavailable'

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code
