import type { Database } from '../platform/database/database.ts'
import { deleteEndedChallenges } from './store-challenges.ts'
import { deleteEndedPasses } from './store-passes.ts'
import { deleteOldRecoveries } from './store-recoveries.ts'
import { deleteEndedAttempts } from './store-resets.ts'
import { deleteEndedTickets } from './store-tickets.ts'
import { deleteEndedCounters } from './store-tries.ts'
import { deleteSettledWrites } from './store-writes.ts'

const hourMs = 3_600_000
const keptMs = 24 * hourMs
const writesKeptMs = 90 * 24 * hourMs
const recoveriesKeptMs = 400 * 24 * hourMs

/** What is over is deleted after a day, settled writes after 90, recoveries after 400: the trail keeps what happened. */
export async function purgeEnded({ db }: { db: Database }, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  await deleteEndedCounters(db, now)
  await deleteEndedAttempts(db, before)
  await deleteEndedTickets(db, before)
  await deleteEndedChallenges(db, before)
  await deleteEndedPasses(db, before)
  await deleteSettledWrites(db, new Date(now.getTime() - writesKeptMs))
  await deleteOldRecoveries(db, new Date(now.getTime() - recoveriesKeptMs))
}
