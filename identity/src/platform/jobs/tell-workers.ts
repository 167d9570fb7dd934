import { sql } from 'kysely'
import type { Reader } from '../database/database.ts'
import { unhurried } from '../database/unhurried.ts'

export type WorkersTold = {
  /** So many jobs are due at once, and their transaction has committed. */
  tell(added: number): void
  /** The workers of this process hear of each at once, without the database. */
  hear(listen: (added: number) => void): void
  /** What was last seen: whether workers run in other processes, too. Until somebody looked they may. */
  seeOthers(areThere: boolean): void
}

/** Workers of other nodes hear of what is added at most this often; an idle one loses no more than that. */
const everyMs = 50

/**
 * Tells the workers of all nodes of jobs that were added, once their transaction has committed. One that told them itself
 * would hold a lock on all that tell anything until its commit is on the disk (PreCommit_Notify in PostgreSQL's async.c).
 * What gathers meanwhile goes with the next telling. Where it is lost, because the process was killed or the database is
 * away, the jobs are found by the next poll. So is what is added in the moment between the start of a second node and the
 * next look for others: where there were none, nobody is told by the database, since it would wake the workers here again.
 */
export function tellWorkers(reader: Reader): WorkersTold {
  const nearby: ((added: number) => void)[] = []
  let waiting = 0
  let isResting = false
  let hasOthers = true

  async function tellAll(): Promise<void> {
    isResting = true
    const payload = JSON.stringify({ count: waiting })
    waiting = 0
    await sql`select pg_notify('jobs:insert', ${payload}), ${unhurried}`
      .execute(reader.withTables<object>())
      .catch(() => {})
    setTimeout(() => {
      isResting = false
      if (waiting > 0) void tellAll()
    }, everyMs).unref()
  }

  return {
    tell(added) {
      for (const listen of nearby) listen(added)
      if (!hasOthers && nearby.length > 0) return
      waiting += added
      if (!isResting) void tellAll()
    },
    hear: (listen) => void nearby.push(listen),
    seeOthers(areThere) {
      hasOthers = areThere
    },
  }
}
