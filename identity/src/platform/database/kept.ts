import type { Compilable, CompiledQuery } from 'kysely'
import type { Reader } from './database.ts'

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
  let made: CompiledQuery<Row> | undefined
  return async (r, values) => {
    made ??= build(r, standIns as Values).compile()
    const given = values as Record<string, unknown>
    const parameters = made.parameters.map((each) => (each instanceof Place ? given[each.name] : each))
    const { rows } = await r.withTables<Record<never, never>>().executeQuery<Row>({ ...made, parameters })
    return rows
  }
}

const standIns = new Proxy({}, { get: (_, name) => new Place(String(name)) })
