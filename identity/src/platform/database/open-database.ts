import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { createEngine } from './executors.ts'
import { runTransaction } from './transaction.ts'

export type OpenDatabaseOptions = {
  url: string
  /** Connections held at most; 10 when left out. */
  poolMax?: number
  statementTimeoutMs?: number
  /** A frozen process must not keep row locks: the server ends its transaction after this long. */
  idleInTransactionMs?: number
  applicationName?: string
  /** Told of connections lost while idle; they are replaced, so this is for the log only. */
  onConnectionError?: (error: Error) => void
}

/** Opens the database: a pool of connections with time limits, and Kysely on top. */
export function openDatabase(options: OpenDatabaseOptions): Database {
  const pool = openPool(options)
  const engine = createEngine(pool)
  let closed: Promise<void> | undefined
  return {
    withTables: <Tables>() => engine.kysely as unknown as Kysely<Tables>,
    transaction: (work) => runTransaction({ pool, engine }, work),
    isReachable: () => answersWithin(pool, 1000),
    close() {
      closed ??= pool.end()
      return closed
    },
  }
}

/** A bare pool with the same limits and error handlers; for the job engine, which brings its own SQL. */
export function openPool(options: OpenDatabaseOptions): pg.Pool {
  // While the pool closes its connections end because they were told to.
  const onError = (error: Error): void => void (pool.ending || options.onConnectionError?.(error))
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolMax ?? 10,
    connectionTimeoutMillis: 5000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 10_000,
    application_name: options.applicationName ?? 'hallpass',
    types: { getTypeParser },
  })
  // Without a handler on the pool and on every client a restart of the server would end this process.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return pool
}

const oid = { int8: 20, date: 1082 }

/** bigint as number (never silently rounded), date as `YYYY-MM-DD`, everything else as pg does it. */
function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === oid.int8) return parseSafeInteger
  if (type === oid.date) return (value) => value
  return pg.types.getTypeParser(type, format as 'text')
}

function parseSafeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('a bigint from the database does not fit a JavaScript number')
  return number
}

async function answersWithin(pool: pg.Pool, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  // One that only reads is no use: a balancer or pooler has to look for the one that took its place.
  const answer = pool.query(`select current_setting('transaction_read_only') = 'off' as writes`).then(
    ({ rows }) => rows[0]?.writes === true,
    () => false,
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
