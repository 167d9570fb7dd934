/** What the desk needs from the platform and from the slices to its left; each use case picks the part it uses. */

import type { Access } from '../access/module.ts'
import type { Audit } from '../audit/module.ts'
import type { Credentials } from '../credentials/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Live } from '../platform/live.ts'
import type { Mailer } from '../platform/mail/mail.ts'

export type DeskDeps = {
  db: Database
  jobs: Pick<Jobs, 'schedule'>
  events: Events
  live: Live
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac'>
  mail: Mailer
  audit: Pick<Audit, 'record'>
  directory: Pick<
    Directory,
    | 'person'
    | 'people'
    | 'managerOf'
    | 'groupsOf'
    | 'group'
    | 'isActive'
    | 'isFresh'
    | 'isProtected'
    | 'addressesOf'
    | 'phonesOf'
    | 'directory'
    | 'everyDirectory'
    | 'summary'
  >
  credentials: Pick<
    Credentials,
    | 'factorsOf'
    | 'startChallenge'
    | 'answerChallenge'
    | 'issueResetLink'
    | 'issueTemporaryPass'
    | 'sendProofCode'
    | 'checkProofCode'
    | 'recovery'
    | 'toldAddresses'
  >
  access: Pick<Access, 'administrators' | 'holdersOfRole' | 'productRoleId' | 'productRoles'>
  /** Where people reach the portal; links in mails start here. */
  publicUrl: URL
  companyName: string
}
