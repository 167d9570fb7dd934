import type pg from 'pg'
import { type Answered, type Ask, type Outcome, travel } from './trip.ts'

/** The statements of one transaction, over the connection it holds. */
export type TransactionTrips = {
  /** Statements asked for at once, without waiting for each other, travel together; the first takes the `begin` along. */
  run(ask: Ask): Promise<Answered>
  /** Goes along with whatever is sent next; its failure is that of the transaction. */
  soon(ask: Ask): void
  /** The last statement, and the commit with it when it succeeds. */
  runAndCommit(ask: Ask): Promise<void>
  /** Answers false when the server had given the transaction up after a failed statement. */
  commit(): Promise<boolean>
  rollback(): Promise<void>
}

type Waiting = { ask: Ask; resolve: (answer: Answered) => void; reject: (error: unknown) => void }

const begin: Ask = { text: 'begin', values: [], name: 'h_begin' }
const commit: Ask = { text: 'commit', values: [], name: 'h_commit' }
const rollback: Ask = { text: 'rollback', values: [], name: 'h_rollback' }

export function transactionTrips(client: pg.ClientBase): TransactionTrips {
  let hasBegun = false
  let isOver = false
  let isUnderWay = false
  let isPlanned = false
  let waiting: Waiting[] = []
  /** Why the server gave the transaction up, where nobody waited for the statement that failed. */
  let lost: unknown

  async function send(ask: Ask): Promise<Answered> {
    try {
      return await new Promise((resolve, reject) => {
        waiting.push({ ask, resolve, reject })
        plan()
      })
    } catch (error) {
      throw isAftermath(error) ? (lost ?? error) : error
    }
  }

  function plan(): void {
    if (isPlanned || isUnderWay) return
    isPlanned = true
    // After everything that can go on without an answer of the server has gone on.
    process.nextTick(depart)
  }

  async function depart(): Promise<void> {
    isPlanned = false
    const together = waiting
    waiting = []
    isUnderWay = true
    const outcomes = await travel(
      client,
      together.map(({ ask }) => ask),
    )
    isUnderWay = false
    if (waiting.length > 0) plan()
    settle(together, outcomes)
  }

  async function run(ask: Ask): Promise<Answered> {
    // Left running by somebody who did not wait for it: outside of the transaction it would be done for good.
    if (isOver) throw new Error('A statement came after the end of its transaction.')
    if (hasBegun) return send(ask)
    hasBegun = true
    const begun = send(begin)
    const answer = send(ask)
    await Promise.all([begun, answer])
    return answer
  }

  return {
    run,
    soon(ask) {
      if (isOver) throw new Error('A statement came after the end of its transaction.')
      const isFirst = !hasBegun
      hasBegun = true
      for (const each of isFirst ? [begin, ask] : [ask])
        waiting.push({
          ask: each,
          resolve: () => {},
          reject: (error) => {
            lost ??= error
          },
        })
    },
    async runAndCommit(ask) {
      const last = run(ask)
      isOver = true
      await Promise.all([last, send(commit)])
    },
    async commit() {
      isOver = true
      if (!hasBegun) return true
      if ((await send(commit)).command === 'COMMIT') return true
      if (lost) throw lost
      return false
    },
    async rollback() {
      isOver = true
      if (hasBegun) await send(rollback)
    },
  }
}

/** in_failed_sql_transaction: an earlier statement is to blame. */
const isAftermath = (error: unknown): boolean => (error as { code?: string }).code === '25P02'

/** Behind a failed statement the server did nothing, and the transaction is lost: all of them failed of the one. */
function settle(together: Waiting[], outcomes: Outcome[]): void {
  const fault = outcomes.find((outcome) => outcome.kind === 'failed')?.error
  for (const [index, { resolve, reject }] of together.entries()) {
    const outcome = outcomes[index]
    try {
      if (outcome?.kind === 'answered') resolve(outcome.answer())
      else reject(fault ?? new Error('A statement was not answered.'))
    } catch (error) {
      reject(error)
    }
  }
}
