import type { CredentialState } from '@hallpass/contract/credentials'
import type { Directory, PasswordState } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { personUnknown } from './errors.ts'
import { personTryKeys } from './limits.ts'
import { restingAddresses } from './policy.ts'
import { recoveryPolicyFor } from './recovery-policy-for.ts'
import { selfServiceStoppedAt, validityOf } from './store.ts'
import { closedUntil } from './store-tries.ts'

export type ShowStateDeps = {
  db: Database
  clock: Clock
  directory: Pick<Directory, 'person' | 'connectorOf' | 'addressesOf' | 'groupsOf'>
}

/** What an administrator or agent sees of a person's password: its state, never anything of itself. */
export async function showState(deps: ShowStateDeps, personId: string): Promise<CredentialState> {
  const { db, clock, directory } = deps
  const person = await directory.person(db, personId)
  if (!person) throw personUnknown()
  const home = await directory.connectorOf(db, personId)
  const { passwords } = home.connector
  // A silent directory leaves its part unknown; the page still shows the rest.
  const state: PasswordState | null = (await passwords?.state(home.ref).catch(() => null)) ?? null
  const { from } = await validityOf(db, personId)
  const lockedUntil = await closedUntil(db, personTryKeys(personId), clock.now())
  const policy = await recoveryPolicyFor(deps, db, person)
  const resting = restingAddresses(await directory.addressesOf(db, personId), policy, clock.now())
  return {
    personId,
    lockedUntil: iso(lockedUntil),
    lockedInDirectory: state?.locked ?? null,
    mustChange: state?.mustChange ?? null,
    passwordChangedAt: iso(state?.changedAt),
    passwordExpiresAt: iso(state?.expiresAt),
    validFrom: iso(from),
    selfServiceStoppedAt: iso(await selfServiceStoppedAt(db, personId)),
    canInvite:
      home.directory.kind === 'built-in' &&
      person.state === 'active' &&
      person.mail !== null &&
      state?.present === false,
    restingAddresses: resting.map(({ mail, until }) => ({ mail, until: until.toISOString() })),
    canUnlock: passwords !== undefined,
  }
}

const iso = (date: Date | null | undefined): string | null => date?.toISOString() ?? null
