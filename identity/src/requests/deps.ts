import type { Access } from '../access/module.ts'
import type { AuditModule } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Live } from '../platform/live.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { Provisioning } from '../provisioning/module.ts'

/** All that requests stand on; each use case names the part it needs. */
export type RequestsDeps = {
  db: Database
  jobs: Pick<Jobs, 'enqueue' | 'register' | 'schedule'>
  events: Events
  live: Live
  clock: Clock
  ids: Ids
  mail: Mailer
  audit: Pick<AuditModule, 'record' | 'entriesAbout'>
  directory: Pick<
    Directory,
    | 'person'
    | 'people'
    | 'colleaguesOf'
    | 'managerOf'
    | 'membersOf'
    | 'group'
    | 'groupsOf'
    | 'isActive'
    | 'isFresh'
    | 'isPaused'
    | 'summary'
  >
  access: Pick<
    Access,
    | 'grantRole'
    | 'lockGrants'
    | 'startGrant'
    | 'endGrant'
    | 'extendGrant'
    | 'grant'
    | 'grantsOf'
    | 'heldGrant'
    | 'apps'
    | 'role'
    | 'roles'
    | 'appsOfRole'
    | 'ownersOf'
    | 'holderCount'
    | 'holdersAmong'
    | 'conflictsHeld'
    | 'appsFor'
    | 'administrators'
    | 'productRoles'
    | 'mayRequest'
  >
  provisioning: Pick<Provisioning, 'isSettled' | 'accountOf'>
  /** Where people reach the portal; links in mails start here. */
  publicUrl: URL
}
