import type { Principal } from '../platform/http/principal.ts'
import type { SsoDeps } from './deps.ts'
import type { AssuranceMethod } from './types.ts'

export type DecideSignOnDeps = Pick<SsoDeps, 'db' | 'access'>

export type SignOnDecision =
  /** `acr` and `amr` (RFC 8176) tell the app what the person has shown, and `authTime` when. */
  | { kind: 'allow'; acr: string; amr: string[]; authTime: Date; rule: string | null }
  /** Once one of these methods was shown, at most so many seconds ago (null: at any time of the session), ask again. */
  | { kind: 'needs'; methods: AssuranceMethod[]; maxAgeSeconds: number | null; rule: string | null }
  | { kind: 'refused'; reason: 'no_access' | 'denied'; rule: string | null }

/** Whether this person may be told to this app now, and what they must show first. Asked anew for every sign-on. */
export async function decideSignOn(
  deps: DecideSignOnDeps,
  input: { principal: Principal; appId: string; address: string },
): Promise<SignOnDecision> {
  const { principal, appId } = input
  if (!(await deps.access.mayUse(deps.db, principal.personId, appId)))
    return { kind: 'refused', reason: 'no_access', rule: null }
  const { methods, at } = principal.assurance
  return { kind: 'allow', acr: 'urn:hallpass:acr:one', amr: [...methods], authTime: at, rule: null }
}
