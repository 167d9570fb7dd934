/** What credentials needs from the platform and from the slices to its left; each use case picks the part it uses. */
import type { Audit } from '../audit/module.ts'
import type { ConfiguredDirectory, Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database, Reader } from '../platform/database/database.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Live } from '../platform/live.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { AnyDirectoryAway } from './any-directory-away.ts'
import type { Delay } from './at-deadline.ts'
import type { Factors } from './factors/registry.ts'
import type { FewAtOnce } from './few-at-once.ts'
import type { LockoutThresholds } from './lockout-thresholds.ts'
import type { Messages } from './offers.ts'
import type { RecentPasswords } from './recent-passwords.ts'
import type { RolesOf } from './unlock-person.ts'

export type CredentialsPlatform = {
  db: Database
  jobs: Pick<Jobs, 'enqueue' | 'register' | 'schedule'>
  events: Events
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac' | 'hmacMatches' | 'seal' | 'open'>
  egress: Pick<Egress, 'fetch'>
  mail: Mailer
  log: Log
  audit: Pick<Audit, 'record' | 'intent' | 'outcome'>
  live: Pick<Live, 'publish'>
  directory: Pick<
    Directory,
    | 'person'
    | 'findByLogin'
    | 'isActive'
    | 'isPaused'
    | 'isProtected'
    | 'addressesOf'
    | 'formerContactsOf'
    | 'connectorOf'
    | 'passwordsOf'
    | 'noteOwnWrite'
    | 'settleOwnWrite'
    | 'groupsOf'
    | 'group'
    | 'directories'
    | 'isAnyAway'
  > & {
    directory(r: Reader, directoryId: string): Promise<ConfiguredDirectory | null>
  }
  publicUrl: URL
  companyName: string
  /** Product roles live in access, to the right of here; app.ts plugs in how they are read. */
  rolesOf: RolesOf
  /** The operator's services for text messages and prompts; without them there are none. */
  messages?: Messages
  /** Folder for keyed hashes of passwords just set, beside the master key; null where none may be kept. */
  recentPasswordsFolder?: string | null
  /** When refusals are told after a call began; a refused sign-in waits for it, a good one does not. */
  deadlines?: { signInMs: number; proofMs: number }
  delay?: Delay
}

export type CredentialsDeps = CredentialsPlatform & {
  messages: Messages
  recentPasswords: RecentPasswords
  factors: Factors
  thresholds: LockoutThresholds
  anyDirectoryAway: AnyDirectoryAway
  triesAtOnce: FewAtOnce
  /** What concurrent steps of resets write is one transaction, each step still being all or nothing. */
  shareTransaction: ShareTransaction
  /** The same for starting one: nobody's start waits for a step that depends on who is meant (promise 11). */
  shareStart: ShareTransaction
  /** One sign-in of a person after the other, on this node. */
  oneByOne: FewAtOnce
  delay: Delay
  signInDeadlineMs: number
  proofDeadlineMs: number
}
