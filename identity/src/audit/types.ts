import type { Reader, Tx } from '../platform/database/database.ts'

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
  [key in
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
    | 'caseId']?: string
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
  /** After it: what came of it; `entry` says in which words and about whom. An intent without an outcome is shown until resolved. */
  outcome(tx: Tx, intentId: string, result: { ok: boolean; facts?: Facts }, entry?: Entry): void
}

/** An entry as it is hashed and kept: everything but what identifies people beyond their ids. */
export type Body = {
  id: string
  at: string
  kind: 'fact' | 'intent' | 'outcome'
  action: string
  actor: { kind: Actor['kind']; personId?: string; name?: string; requestId?: string }
  subjects: { readonly [key: string]: string }
  before?: Facts
  after?: Facts
  /** Name of a value about a person → salted hash of it. */
  personal?: { readonly [name: string]: string }
  intentId?: string
  ok?: boolean
}

/** A value about a person, kept beside the chain. */
export type PersonalValue = { entryId: string; name: string; personId: string | null; salt: string; value: unknown }

/** An entry with its place in a chain and the values beside it; an erased value is missing from `values`. */
export type StoredEntry = {
  chain: number
  seq: number
  body: Body
  prev: Buffer
  hash: Buffer
  values: ReadonlyMap<string, unknown>
}

/** Heads of all chains at one time, signed with a key that is neither in the database nor in a backup. */
export type Checkpoint = {
  /** `restored`: the operator put a backup in place; entries sealed before and newer than these heads are gone for good. */
  kind: 'checkpoint' | 'restored'
  number: number
  at: string
  heads: { chain: number; seq: number; hash: string }[]
  /** SHA-256 of the body of the checkpoint before this one. */
  previous: string | null
  /** Public keys that signed before, for when their master keys are gone: what they signed earlier than this stays good. */
  earlierSigners?: string[]
  /** Whose checkpoint file got the copy, where several nodes share the database. */
  node?: string
}

export type SignedCheckpoint = { body: string; signature: string }

export type Finding = {
  kind:
    | 'changed'
    | 'removed'
    | 'reordered'
    | 'cut_off'
    | 'rebuilt'
    | 'restored'
    | 'personal_changed'
    | 'intent_hidden'
    | 'checkpoint_forged'
    | 'checkpoints_missing'
  sentence: string
  chain: number | null
  seq: number | null
  entryId: string | null
}

export type Verification = {
  ok: boolean
  verifiedAt: Date
  entries: number
  chains: number
  checkpoints: number
  sealedUntil: Date | null
  unsealedEntries: number
  erasedValues: number
  findings: Finding[]
  notes: string[]
}

export type TrailFilter = {
  /** A whole action, or its beginning up to and including a dot. */
  action?: string
  /** What this person did and what was done to them. */
  personId?: string
  subjects?: Subjects
  from?: Date
  to?: Date
}

/** One line of a story: what the tracker of a request shows of the trail. */
export type TrailLine = { id: string; at: Date; action: string; actor: Actor; reason: string | null }

export type AuditModule = Audit & {
  verify(): Promise<Verification>
  /** Seals the trail now; the minute's sweep does the same. */
  seal(): Promise<void>
  /** After a restore: records it and signs that the operator put this state in place, so that `verify` tells it from a fraud. */
  recordRestore(actor: Actor, facts: Facts): Promise<void>
  search(
    reader: Reader,
    filter: TrailFilter,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<{ items: StoredEntry[]; next: string | null }>
  entry(reader: Reader, id: string): Promise<StoredEntry | null>
  /** Everything recorded about some object, oldest first; at most 500. */
  entriesAbout(reader: Reader, subjects: Subjects): Promise<TrailLine[]>
  openIntents(reader: Reader): Promise<Body[]>
  exportLines(reader: Reader, filter: TrailFilter): AsyncGenerator<string>
}
