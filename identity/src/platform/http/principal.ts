import type { ProductRole } from '@hallpass/contract/common'
import { Failure } from '../errors.ts'

/** How strongly and when the human behind a call proved who they are (RFC 9470). */
export type Assurance = {
  methods: readonly ('password' | 'mail_code' | 'console_link' | 'totp' | 'passkey')[]
  at: Date
}

/** Who is calling. Declared here so that no slice imports sso; app.ts plugs in sso's session reader. */
export type Principal = {
  kind: 'person'
  personId: string
  sessionId: string
  roles: ReadonlySet<ProductRole>
  assurance: Assurance
}

/** Fails with RFC 9470 `insufficient_user_authentication` unless the caller proved who they are recently enough. */
export function requireRecent(principal: Principal, now: Date, maxAgeSeconds: number): void {
  if (now.getTime() - principal.assurance.at.getTime() <= maxAgeSeconds * 1000) return
  throw new Failure('unauthenticated', 'insufficient_user_authentication', 'Confirm that it is you, then try again.', {
    extra: { max_age: maxAgeSeconds },
  })
}
