/**
 * A node in a process of its own, for tests that kill it. Works off `toil` jobs: each takes some time and leaves a row,
 * and in its queue notes when it began and ended.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '../clock.ts'
import { openDatabase } from '../database/open-database.ts'
import { uuidV7 } from '../ids.ts'
import { createJobs, type JobEngine } from './graphile.ts'
import { type JobNode, startNode } from './node.ts'

export type Toil = { toil: { n: number; pid: number; began: number; ended: number | null } }

export const toilTable = 'create table toil (n integer, pid integer, began float, ended float)'

/** Registers the job; the table is the test's own. */
export function registerToil(engine: JobEngine, millisecondsEach: number): void {
  engine.register('toil', async ({ n }) => {
    const toil = engine.db.withTables<Toil>()
    const row = { n: n as number, pid: process.pid, began: Date.now() }
    await toil
      .insertInto('toil')
      .values({ ...row, ended: null })
      .execute()
    await sleep(millisecondsEach)
    await toil
      .updateTable('toil')
      .set({ ended: Date.now() })
      .where('n', '=', row.n)
      .where('began', '=', row.began)
      .execute()
  })
}

export function startTestNode(url: string, millisecondsEach: number): { engine: JobEngine; node: JobNode } {
  const db = openDatabase({ url })
  const engine = createJobs({ db, clock: systemClock })
  registerToil(engine, millisecondsEach)
  engine.schedule({
    name: 'tick',
    everySeconds: 1,
    run: async () => {
      const row = { n: -1, pid: process.pid, began: Date.now(), ended: Date.now() }
      await db.withTables<Toil>().insertInto('toil').values(row).execute()
    },
  })
  const log = { debug() {}, info() {}, warn() {}, error() {} }
  const timing = { concurrency: 4, pollMs: 200, beatMs: 200, leaseMs: 1500 }
  return { engine, node: startNode({ engine, url, ids: uuidV7(systemClock), log, ...timing }) }
}

if (import.meta.main) {
  const { engine, node } = startTestNode(process.argv[2] ?? '', Number(process.argv[3]))
  process.once('SIGTERM', async () => {
    await node.stop()
    await engine.db.close()
  })
  process.stdout.write('ready\n')
}
