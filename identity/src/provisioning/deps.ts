/** What provisioning needs from the platform and from the slices to its left; each use case picks the part it uses. */
import type { Access } from '../access/module.ts'
import type { AuditModule } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail/mail.ts'

export type ProvisioningDeps = {
  db: Database
  jobs: Pick<Jobs, 'enqueue' | 'register' | 'schedule'>
  events: Events
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'seal' | 'open'>
  egress: Pick<Egress, 'fetch'>
  log: Log
  mail: Mailer
  audit: Pick<AuditModule, 'record' | 'intent' | 'outcome'>
  directory: Pick<Directory, 'person' | 'people' | 'isActive' | 'summary' | 'vouchedByDirectory'>
  access: Pick<
    Access,
    | 'app'
    | 'apps'
    | 'role'
    | 'grant'
    | 'grantsOf'
    | 'appsOfRole'
    | 'ownersOf'
    | 'desiredAccount'
    | 'holdersOf'
    | 'pendingGrants'
  >
  publicUrl: URL
}
