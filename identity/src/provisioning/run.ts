/** One run of the reconciler over one account: what it read when it began, and what it has learned since. */
import type { DesiredAccount } from '../access/module.ts'
import type { Entry } from '../audit/module.ts'
import type { Person } from '../directory/module.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import type { ClaimAccount } from './claim-accounts.ts'
import type { AccountKey, Profile } from './connectors/connector.ts'
import { rejected } from './connectors/failures.ts'
import type { ProvisioningDeps } from './deps.ts'
import type { OpenApps } from './open-app.ts'
import type { Lane } from './store-pace.ts'
import type { AccountRow, AppConnection } from './types.ts'

export type ReconcileDeps = ProvisioningDeps & {
  apps: OpenApps
  /** Runs that begin at the same time claim their accounts by one statement. */
  claimAccount: ClaimAccount
  /** By person: accounts that are made at the same time write down what they mean, and how they are, together. */
  shareTransaction: ShareTransaction
}

export type Run = {
  id: string
  account: AccountRow
  connection: AppConnection
  desired: DesiredAccount
  person: Person | null
  lane: Lane
  /** The intent this run wrote into the trail, if it came to a write. */
  intent: Entry | null
}

/** Another run took the account over: whatever this one still knows is old. */
export class Overtaken extends Error {
  constructor() {
    super('Another run works on this account.')
    this.name = 'Overtaken'
  }
}

export const reconciler = { kind: 'system', name: 'provisioning.reconcile' } as const

export function subjectsOf(account: Pick<AccountRow, 'id' | 'appId' | 'personId'>, grantIds: readonly string[] = []) {
  const [grantId] = grantIds
  return {
    accountId: account.id,
    appId: account.appId,
    personId: account.personId,
    ...(grantIds.length === 1 && grantId !== undefined ? { grantId } : {}),
  }
}

/**
 * Our key is the person's id: it never changes, is never reused and says nothing. The user name is whichever the
 * administrator chose; who has none cannot be given an account, and can still be taken one.
 */
export function keyOf({ person, account, connection, desired }: Run): AccountKey {
  const chosen = connection.settings.userName === 'mail' ? person?.mail : person?.login
  if (desired.active && (chosen === null || chosen === undefined)) {
    throw rejected('This person has no mail address, and the app takes it as user name. Add one in their directory.')
  }
  return {
    externalId: account.personId,
    userName: chosen ?? account.userName ?? account.personId,
    mail: person?.mail ?? null,
  }
}

export function profileOf({ person }: Run): Profile {
  return {
    displayName: person?.displayName ?? '',
    givenName: person?.givenName ?? null,
    familyName: person?.familyName ?? null,
    title: person?.title ?? null,
    mail: person?.mail ?? null,
  }
}
