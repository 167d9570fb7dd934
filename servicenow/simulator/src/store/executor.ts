import type { Row, Values, Who, WriteOptions, WriteOutcome } from './records.ts'

/**
 * A write somebody outside asked for. It is plain data, so that it can be done where business rules may block: in a
 * worker thread. `operation` names one of the platform's own larger acts (an order, for one), see `operations.ts`.
 */
export type Task =
  | { kind: 'insert'; table: string; values: Values; who: Who; options?: WriteOptions }
  | { kind: 'update'; table: string; sysId: string; values: Values; who: Who; options?: WriteOptions }
  | { kind: 'remove'; table: string; sysId: string; who: Who }
  | { kind: 'operation'; name: string; input: unknown; who: Who }

/** Of insert, update and remove: a WriteOutcome, or null where there was no record. Of an operation: what it says. */
export type Executor = {
  perform(task: Task): Promise<unknown>
}

export type { Row, WriteOutcome }
