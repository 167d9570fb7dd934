import type { Database } from '../platform/database/database.ts'
import { deleteOldSessions } from './store.ts'
import { deleteOldBootstrapLinks } from './store-bootstrap.ts'
import { deleteOldDevices } from './store-devices.ts'
import { deleteOldSignIns } from './store-sign-ins.ts'

const dayMs = 24 * 3_600_000
const sessionsKeptMs = 30 * dayMs
export const deviceDays = 180

/** Deletes what nobody can use any more; the trail keeps what happened. */
export async function purgeSessions(db: Database, now: Date): Promise<void> {
  await deleteOldSessions(db, new Date(now.getTime() - sessionsKeptMs))
  await deleteOldDevices(db, new Date(now.getTime() - deviceDays * dayMs))
  await deleteOldSignIns(db, now)
  await deleteOldBootstrapLinks(db, new Date(now.getTime() - dayMs))
}
