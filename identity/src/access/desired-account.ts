import { isHeld } from './decide.ts'
import type { DesiredAccount, GrantState } from './types.ts'

/** A grant of a role in use that carries the app, with what the role gives there. */
export type CarryingGrant = { grantId: string; state: GrantState; endsAt: Date | null; entitlements: readonly string[] }

const nothing: DesiredAccount = { active: false, entitlements: [], grantIds: [] }

/**
 * What account a person should have in an app: follows from facts alone, in any order of grants. Pending grants count,
 * because a grant starts once its account is there. Nothing is wanted for people who are not active or for retired apps.
 */
export function desiredAccount(facts: {
  isPersonActive: boolean
  isAppActive: boolean
  grants: readonly CarryingGrant[]
  now: Date
}): DesiredAccount {
  if (!facts.isPersonActive || !facts.isAppActive) return nothing
  const held = facts.grants.filter((grant) => isHeld(grant, facts.now))
  if (held.length === 0) return nothing
  return {
    active: true,
    entitlements: [...new Set(held.flatMap((grant) => grant.entitlements))].sort(),
    grantIds: held.map((grant) => grant.grantId).sort(),
  }
}

/** Whether a person may use an app this moment: pending is not enough. */
export function mayUse(facts: Parameters<typeof desiredAccount>[0]): boolean {
  return desiredAccount({ ...facts, grants: facts.grants.filter((grant) => grant.state === 'active') }).active
}
