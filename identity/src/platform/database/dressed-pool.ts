import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { rethrowFault } from './connection-faults.ts'
import { dressClient } from './dressed-client.ts'

/** The pool as Kysely sees it, its connections dressed once each. */
export function dressedPool(pool: pg.Pool): PostgresPool {
  const names = statementNames()
  const dressed = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    async connect() {
      const client = await pool.connect().catch(rethrowFault)
      const known = dressed.get(client) ?? dressClient(client, names)
      dressed.set(client, known)
      return known
    },
    end: () => pool.end(),
    options: pool.options,
  } as PostgresPool
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
