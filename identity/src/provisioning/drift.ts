/** How an account in the app differs from our books: pure. */
import type { RemoteAccount } from './connectors/connector.ts'
import type { AccountRow, ConnectionSettings } from './types.ts'

export type Drift = 'same' | 'changed' | 'extra'

/**
 * Only settled accounts are judged: the others are being worked on. `extra` has ended by our books and is active in the
 * app; `changed` is anything else that somebody altered there.
 */
export function driftOf(
  remote: RemoteAccount,
  account: AccountRow,
  settings: Pick<ConnectionSettings, 'entitlementsAs'>,
  groupIds: ReadonlyMap<string, string>,
): Drift {
  if (account.settledVersion < account.wantedVersion || account.trouble !== null) return 'same'
  if (account.actual !== 'active') return remote.active ? 'extra' : 'same'
  if (!remote.active) return 'changed'
  const shown = account.profileMark?.split(':')[1]
  if (shown !== undefined && shown !== remote.fingerprint) return 'changed'
  const lacks = (has: readonly string[] | null, wanted: readonly (string | undefined)[]) =>
    has !== null && wanted.some((one) => one !== undefined && !has.includes(one))
  if (settings.entitlementsAs.includes('entitlements') && lacks(remote.entitlements, account.entitlements)) {
    return 'changed'
  }
  const ids = account.entitlements.map((name) => groupIds.get(name))
  return settings.entitlementsAs.includes('groups') && lacks(remote.groups, ids) ? 'changed' : 'same'
}

/** Removals are held back beyond this many; a handful is everyday life, half of everybody is a mistake somewhere. */
export function isTooMany(removals: number, active: number, percentMax: number): boolean {
  return removals > Math.max(2, (active * percentMax) / 100)
}
