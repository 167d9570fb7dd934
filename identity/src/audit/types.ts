import type { Tx } from '../platform/database/database.ts'

/** Who did it. `operator` is a person at the command line; `system` is a sweep, a sync or a listener. */
export type Actor =
  | { kind: 'person'; personId: string; address?: string; requestId?: string }
  | { kind: 'bootstrap'; address?: string; requestId?: string }
  | { kind: 'operator'; name: string }
  | { kind: 'system'; name: string }
  /** Somebody not signed in: a stranger's reset attempt, a failed sign-in. */
  | { kind: 'anonymous'; address?: string; requestId?: string }

/** What an entry is about, by id; every key is searchable. */
export type Subjects = {
  [
    key in
      | 'personId'
      | 'directoryId'
      | 'groupId'
      | 'requestId'
      | 'grantId'
      | 'roleId'
      | 'appId'
      | 'accountId'
      | 'taskId'
      | 'policyId'
      | 'sessionId'
      | 'attemptId'
      | 'jobId'
  ]?: string
}

/** JSON of an entry: ids, states, dates, numbers; values about people belong in `personal`. */
export type Facts = { readonly [key: string]: unknown }

export type Entry = {
  /** `noun.past_participle`: `request.approved`, `password.reset`. */
  action: string
  actor: Actor
  subjects: Subjects
  reason?: string
  before?: Facts
  after?: Facts
  /** Values about people (names, addresses): kept beside the chain by hash, so that they can be erased without breaking it. */
  personal?: Facts
}

export type Audit = {
  /** Records a fact of this transaction in this transaction; the chain is locked as its last statement. */
  record(tx: Tx, entry: Entry): void
  /** Before a write to the outside: the trail knows what was meant even if the process dies. Returns the intent's id. */
  intent(tx: Tx, entry: Entry): string
  /** After it: what came of it. An intent without an outcome is shown until it is resolved. */
  outcome(tx: Tx, intentId: string, result: { ok: boolean; facts?: Facts }): void
}
