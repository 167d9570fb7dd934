import type { ProviderRecord } from './store-records.ts'

/**
 * What belonged to what when it was last seen on this node. Only says what a call will probably ask for, so that it can be
 * read in one trip at its beginning; every fact is read anew, and a hint that is wrong or missing makes a call slower.
 */
export type Hints = {
  /** The app of a client. */
  readonly apps: Hint<string>
  /** Who a session of ours belongs to, by the hash of its cookie. */
  readonly sessions: Hint<{ personId: string; sessionId: string }>
  /** The grant that a session of the provider has for a client, by the hash of its cookie and the client. */
  readonly grants: Hint<string>
  /** What a code or access token was made of, by its hash. */
  readonly codes: Hint<CodeHint>
}

export type CodeHint = { personId: string; clientId: string; grantId: string; sessionUid: string }
export type Hint<T> = { get(key: string): T | undefined; note(key: string, value: T): void }

const hintsBy = new WeakMap<object, Hints>()

/** Those of one service, by its deps. */
export function hintsOf(deps: object): Hints {
  const hints = hintsBy.get(deps) ?? { apps: hint(), sessions: hint(), grants: hint(), codes: hint() }
  hintsBy.set(deps, hints)
  return hints
}

/** What the provider just made, for the call that will come for it. */
export function noteHints(hints: Hints, { kind, idHash, payload, clientId, grantId }: ProviderRecord): void {
  const key = idHash.toString('hex')
  if (kind === 'Session') {
    const granted = (payload.authorizations ?? {}) as Record<string, { grantId?: string }>
    for (const [client, { grantId: held }] of Object.entries(granted))
      if (held) hints.grants.note(`${key} ${client}`, held)
  }
  const { accountId, sessionUid } = payload
  if (
    !(kind === 'AuthorizationCode' || kind === 'AccessToken') ||
    !clientId ||
    !grantId ||
    typeof accountId !== 'string'
  )
    return
  hints.codes.note(key, { personId: accountId, clientId, grantId, sessionUid: String(sessionUid ?? '') })
}

/** The oldest go first. */
function hint<T>(max = 10_000): Hint<T> {
  const known = new Map<string, T>()
  return {
    get: (key) => known.get(key),
    note(key, value) {
      known.delete(key)
      known.set(key, value)
      const [oldest] = known.keys()
      if (known.size > max && oldest !== undefined) known.delete(oldest)
    },
  }
}
