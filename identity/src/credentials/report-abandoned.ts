import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { resetAbandoned } from './events.ts'
import { ticketMinutes } from './limits.ts'
import { hasRecoveredSince } from './store-recoveries.ts'
import { takeUnreported } from './store-resets.ts'

export type ReportAbandonedDeps = { db: Database; events: Events }

const batch = 200

/** A code was sent and nobody got back to work by it or by a later attempt: the desk hears of it, once. */
export function reportAbandoned(deps: ReportAbandonedDeps, now: Date): Promise<void> {
  const endedBefore = new Date(now.getTime() - ticketMinutes * 60_000)
  return deps.db.transaction(async (tx) => {
    for (const { attemptId, personId, createdAt } of await takeUnreported(tx, endedBefore, batch))
      if (!(await hasRecoveredSince(tx, personId, createdAt)))
        await deps.events.emit(tx, resetAbandoned, { personId, attemptId })
  })
}
