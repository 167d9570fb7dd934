import type { Tx } from '../database/database.ts'

/** JSON that a job or event may carry: ids and versions, never state, never a secret. */
export type JobPayload = { readonly [key: string]: string | number | boolean | null | readonly string[] }

export type JobSpec = {
  task: string
  payload: JobPayload
  /** Ten reasons, one job: a waiting job with this key is replaced; a running one is followed by one more run. */
  key?: string
  /** Jobs of one queue run one after another over all nodes. Few names: whoever looks for a job looks at every queue. */
  queue?: string
  runAt?: Date
  /** False for what may wait while others are due: mails stand behind accounts. True when left out. */
  isUrgent?: boolean
  /** Tries before the job becomes a visible dead letter; 20 by default, with exponential back-off. */
  maxAttempts?: number
}

export type JobContext = { attempt: number; isLastAttempt: boolean; signal: AbortSignal }
export type JobRun = (payload: JobPayload, context: JobContext) => Promise<void>

export type JobInfo = {
  id: string
  task: string
  key: string | null
  queue: string | null
  payload: JobPayload
  state: 'waiting' | 'running' | 'retrying' | 'dead'
  attempts: number
  maxAttempts: number
  runAt: Date
  createdAt: Date
  lastError: string | null
}

export type JobFilter = { state?: JobInfo['state']; task?: string; limit?: number }

/** A sweep: due rows moved in batches. `now` is the injected clock's time; its SQL never asks the database for the time. */
export type Sweep = { name: string; everySeconds: number; run: (now: Date) => Promise<void> }

/**
 * The port to the job engine; nothing else in the house knows which engine it is (docs/decisions/0004).
 * `enqueue` joins the caller's transaction: the job exists exactly when the facts that need it do.
 */
export type Jobs = {
  enqueue(tx: Tx, job: JobSpec): Promise<void>
  register(task: string, run: JobRun): void
  /** Registers a sweep that some node runs every `everySeconds`; never two at once. */
  schedule(sweep: Sweep): void
  /** Runs a registered sweep once, now, by name: for the command line, tests and the sample company. */
  runSweep(name: string): Promise<void>
  cancel(tx: Tx, key: string): Promise<void>
  inspect(filter?: JobFilter): Promise<JobInfo[]>
  /** How many jobs are in each state, zeros included. */
  count(): Promise<Record<JobInfo['state'], number>>
  /** Gives a dead or waiting job a new set of attempts, now. False when there is no such job. */
  retry(tx: Tx, id: string): Promise<boolean>
}

/** Thrown by a job to be tried again no earlier than `at` (Retry-After, token buckets) without using up an attempt. */
export class TryAgainAt extends Error {
  readonly at: Date
  constructor(at: Date, reason: string) {
    super(reason)
    this.name = 'TryAgainAt'
    this.at = at
  }
}
