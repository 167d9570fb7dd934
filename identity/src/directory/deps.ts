/** What the directory slice needs from the platform and from the trail; each use case picks the part it uses. */
import type { Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { Events } from '../platform/events.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { HashCost } from './connectors/registry.ts'
import type { Connectors } from './open-connectors.ts'

export type DirectoryDeps = {
  db: Database
  jobs: Pick<Jobs, 'enqueue' | 'register' | 'schedule'>
  events: Pick<Events, 'emit'>
  clock: Clock
  ids: Ids
  log: Pick<Log, 'info' | 'warn' | 'error'>
  keys: Keyring
  /** Reminders leave by it; without these two nobody is reminded. */
  mail?: Mailer
  publicUrl?: URL
  /** For lists of breached passwords, where a directory names one. */
  egress?: Pick<Egress, 'fetch'>
  audit: Pick<Audit, 'record'>
  /** `host` or `host:port` inside the network that a directory may be at; `*` opens every one (security A.4). */
  internalHosts: readonly string[]
  /** Of hashes in a built-in directory; the service leaves it out. */
  passwordCost?: HashCost
}

/** With what the slice opens for itself. */
export type SliceDeps = DirectoryDeps & { connectors: Connectors }
