/** What sso needs from the platform and from the slices to its left; each use case picks the part it uses. */
import type { Access } from '../access/module.ts'
import type { Actor, AuditModule } from '../audit/module.ts'
import type { Credentials } from '../credentials/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { ShareTransaction } from '../platform/database/shared-transactions.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Live } from '../platform/live.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { Csrf } from './csrf.ts'
import type { SessionLimits } from './types.ts'

export type Company = { name: string; accent: string | null; logo: string | null }

export type SsoPlatform = {
  db: Database
  jobs: Pick<Jobs, 'schedule'>
  events: Events
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac' | 'hmacMatches'>
  log: Log
  live: Pick<Live, 'publish' | 'subscribe'>
  mail: Mailer
  audit: Pick<AuditModule, 'record' | 'search'>
  directory: Pick<
    Directory,
    | 'person'
    | 'people'
    | 'findByLogin'
    | 'isActive'
    | 'isPaused'
    | 'summary'
    | 'connectorOf'
    | 'createPerson'
    | 'groupsOf'
    | 'group'
    | 'directory'
    | 'vouchedMails'
    | 'namesakesOf'
    | 'vouchedByDirectory'
    | 'vouchedMailsOfOthers'
    | 'vouchedSameAddress'
  > & {
    /** The first built-in directory, made when there is none. */
    builtInDirectory(tx: Tx, actor: Actor): Promise<{ id: string }>
  }
  credentials: Pick<
    Credentials,
    | 'checkPassword'
    | 'changePassword'
    | 'validity'
    | 'moveValidFrom'
    | 'factorsOf'
    | 'canBeAsked'
    | 'startChallenge'
    | 'answerChallenge'
    | 'startPasskeySignIn'
    | 'answerPasskeySignIn'
    | 'redeemTemporaryPass'
    | 'standBehindOwnRules'
  >
  access: Pick<
    Access,
    | 'productRoles'
    | 'administrators'
    | 'productRoleId'
    | 'grantRole'
    | 'startGrant'
    | 'app'
    | 'apps'
    | 'roles'
    | 'appsFor'
    | 'grantsOf'
    | 'appsOfRole'
    | 'mayUse'
    | 'desiredAccount'
    | 'holdersOf'
  >
  publicUrl: URL
  company: Company
  limits?: SessionLimits
}

export type SsoDeps = SsoPlatform & {
  limits: SessionLimits
  csrf: Csrf
  /** What concurrent sign-ins write is one transaction, each still being all or nothing. */
  shareSignIns: ShareTransaction
}
