import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { Failure } from '../errors.ts'

/**
 * The pool as Kysely sees it: statements that come often are prepared once per connection (a third faster),
 * and a server that is away becomes a `Failure` of kind `unavailable` instead of a socket error.
 */
export function dressedPool(pool: pg.Pool): PostgresPool {
  const names = statementNames()
  const dressed = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect().catch(rethrow)
      const known = dressed.get(client) ?? dress(client, names)
      dressed.set(client, known)
      return known
    },
    end: () => pool.end(),
    options: pool.options,
  } as PostgresPool
}

function dress(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  return {
    query: (text: unknown, values?: readonly unknown[]) => {
      if (typeof text !== 'string') return client.query(text as never)
      const name = values && values.length > 0 ? nameOf(text) : undefined
      const query = { text, values: values ? [...values] : [], ...(name ? { name } : {}) }
      return client.query(query).catch(rethrow)
    },
    // A released client is dressed again only by connect(), so `release` of this very checkout is looked up late.
    release: (destroy?: boolean) => client.release(destroy),
  } as unknown as PostgresPoolClient
}

/** Statements seen often enough to be worth preparing; the cap keeps lists of varying length from filling the server's memory. */
function statementNames(seenMin = 3, namesMax = 400): (text: string) => string | undefined {
  const seen = new Map<string, number>()
  const names = new Map<string, string>()
  return (text) => {
    const name = names.get(text)
    if (name) return name
    const count = (seen.get(text) ?? 0) + 1
    if (seen.size > 5000) seen.clear()
    seen.set(text, count)
    if (count < seenMin || names.size >= namesMax) return undefined
    const made = `h_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
    seen.delete(text)
    names.set(text, made)
    return made
  }
}

function rethrow(error: unknown): never {
  if (!isConnectionFault(error)) throw error
  throw new Failure(
    'unavailable',
    'database_unavailable',
    'The database cannot be reached right now. Try again shortly.',
    {
      cause: error,
      retryAfterSeconds: 5,
    },
  )
}

const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'])
/** Class 08, and the server shutting down, crashing or starting (57P01–57P03, 53300 too many connections). */
const serverCodes = /^(08...|57P0[1-3]|53300)$/

/** True when the server was away rather than the statement wrong. pg gives its own connection errors no code at all. */
function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as Error & { code?: string }).code
  if (code === undefined)
    return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/.test(error.message)
  return socketCodes.has(code) || serverCodes.test(code)
}
