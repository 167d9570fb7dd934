import type { Home, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { knownDeviceTries, personTries } from './limits.ts'
import type { LockoutThresholds } from './lockout-thresholds.ts'
import { policyOf } from './policy-of.ts'
import { takeTries } from './store-tries.ts'
import type { RecoveryPolicy } from './types.ts'

export type TakePasswordTryDeps = { db: Database; clock: Clock; thresholds: LockoutThresholds }

export type PasswordTry = { kind: 'taken'; keys: string[] } | { kind: 'over'; retryAt: Date }

/**
 * Takes a try at somebody's password before their directory is asked. Whoever comes from anywhere gets so few that the
 * directory's own lock stays two tries away; a device or session of the person has some in reserve, so that strangers
 * can make strangers wait and nobody else. `isUnhurried` as in `takeTries`.
 */
export async function takePasswordTry(
  deps: TakePasswordTryDeps,
  input: { person: Person; home: Home; isKnown: boolean; policy?: RecoveryPolicy; isUnhurried?: boolean },
): Promise<PasswordTry> {
  const now = deps.clock.now()
  const { person, home, isKnown, isUnhurried = false } = input
  const [policy, lockoutTries] = await Promise.all([
    input.policy ?? policyOf(deps.db, person.directoryId),
    deps.thresholds.of(home),
  ])
  const open = personTries(person.id, policy, lockoutTries)
  const taken = await takeTries(deps.db, open, now, { isUnhurried })
  if (taken.kind === 'taken') return { kind: 'taken', keys: open.map(({ key }) => key) }
  if (!isKnown) return taken
  const reserve = knownDeviceTries(person.id, policy, lockoutTries)
  const late = await takeTries(deps.db, reserve, now, { isUnhurried })
  return late.kind === 'over' ? late : { kind: 'taken', keys: reserve.map(({ key }) => key) }
}
