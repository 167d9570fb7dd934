import pg from 'pg'

/** Names under which `begin` and `commit` are prepared on a connection before a query may carry them. */
export const beginName = 'h_begin'
export const commitName = 'h_commit'

export type Ride = { begin: boolean; commit: boolean }

/** What this file relies on of pg's own query and connection; the version of pg is pinned. */
type Inside = {
  prepare(connection: Wire): void
  handleCommandComplete(message: object, connection: Wire): void
}
type Wire = {
  bind(what: { portal: string; statement: string; values: never[] }): void
  execute(what: { portal: string; rows?: number }): void
  sync(): void
}

const inside = pg.Query.prototype as unknown as Inside

/**
 * A query that begins its transaction, or commits it, in the same message: two trips to the server less. When the query
 * fails the server skips the commit that rides behind it (PostgreSQL 55.2.3: it reads on to the Sync), so nothing of a
 * failed statement is ever committed.
 */
export class RidingQuery extends pg.Query {
  readonly #ride: Ride
  #completed = 0

  constructor(config: pg.QueryConfig, ride: Ride) {
    // Always by the extended protocol, also without values: a simple query cannot carry another.
    super({ ...config, queryMode: 'extended' } as pg.QueryConfig)
    this.#ride = ride
  }

  prepare(connection: Wire): void {
    if (this.#ride.begin) run(connection, beginName)
    inside.prepare.call(this, connection)
  }

  /** Called by `prepare` once the query itself is bound. */
  _getRows(connection: Wire): void {
    connection.execute({ portal: '' })
    if (this.#ride.commit) run(connection, commitName)
    connection.sync()
  }

  handleCommandComplete(message: object, connection: Wire): void {
    const own = this.#ride.begin ? 1 : 0
    if (this.#completed++ === own) inside.handleCommandComplete.call(this, message, connection)
  }
}

function run(connection: Wire, statement: string): void {
  connection.bind({ portal: '', statement, values: [] })
  connection.execute({ portal: '' })
}

/** Sends it and answers as `client.query` would. */
export function sendRiding(client: pg.ClientBase, config: pg.QueryConfig, ride: Ride): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new RidingQuery(config, ride) as unknown as pg.Submittable & {
      callback: (error: Error | null, result: pg.QueryResult) => void
    }
    query.callback = (error, result) => (error ? reject(error) : resolve(result))
    client.query(query)
  })
}
