import type pg from 'pg'
import pgUtils from 'pg/lib/utils.js'
import { noShape, rowOf, type Shape, shapeOf } from './shape.ts'

/** One statement to send. With a name it is prepared on the connection the first time it goes there. */
export type Ask = { text: string; values: readonly WireValue[]; name: string | undefined }
export type WireValue = string | Buffer | null
export type Answered = { command: string; rowCount: number | null; rows: Record<string, unknown>[] }

/** What became of each statement of a trip; those behind a failed one were `skipped` by the server. */
export type Outcome =
  /** Makes the rows, anew each time it is called; throws when a value of theirs cannot be read. */
  { kind: 'answered'; answer: () => Answered } | { kind: 'failed'; error: Error } | { kind: 'skipped' }

/** What this file relies on of pg's connection; the version of pg is pinned. */
type Wire = {
  stream: { cork(): void; uncork(): void }
  parse(what: { name: string; text: string }): void
  bind(what: { portal: string; statement: string; values: readonly WireValue[] }): void
  describe(what: { type: 'P'; name: string }): void
  execute(what: { portal: string }): void
  close(what: { type: 'S'; name: string }): void
  sync(): void
}

/** Names of statements that are prepared on a connection, with what their rows look like. */
const preparedOn = new WeakMap<pg.ClientBase, Map<string, Shape>>()

/** A value as it goes over the wire; throws on what has no such form, before anything is sent. */
export const toWire = (value: unknown): WireValue => pgUtils.prepareValue(value)

/**
 * Sends all of them in one message and answers once the server has answered the last: one system call, and one wake-up
 * of a process of the server, instead of one for each. Behind a statement that fails nothing is done (PostgreSQL 55.2.3: the
 * server reads on to the Sync). Outside of a transaction they are one, so send only what may be: reads, or a single one.
 */
export function travel(client: pg.ClientBase, asks: readonly Ask[]): Promise<Outcome[]> {
  const [only] = travelEach(client, [asks])
  return only as Promise<Outcome[]>
}

/** Several of these in one message, each a transaction of its own: a Sync ends it, whatever becomes of those before. */
export function travelEach(client: pg.ClientBase, groups: readonly (readonly Ask[])[]): Promise<Outcome[]>[] {
  const prepared = preparedOn.get(client) ?? new Map<string, Shape>()
  preparedOn.set(client, prepared)
  const parts = groups.map((asks) => ({ asks, ...Promise.withResolvers<Outcome[]>() }))
  client.query(new Trip(parts, { client: client as pg.ClientBase & Inside, prepared }) as unknown as pg.Submittable)
  return parts.map(({ promise }) => promise)
}

type Part = { asks: readonly Ask[]; resolve: (outcomes: Outcome[]) => void }
type Context = { client: pg.ClientBase & Inside; prepared: Map<string, Shape> }

/** pg takes a query for done when the server is ready for the next; one that goes on says so here. */
type Inside = { _activeQuery: unknown; readyForQuery: boolean; _queryable: boolean; _ending: boolean; _ended: boolean }

/** pg calls `submit` once it is this trip's turn, and the handlers with what the server answers. */
class Trip {
  readonly #parts: readonly Part[]
  readonly #context: Context
  /** Of each part, the shapes that were known when it was sent: where they were not, the server describes them. */
  readonly #shapes: Shape[][] = []
  /** How many parts are over. */
  #over = 0
  #outcomes: Outcome[] = []
  #shape: Shape = noShape
  #texts: (string | null)[][] = []

  constructor(parts: readonly Part[], context: Context) {
    this.#parts = parts
    this.#context = context
  }

  submit(wire: Wire): null {
    wire.stream.cork()
    for (const { asks } of this.#parts) {
      this.#shapes.push(asks.map((ask) => this.#write(wire, ask)))
      wire.sync()
    }
    wire.stream.uncork()
    this.#begin()
    return null
  }

  #write(wire: Wire, { name, text, values }: Ask): Shape {
    const statement = name ?? ''
    const shape = name === undefined ? undefined : this.#context.prepared.get(name)
    if (!shape) {
      // It may be there, from a trip that failed behind its preparation; closing what is not there does no harm.
      if (name !== undefined) wire.close({ type: 'S', name })
      wire.parse({ name: statement, text })
    }
    wire.bind({ portal: '', statement, values })
    if (!shape) wire.describe({ type: 'P', name: '' })
    wire.execute({ portal: '' })
    return shape ?? noShape
  }

  get #asks(): readonly Ask[] {
    return this.#parts[this.#over]?.asks ?? []
  }

  #begin(): void {
    this.#shape = this.#shapes[this.#over]?.[this.#outcomes.length] ?? noShape
    this.#texts = []
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#shape = shapeOf(fields, (type) => this.#context.client.getTypeParser(type, 'text'))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#texts.push(fields)
  }

  handleCommandComplete({ text }: { text: string }): void {
    const ask = this.#asks[this.#outcomes.length]
    const shape = this.#shape
    const texts = this.#texts
    if (ask?.name !== undefined) this.#context.prepared.set(ask.name, shape)
    const [command = '', ...numbers] = text.split(' ')
    const last = numbers.at(-1)
    const rowCount = last === undefined || last === '' ? null : Number(last)
    const answer = () => ({ command, rowCount, rows: texts.map((each) => rowOf(shape, each)) })
    this.#outcomes.push({ kind: 'answered', answer })
    this.#begin()
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleReadyForQuery(): void {
    this.#endPart()
    if (this.#over === this.#parts.length) return
    this.#begin()
    this.#goOn()
  }

  /** The server refused one of them, or the connection is gone, of which pg tells once and for all. */
  handleError(error: Error): void {
    const { client, prepared } = this.#context
    const name = this.#asks[this.#outcomes.length]?.name
    // What it returns has changed since it was prepared here: it is prepared anew the next time.
    if (name !== undefined) prepared.delete(name)
    this.#outcomes.push({ kind: 'failed', error })
    if (this.#over === this.#parts.length - 1) {
      this.#endPart()
      return
    }
    const isGone = this.#shapes.length === 0 || !client._queryable || client._ending || client._ended
    if (!isGone) {
      this.#goOn()
      return
    }
    while (this.#over < this.#parts.length) {
      this.#endPart()
      this.#outcomes.push({ kind: 'failed', error })
    }
  }

  /** The answers to the next part, or the end of this one, are on their way. */
  #goOn(): void {
    const { client } = this.#context
    client._activeQuery = this
    client.readyForQuery = false
  }

  #endPart(): void {
    const left = this.#asks.slice(this.#outcomes.length)
    this.#parts[this.#over]?.resolve([...this.#outcomes, ...left.map(() => ({ kind: 'skipped' }) as const)])
    this.#outcomes = []
    this.#over++
  }
}
