import {
  type CompiledQuery,
  DefaultConnectionProvider,
  DefaultQueryExecutor,
  Kysely,
  PostgresDialect,
  type QueryResult,
  SelectQueryNode,
  Transaction,
} from 'kysely'
import type pg from 'pg'
import { rethrowFault } from './connection-faults.ts'
import { type SharedTrips, sharedTrips } from './shared-trips.ts'
import { statementNames } from './statement-names.ts'
import { type Answered, type Ask, toWire } from './trip.ts'
import { unhurriedText } from './unhurried.ts'

/** Kysely on our own way to the server: statements outside of transactions by shared trips, transactions by `openTransaction`. */
export type Engine = {
  kysely: Kysely<unknown>
  /** Kysely for one transaction: `run` sends its statements. */
  openTransaction(run: (ask: Ask) => Promise<Answered>): Transaction<unknown>
  toAsk(query: CompiledQuery): Ask
}

/** The protocol counts the values of a statement in 16 bits, and pg would send a number too large cut short. */
const valuesMax = 65_535

export function createEngine(pool: pg.Pool): Engine {
  const dialect = new PostgresDialect({ pool })
  const driver = dialect.createDriver()
  // Takes the pool over, at once; a driver of its own is what sessions and snapshots of Kysely itself run on.
  void driver.init()
  const parts = [dialect.createQueryCompiler(), dialect.createAdapter(), new DefaultConnectionProvider(driver)] as const
  const nameOf = statementNames()
  const trips = sharedTrips(pool)
  const shared = { config: { dialect }, driver, dialect }

  function toAsk({ sql: text, parameters }: CompiledQuery): Ask {
    if (parameters.length > valuesMax)
      throw new RangeError(`A statement carries at most ${valuesMax} values, and not ${parameters.length}.`)
    return { text, values: parameters.map(toWire), name: nameOf(text) }
  }
  const outside = (query: CompiledQuery) => runOutside(trips, query, toAsk(query))
  return {
    kysely: new Kysely({ ...shared, executor: new Executor(parts, outside) }),
    openTransaction: (run) =>
      new Transaction({ ...shared, executor: new Executor(parts, (query) => run(toAsk(query))) }),
    toAsk,
  }
}

type Parts = readonly [...ConstructorParameters<typeof DefaultQueryExecutor>]

/** Builds and compiles as Kysely does, and sends by us. */
class Executor extends DefaultQueryExecutor {
  readonly #run: (query: CompiledQuery) => Promise<Answered>

  constructor([compiler, adapter, connections]: Parts, run: (query: CompiledQuery) => Promise<Answered>) {
    super(compiler, adapter, connections)
    this.#run = run
  }

  override async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { command, rowCount, rows } = await this.#run(query).catch(rethrowFault)
    const numAffectedRows = changing.has(command) ? BigInt(rowCount ?? 0) : undefined
    return { rows: rows as R[], ...(numAffectedRows === undefined ? {} : { numAffectedRows }) }
  }
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function runOutside(trips: SharedTrips, query: CompiledQuery, ask: Ask): Promise<Answered> {
  if (onlyReads(query)) return trips.read(ask)
  return ask.text.includes(unhurriedText) ? trips.unhurried(ask) : trips.alone(ask)
}

/** What Kysely built as a select, without locks and without parts that write. Raw SQL is not looked into. */
function onlyReads({ query }: CompiledQuery): boolean {
  return SelectQueryNode.is(query) && query.with === undefined && query.endModifiers === undefined
}
