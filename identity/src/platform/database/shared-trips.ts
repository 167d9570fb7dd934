import type pg from 'pg'
import { isConnectionFault } from './connection-faults.ts'
import { type Answered, type Ask, type Outcome, travel, travelEach } from './trip.ts'

/** `turn` counts the departures before. */
type Asker = { turn: number; resolve: (answer: Answered) => void; reject: (error: unknown) => void }
/** Who asks the same in the same words is answered by one evaluation, each with rows of their own. */
type Waiting = { ask: Ask; askers: Asker[] }
type Single = { ask: Ask; asker: Asker }

export type SharedTrips = {
  /** For what only reads: the answers of all that travel together are awaited together. */
  read(ask: Ask): Promise<Answered>
  /** On its own, in a transaction of its own. */
  alone(ask: Ask): Promise<Answered>
  /** For what neither waits for the disk nor keeps others waiting: a transaction of its own, in a message with others. */
  unhurried(ask: Ask): Promise<Answered>
}

/** So that one answer is not kept waiting by very many others. */
const togetherMax = 16
/** Of those one after the other, each in a transaction of its own. */
const singlesMax = 4
/** What takes longer keeps nobody else waiting; measured whenever it travels on its own. */
const slowMs = 20
const slowTimes = 3

/**
 * Reads that concurrent calls ask for in the same turn of the loop, or while no connection is free, go to the server together.
 * Nothing is remembered: each is evaluated by the server after it was asked for. When one of them fails the others are
 * asked again, each on its own.
 */
export function sharedTrips(pool: pg.Pool): SharedTrips {
  const waiting = new Map<string, Waiting>()
  let singles: Single[] = []
  let isPlanned = false
  let turn = 0
  const slow = slowStatements()

  function read(ask: Ask): Promise<Answered> {
    if (ask.name === undefined || slow.has(ask.name)) return alone(ask)
    return new Promise((resolve, reject) => {
      const key = keyOf(ask)
      const same = waiting.get(key)
      const asker = { turn, resolve, reject }
      if (same) same.askers.push(asker)
      else waiting.set(key, { ask, askers: [asker] })
      plan()
    })
  }

  function unhurried(ask: Ask): Promise<Answered> {
    if (ask.name === undefined || slow.has(ask.name)) return alone(ask)
    return new Promise((resolve, reject) => {
      singles.push({ ask, asker: { turn, resolve, reject } })
      plan()
    })
  }

  /** After everything that arrived in this turn of the loop has been looked at. */
  function plan(): void {
    if (isPlanned) return
    isPlanned = true
    setImmediate(depart)
  }

  function depart(): void {
    isPlanned = false
    const wanted = Math.max(Math.ceil(waiting.size / togetherMax), Math.ceil(singles.length / singlesMax))
    for (let trips = wanted; trips > 0; trips--) void departOne(turn)
    turn++
  }

  /** Whoever came while it waited for a connection goes along. */
  async function departOne(mine: number): Promise<void> {
    let client: pg.PoolClient
    try {
      client = await pool.connect()
    } catch (error) {
      return failThoseOf(mine, error)
    }
    const together = take()
    const each = singles.slice(0, singlesMax)
    singles = singles.slice(singlesMax)
    const groups = [...(together.length > 0 ? [together.map(({ ask }) => ask)] : []), ...each.map(({ ask }) => [ask])]
    if (groups.length === 0) return client.release()
    const startedAt = performance.now()
    const parts = travelEach(client, groups)
    const ofSingles = together.length > 0 ? parts.slice(1) : parts
    if (together.length > 0) void settleAll(together, parts[0] as Promise<Outcome[]>)
    for (const [index, single] of each.entries()) void settleSingle(single, ofSingles[index] as Promise<Outcome[]>)
    client.release(isLost((await Promise.all(parts)).flat()))
    const [only, more] = groups.flat()
    if (only && !more) slow.note(only.name, performance.now() - startedAt)
  }

  async function settleAll(together: readonly Waiting[], answered: Promise<Outcome[]>): Promise<void> {
    const outcomes = await answered
    for (const [index, each] of together.entries()) settle(each, outcomes[index])
  }

  /** As many as would have gone along, of those it departed for: whoever asked later has a trip of their own under way. */
  function failThoseOf(last: number, error: unknown): void {
    let failedReads = 0
    for (const [key, each] of waiting) {
      const later = each.askers.filter((asker) => asker.turn > last)
      if (later.length === each.askers.length) continue
      if (++failedReads > togetherMax) break
      for (const asker of each.askers) if (asker.turn <= last) asker.reject(error)
      if (later.length === 0) waiting.delete(key)
      else each.askers = later
    }
    const failed = singles.filter(({ asker }) => asker.turn <= last).slice(0, singlesMax)
    singles = singles.filter((each) => !failed.includes(each))
    for (const { asker } of failed) asker.reject(error)
  }

  function take(): Waiting[] {
    const together = [...waiting].slice(0, togetherMax)
    for (const [key] of together) waiting.delete(key)
    return together.map(([, each]) => each)
  }

  function settle({ ask, askers }: Waiting, outcome: Outcome | undefined): void {
    for (const { resolve, reject } of askers) {
      if (outcome === undefined || outcome.kind === 'skipped') alone(ask).then(resolve, reject)
      else answer(outcome, resolve, reject)
    }
  }

  async function alone(ask: Ask): Promise<Answered> {
    const client = await pool.connect()
    const startedAt = performance.now()
    const outcomes = await travel(client, [ask])
    client.release(isLost(outcomes))
    slow.note(ask.name, performance.now() - startedAt)
    return await new Promise((resolve, reject) => answer(outcomeOfOne(outcomes), resolve, reject))
  }

  return { read, alone, unhurried }
}

async function settleSingle({ asker }: Single, answered: Promise<Outcome[]>): Promise<void> {
  answer(outcomeOfOne(await answered), asker.resolve, asker.reject)
}

/** It is committed after its answer: a failure behind that is its own. */
const outcomeOfOne = (outcomes: readonly Outcome[]): Outcome | undefined =>
  outcomes.find(({ kind }) => kind === 'failed') ?? outcomes[0]

/** Without a promise of its own, since this is done for each of some twenty reads of a call. */
function answer(outcome: Outcome | undefined, resolve: Asker['resolve'], reject: Asker['reject']): void {
  try {
    if (outcome?.kind === 'answered') resolve(outcome.answer())
    else reject(outcome?.kind === 'failed' ? outcome.error : new Error('A statement was not answered.'))
  } catch (error) {
    reject(error)
  }
}

/** Each value with its length, so that no two askings that differ are ever taken for one. */
function keyOf({ name, values }: Ask): string {
  let key = name ?? ''
  for (const value of values) {
    const text = value === null ? '' : typeof value === 'string' ? value : value.toString('latin1')
    const kind = value === null ? 'n' : typeof value === 'string' ? 's' : 'b'
    key += `\n${kind}${text.length}:${text}`
  }
  return key
}

/** The server ended the connection, or it broke: it is closing, and nobody else is to be given it. */
function isLost(outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => outcome.kind === 'failed' && isConnectionFault(outcome.error))
}

/** Statements that were slow each of the last times they travelled on their own; one quick time makes up for it. */
function slowStatements() {
  const times = new Map<string, number>()
  return {
    has: (name: string) => (times.get(name) ?? 0) >= slowTimes,
    note(name: string | undefined, ms: number) {
      if (name === undefined) return
      if (ms < slowMs) times.delete(name)
      else times.set(name, (times.get(name) ?? 0) + 1)
    },
  }
}
