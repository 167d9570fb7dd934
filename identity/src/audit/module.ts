/** The front door of the trail: what happened, in the transaction that made it happen, chained and sealed. */
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { exportTrail } from './export-trail.ts'
import { createRecorder } from './record-entry.ts'
import { searchTrail } from './search-trail.ts'
import { entryById, openIntents, searchEntries } from './store.ts'
import { text, toActor } from './to-wire.ts'
import type { AuditModule } from './types.ts'
import { verifyTrail } from './verify-trail.ts'
import { writeCheckpoint } from './write-checkpoint.ts'

export { actorOf } from './actor-of.ts'
export { erasePersonalValues } from './erase-personal-values.ts'
export { intentResolved } from './events.ts'
export { auditRoutes } from './routes.ts'
export type {
  Actor,
  Audit,
  AuditModule,
  Entry,
  Facts,
  Subjects,
} from './types.ts'

export type AuditDeps = {
  db: Database
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'sign' | 'signers' | 'verify'>
  jobs: Pick<Jobs, 'schedule'>
  /** Where checkpoints are copied to, outside the database; null (tests) keeps them in the database alone. */
  checkpointFile: string | null
  /** The name of this node among those that share the database; left out where it is the only one. */
  node?: string | undefined
}

const linesMax = 500

/** Whether a migrated database was never used: whatever anybody does leaves an entry. For a restore. */
export const trailUnused = 'select not exists (select from audit_entries)'

export function createAudit(deps: AuditDeps): AuditModule {
  deps.jobs.schedule({
    name: 'audit.checkpoint',
    everySeconds: 60,
    run: async (now) => void (await writeCheckpoint(deps, { now })),
  })
  const recorder = createRecorder(deps)
  return {
    ...recorder,
    verify: () => verifyTrail(deps),
    seal: async () => void (await writeCheckpoint(deps, { now: deps.clock.now() })),
    async recordRestore(actor, facts) {
      await deps.db.transaction(async (tx) => {
        recorder.record(tx, { action: 'backup.restored', actor, subjects: {}, after: facts })
      })
      await writeCheckpoint(deps, { now: deps.clock.now(), kind: 'restored' })
    },
    search: searchTrail,
    entry: entryById,
    async entriesAbout(reader, subjects) {
      const entries = await searchEntries(reader, { subjects }, { order: 'oldest', limit: linesMax })
      return entries.map((entry) => ({
        id: entry.body.id,
        at: new Date(entry.body.at),
        action: entry.body.action,
        actor: toActor(entry),
        reason: text(entry.values.get('reason')),
      }))
    },
    openIntents: async (reader) => (await openIntents(reader, linesMax)).map((row) => row.body),
    exportLines: exportTrail,
  }
}
