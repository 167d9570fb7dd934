import type { ProductRole } from '@hallpass/contract/common'
import type { AssuranceMethod } from '@hallpass/contract/sign-in'
import { Failure } from '../errors.ts'

/** How strongly and when the human behind a call proved who they are (RFC 9470). */
export type Assurance = {
  methods: readonly AssuranceMethod[]
  /** The newest proof that satisfied what was asked for. */
  at: Date
}

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
