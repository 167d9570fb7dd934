import type { Compilable, CompiledQuery } from 'kysely'
import type { Reader, Tx } from './database.ts'

/** Where a value goes that each call brings along. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * A statement that is built and compiled once, however often it is sent: for those that every call needs, since building one
 * costs this process more than sending it along with others. `build` is given stand-ins: it puts each where a value goes,
 * and decides nothing by them. So no lists of varying length, and no value that may be null where `is null` would be meant.
 */
export function kept<Values extends object, Row>(
  build: (r: Reader, values: Values) => Compilable<Row>,
): (r: Reader, values: Values) => Promise<Row[]> {
  const filled = filling(build)
  return (r, values) => r.withTables<Record<never, never>>().executeQuery<Row>(filled(r, values)).then(rowsOf)
}

const rowsOf = <Row>({ rows }: { rows: Row[] }): Row[] => rows

/** The same for a statement of a transaction whose answer nobody needs: it goes along with the next one (`tx.soon`). */
export function keptWrite<Values extends object>(
  build: (tx: Tx, values: Values) => Compilable<unknown>,
): (tx: Tx, values: Values) => void {
  const filled = filling(build)
  return (tx, values) => tx.soon({ compile: () => filled(tx, values) })
}

function filling<R extends Reader, Values extends object, Row>(build: (r: R, values: Values) => Compilable<Row>) {
  let made: CompiledQuery<Row> | undefined
  return (r: R, values: Values): CompiledQuery<Row> => {
    made ??= build(r, standIns as Values).compile()
    const given = values as Record<string, unknown>
    return { ...made, parameters: made.parameters.map((each) => (each instanceof Place ? given[each.name] : each)) }
  }
}

const standIns = new Proxy({}, { get: (_, name) => new Place(String(name)) })
