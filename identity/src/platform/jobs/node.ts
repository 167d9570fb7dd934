import type { Ids } from '../ids.ts'
import type { JobLog } from './engine-logger.ts'
import type { JobEngine } from './graphile.ts'
import { startHeartbeat } from './heartbeat.ts'
import { keepHistory } from './history.ts'
import { startSweeps } from './sweep-ticker.ts'
import { keepWorkerPool, type OnRun } from './worker-pool.ts'

export type StartNodeOptions = {
  engine: JobEngine
  /** A direct connection to the server: through a pooler in transaction mode nobody can listen or hold a lock. */
  url: string
  ids: Ids
  log: JobLog
  /** Jobs run at the same time on this node; 10 when left out. */
  concurrency?: number
  pollMs?: number
  beatMs?: number
  leaseMs?: number
  onRun?: OnRun
}

export type JobNode = {
  id: string
  /** How long this node has shown no sign of life: to the others, or by running jobs and looking for some. */
  silentMs(): number
  /** Takes no more jobs and waits for the running ones, at most `graceMs`. */
  stop(graceMs?: number): Promise<void>
}

/** Makes this process one of the nodes that share the work. Everything must be registered with the engine before. */
export function startNode(options: StartNodeOptions): JobNode {
  const { engine, url, ids, log } = options
  const id = ids.next()
  const history = keepHistory({ db: engine.db, clock: engine.clock, log, toEngine: engine.toEngine })
  const pool = keepWorkerPool({
    engine,
    url,
    log,
    concurrency: options.concurrency ?? 10,
    pollMs: options.pollMs ?? 1000,
    onRun: (...run) => {
      history.note(...run)
      options.onRun?.(...run)
    },
  })
  const heartbeat = startHeartbeat({
    db: engine.db,
    clock: engine.clock,
    log,
    nodeId: id,
    pool,
    beatMs: options.beatMs ?? 2000,
    leaseMs: options.leaseMs ?? 10_000,
    onOthers: engine.seeOthers,
  })
  const sweeps = startSweeps(engine, log)
  return {
    id,
    silentMs: () => Math.max(heartbeat.silentMs(), pool.silentMs()),
    async stop(graceMs = 10_000) {
      await Promise.all([sweeps.stop(), pool.stop(graceMs)])
      await history.stop()
      await heartbeat.stop()
    },
  }
}
