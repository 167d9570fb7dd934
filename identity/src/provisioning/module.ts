/** The front door of provisioning: it makes the accounts in apps match what access says. */
import type { Reader } from '../platform/database/database.ts'
import type { AccountRow } from './types.ts'

export { accountSettled } from './events.ts'
export type { AccountRow, AccountState, ConnectionKind } from './types.ts'

export type Provisioning = {
  /**
   * Whether everything outside Hallpass that a person's access needs is done: of one app, or of every app of a role.
   * True for an app without accounts. A wish newer than the last look at the app makes it false again.
   */
  isSettled(r: Reader, personId: string, appOrRoleId: string): Promise<boolean>
  /** The account of a person in an app; null when no grant ever asked for one. */
  accountOf(r: Reader, personId: string, appId: string): Promise<AccountRow | null>
  accountsOf(r: Reader, personId: string): Promise<AccountRow[]>
}
