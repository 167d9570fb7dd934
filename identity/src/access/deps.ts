/** What access needs from the platform and from the slices to its left; each use case picks the part it uses. */
import type { Audit } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Mailer } from '../platform/mail/mail.ts'

export type AccessSettings = {
  /** How many days before its end a person is reminded of a grant; 0 never. */
  reminderDays: number
  /** After how many days disabled what a person holds ends; 0 never. */
  disabledDaysMax: number
}

export type AccessDeps = {
  db: Database
  jobs: Pick<Jobs, 'enqueue' | 'register' | 'schedule'>
  events: Events
  clock: Clock
  ids: Ids
  audit: Pick<Audit, 'record'>
  mail: Mailer
  directory: Pick<
    Directory,
    'person' | 'people' | 'isActive' | 'group' | 'groupsOf' | 'colleaguesOf' | 'summary' | 'directory' | 'memberIds'
  >
  publicUrl: URL
  settings: AccessSettings
}
