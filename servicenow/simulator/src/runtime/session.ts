import type { Context } from 'node:vm'
import type { Records, Who } from '../store/records.ts'

/** One HTTP exchange as a script sees it; times out in milliseconds. */
export type CallOut = (request: OutgoingRequest) => OutgoingAnswer

export type OutgoingRequest = {
  url: string
  method: string
  headers: Readonly<Record<string, string>>
  body: string
  timeoutMs: number
}

export type OutgoingAnswer =
  | { status: number; headers: readonly (readonly [string, string])[]; body: string }
  | { failed: string; isTimeout: boolean }

/**
 * What one transaction knows: who acts, in which scope, and whether a flow caused it. Scripts of one transaction share
 * their global variables, as on the platform; nothing lives on into the next transaction.
 */
export type Session = {
  readonly records: Records
  who: Who
  /** Name of the scope whose script is running: 'global', 'x_acme_loans'. */
  scope: string
  /** What is running, for the log: `sys_script 1234 Refuse broken devices`. */
  source: Source
  /** sys_flow_context of the flow whose thread this is; '' outside of one. Outbound calls made here are counted. */
  flowContext: string
  readonly callOut: CallOut
  readonly contexts: Map<string, Context>
  readonly modules: Map<string, unknown>
  readonly messages: { info: string[]; error: string[] }
  /** How deep business rules have called each other. */
  depth: number
  /** What is to be done when the transaction is over. */
  readonly afterwards: (() => void)[]
}

export type Source = { table: string; id: string; name: string }

export const noSource: Source = { table: '', id: '', name: '' }

const stack: Session[] = []

/** The session of the script this thread is running, if it is running one. */
export function currentSession(): Session | undefined {
  return stack.at(-1)
}

/** Runs something as part of a session; writes it makes run their rules in the same one. */
export function inSession<T>(session: Session, act: () => T): T {
  stack.push(session)
  try {
    return act()
  } finally {
    stack.pop()
  }
}

/** Runs something as code of a scope and of a record, and puts both back. */
export function asSource<T>(session: Session, scope: string, source: Source, act: () => T): T {
  const before = { scope: session.scope, source: session.source }
  session.scope = scope
  session.source = source
  try {
    return act()
  } finally {
    session.scope = before.scope
    session.source = before.source
  }
}

export function newSession(parts: Pick<Session, 'records' | 'who' | 'callOut'>): Session {
  return {
    ...parts,
    scope: 'global',
    source: noSource,
    flowContext: '',
    contexts: new Map(),
    modules: new Map(),
    messages: { info: [], error: [] },
    depth: 0,
    afterwards: [],
  }
}

let makeSession: ((records: Records, who: Who) => Session) | null = null

/** How this thread begins a session for a write that no script has made. */
export function onNewSession(make: (records: Records, who: Who) => Session): void {
  makeSession = make
}

/** The running session, or a new one for this person. @throws in a thread that runs no scripts */
export function whoseSession(records: Records, who: Who): Session {
  const running = currentSession()
  if (running) return running
  if (!makeSession) throw new Error('This thread runs no scripts')
  return makeSession(records, who)
}
