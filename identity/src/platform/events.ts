import type { Database, Tx } from './database/database.ts'
import type { JobPayload, Jobs } from './jobs/jobs.ts'

/** A kind of event and the shape of what it carries: ids and a version, never state. */
export type EventKind<P extends JobPayload> = { readonly type: string; readonly payload?: P }

export function defineEvent<P extends JobPayload>(type: string): EventKind<P> {
  return { type }
}

/**
 * Events hurry and tell; what must hold at once is a fact that the listener reads when it acts.
 * Listeners are of three kinds: in the transaction (SQL only); after commit as a durable job (at least once); or alongside,
 * which is the first where it can be and the second where it would keep the transaction from being.
 */
export type Events = {
  emit<P extends JobPayload>(tx: Tx, kind: EventKind<P>, payload: P): Promise<void>
  inTransaction<P extends JobPayload>(
    kind: EventKind<P>,
    name: string,
    listen: (tx: Tx, payload: P) => Promise<void>,
  ): void
  /** SQL only. As a job it runs in a transaction of its own, at least once. */
  alongside<P extends JobPayload>(
    kind: EventKind<P>,
    name: string,
    db: Pick<Database, 'transaction'>,
    listen: (tx: Tx, payload: P) => Promise<void>,
  ): void
  /** `concerns`, looked at in the transaction, spares a job that would find nothing to do. */
  afterCommit<P extends JobPayload>(
    kind: EventKind<P>,
    name: string,
    listen: (payload: P) => Promise<void>,
    concerns?: (tx: Tx, payload: P) => Promise<boolean>,
  ): void
}

type InTransaction = (tx: Tx, payload: JobPayload) => Promise<void>
type Durable = { task: string; concerns: ((tx: Tx, payload: JobPayload) => Promise<boolean>) | undefined }

/** Events over the job port: each after-commit listener becomes one job of its own, so one failing never holds up another. */
export function createEvents(jobs: Pick<Jobs, 'enqueue' | 'register'>): Events {
  const direct = new Map<string, InTransaction[]>()
  const durable = new Map<string, Durable[]>()

  return {
    async emit(tx, kind, payload) {
      for (const listen of direct.get(kind.type) ?? []) await listen(tx, payload)
      for (const { task, concerns } of durable.get(kind.type) ?? [])
        if (!concerns || (await concerns(tx, payload))) await jobs.enqueue(tx, { task, payload })
    },
    inTransaction(kind, _name, listen) {
      append(direct, kind.type, listen as InTransaction)
    },
    alongside(kind, name, db, listen) {
      const task = `${kind.type}:${name}`
      jobs.register(task, (payload) => db.transaction((tx) => listen(tx, payload as Parameters<typeof listen>[1])))
      append(direct, kind.type, (tx, payload) =>
        tx.orLater(
          () => listen(tx, payload as Parameters<typeof listen>[1]),
          () => jobs.enqueue(tx, { task, payload }),
        ),
      )
    },
    afterCommit(kind, name, listen, concerns) {
      const task = `${kind.type}:${name}`
      jobs.register(task, (payload) => listen(payload as Parameters<typeof listen>[0]))
      append(durable, kind.type, { task, concerns: concerns as Durable['concerns'] })
    },
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  map.set(key, [...(map.get(key) ?? []), value])
}
