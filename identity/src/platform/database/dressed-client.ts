import type { PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { rethrowFault } from './connection-faults.ts'
import { beginName, commitName, type Ride, sendRiding } from './riding-query.ts'

/** At the end of a statement: commit with it. A comment, so that the statement is the same without us. */
export const commitMark = '/* and commit */'

const done = (command: string) => ({ command, rowCount: null, rows: [] })

/**
 * A connection as Kysely sees it. `begin` waits for the first statement and goes with it, and a statement with the mark
 * takes the `commit` along; statements that come often are prepared.
 */
export function dressClient(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  const prepared = new Set<string>()
  let hasToBegin = false
  let hasCommitted = false

  async function bare(name: string, text: string): Promise<object> {
    const result = await client.query({ name, text })
    prepared.add(name)
    return result
  }

  async function control(text: 'begin' | 'commit' | 'rollback'): Promise<object> {
    if (text === 'begin') {
      hasCommitted = false
      if (!prepared.has(beginName)) return bare(beginName, text)
      hasToBegin = true
      return done('BEGIN')
    }
    // Nothing was asked of this transaction, or a statement took the commit along.
    const isOver = hasToBegin || (text === 'commit' && hasCommitted)
    hasToBegin = false
    hasCommitted = false
    if (isOver) return done(text.toUpperCase())
    return text === 'commit' ? bare(commitName, text) : client.query(text)
  }

  async function ride(config: pg.QueryConfig): Promise<object> {
    const wanted: Ride = { begin: hasToBegin, commit: config.text.endsWith(commitMark) && prepared.has(commitName) }
    hasToBegin = false
    if (!wanted.begin && !wanted.commit) return client.query(config)
    const result = await sendRiding(client, config, wanted)
    if (wanted.commit) hasCommitted = true
    return result
  }

  return {
    query: (text: unknown, values: readonly unknown[] = []) => {
      if (typeof text !== 'string') return client.query(text as never)
      if (text === 'begin' || text === 'commit' || text === 'rollback') return control(text).catch(rethrowFault)
      const name = values.length > 0 ? nameOf(text) : undefined
      return ride({ text, values: [...values], ...(name ? { name } : {}) }).catch(rethrowFault)
    },
    // A released client is dressed again only by connect(), so `release` of this very checkout is looked up late.
    release: (destroy?: boolean) => client.release(destroy),
  } as unknown as PostgresPoolClient
}
