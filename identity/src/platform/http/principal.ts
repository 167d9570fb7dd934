import type { ProductRole } from '@hallpass/contract/common'
import type { AssuranceMethod } from '@hallpass/contract/sign-in'
import { Failure } from '../errors.ts'

/** How strongly and when the human behind a call proved who they are (RFC 9470). */
export type Assurance = {
  methods: readonly AssuranceMethod[]
  /** The newest proof that satisfied what was asked for. */
  at: Date
  /** Each of them with when it was given: a session goes on, and what was shown in it grows old one by one. */
  proofs: readonly { method: AssuranceMethod; at: Date }[]
}

/** All of these methods shown at one moment. */
export const assuredBy = (methods: readonly AssuranceMethod[], at: Date): Assurance => ({
  methods,
  at,
  proofs: methods.map((method) => ({ method, at })),
})

/** Who is calling. Declared here so that no slice imports sso; app.ts plugs in sso's session reader. */
export type Principal = {
  kind: 'person'
  personId: string
  sessionId: string
  roles: ReadonlySet<ProductRole>
  assurance: Assurance
  /** A session that can do nothing but what a route of the contract opens to it (`inEnrolment`). */
  isEnrolment?: boolean
  /** Their directory was not read for too long: what is known of them may not be acted on with power. */
  isStale?: boolean
}

/** Stops what takes power while the directory of the caller has not been read for too long. */
export function refuseStale(principal: Principal): void {
  if (!principal.isStale) return
  throw new Failure(
    'unavailable',
    'directory_stale',
    'Your directory has not been read for 15 minutes, so nothing is decided or changed in your name until it answers again. Break-glass accounts still work.',
  )
}

/**
 * Fails with RFC 9470 `insufficient_user_authentication` unless the caller proved who they are recently enough, and with
 * `directory_stale` while nobody can tell whether they still are.
 */
export function requireRecent(principal: Principal, now: Date, maxAgeSeconds: number): void {
  refuseStale(principal)
  if (now.getTime() - principal.assurance.at.getTime() <= maxAgeSeconds * 1000) return
  throw new Failure('unauthenticated', 'insufficient_user_authentication', 'Confirm that it is you, then try again.', {
    extra: { max_age: maxAgeSeconds },
  })
}

/** What more than the password shows who somebody is. */
export type SecondFactorWanted = {
  methods: ReadonlySet<AssuranceMethod>
  maxAgeSeconds: number
  /** What to do about it, safe to show. */
  sentence: string
}

/**
 * The same for a second factor: one of these must itself have been shown recently. One of this morning is none now, however
 * fresh the password beside it, since a stolen password and an open screen would do. The problem names what counts, so that nobody is
 * offered a way that is refused afterwards.
 */
export function requireRecentFactor(principal: Principal, now: Date, wanted: SecondFactorWanted): void {
  const { methods, maxAgeSeconds, sentence } = wanted
  requireRecent(principal, now, maxAgeSeconds)
  const oldest = now.getTime() - maxAgeSeconds * 1000
  if (principal.assurance.proofs.some(({ method, at }) => methods.has(method) && at.getTime() >= oldest)) return
  throw new Failure('unauthenticated', 'insufficient_user_authentication', sentence, {
    extra: { max_age: maxAgeSeconds, acr_values: 'mfa', methods: [...methods].join(' ') },
  })
}
