/** How people of a directory may recover: the defaults, and which addresses count. Pure. */
import type { Address } from '../directory/module.ts'
import type { RecoveryPolicy } from './types.ts'

const dayMs = 24 * 60 * 60 * 1000

/** What holds until an administrator changes it. Version 0: not stored yet. */
export function defaultPolicy(directoryId: string): RecoveryPolicy {
  return {
    directoryId,
    selfService: true,
    proofs: ['mail_code', 'totp', 'passkey', 'recovery_codes', 'push'],
    proofsWanted: 1,
    publicLabel: null,
    addressQuietDays: 7,
    signInTriesMax: 5,
    waitMinutes: 15,
    version: 0,
  }
}

/**
 * Addresses that may prove who someone is: independent of this password (the directory slice decides that), and not
 * changed for some days, so that whoever got in once cannot bend recovery to a mailbox of their own.
 */
export function recoveryAddresses(addresses: readonly Address[], policy: RecoveryPolicy, now: Date): string[] {
  const changedBefore = now.getTime() - policy.addressQuietDays * dayMs
  return addresses
    .filter(({ recovery, changedAt }) => recovery && (changedAt === null || changedAt.getTime() <= changedBefore))
    .map(({ mail }) => mail)
}

/** Addresses that will count once they have been the same for long enough, and from when on. */
export function restingAddresses(
  addresses: readonly Address[],
  policy: Pick<RecoveryPolicy, 'addressQuietDays'>,
  now: Date,
): { mail: string; until: Date }[] {
  return addresses.flatMap(({ mail, recovery, changedAt }) => {
    if (!recovery || changedAt === null) return []
    const until = new Date(changedAt.getTime() + policy.addressQuietDays * dayMs)
    return until > now ? [{ mail, until }] : []
  })
}
