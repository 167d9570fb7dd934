import { sql } from 'kysely'
import type { Reader } from '../database/database.ts'
import { unhurried } from '../database/unhurried.ts'

/**
 * Tells the workers of all nodes of jobs that were added, once their transaction has committed. One that told them itself
 * would hold a lock on all that tell anything until its commit is on the disk (PreCommit_Notify in PostgreSQL's async.c).
 * What gathers while one telling is under way goes with the next. Where it is lost, because the process was killed or the
 * database is away, the jobs are found by the next poll.
 */
export function tellWorkers(reader: Reader): (added: number) => void {
  let waiting = 0
  let isTelling = false

  async function tell(): Promise<void> {
    isTelling = true
    while (waiting > 0) {
      const payload = JSON.stringify({ count: waiting })
      waiting = 0
      await sql`select pg_notify('jobs:insert', ${payload}), ${unhurried}`
        .execute(reader.withTables<object>())
        .catch(() => {})
    }
    isTelling = false
  }

  return (added) => {
    waiting += added
    if (!isTelling) void tell()
  }
}
