import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { JobLog } from './engine-logger.ts'
import { beat, listLocks, listNodes, type NodeRow, removeNode, takeOver, unlockJob, unlockPools } from './node-store.ts'
import { createSilence } from './silence.ts'
import type { KeptPool } from './worker-pool.ts'

export type HeartbeatOptions = {
  db: Database
  clock: Clock
  log: JobLog
  nodeId: string
  pool: Pick<KeptPool, 'ids' | 'running'>
  beatMs: number
  /** A node that does not beat for this long is given up and its jobs run elsewhere. */
  leaseMs: number
  /** Told with each beat whether there are other nodes; once it cannot be told any more, that there may be. */
  onOthers?: (areThere: boolean) => void
}

/** Where a process number means the same process: this machine, since its last start, in this container. */
const place = [hostname(), readOr('/proc/sys/kernel/random/boot_id'), linkOr('/proc/self/ns/pid')].join(' ')

export type Heartbeat = {
  /** How long ago this node last got its sign of life written. */
  silentMs(): number
  stop(): Promise<void>
}

/** Shows the others that this node lives, and takes over the jobs of those that do not. */
export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { db, clock, log, nodeId, pool, beatMs, leaseMs, onOthers = () => {} } = options
  const startedAt = clock.now()
  const nodesSilence = createSilence(beatMs * 2)
  const locksSilence = createSilence(beatMs * 2)
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let lastBeat = performance.now()
  let round = tick()

  async function tick(): Promise<void> {
    try {
      await beat(db, {
        id: nodeId,
        place,
        pid: process.pid,
        pool_ids: [...pool.ids()],
        started_at: startedAt,
        beat_at: clock.now(),
      })
      lastBeat = performance.now()
      const nodes = await listNodes(db)
      if (!isStopped) onOthers(nodes.some(({ id }) => id !== nodeId))
      await giveUpSilentNodes(nodes)
      await giveBackLostJobs(nodes)
    } catch (error) {
      onOthers(true)
      log.warn({ error: String(error) }, 'the heartbeat of this node could not be written')
    }
    if (!isStopped) timer = setTimeout(() => (round = tick()), beatMs)
  }

  async function giveUpSilentNodes(nodes: NodeRow[]): Promise<void> {
    const others = nodes.filter((node) => node.id !== nodeId)
    const silent = nodesSilence.observe(new Map(others.map((node) => [node.id, node.beats])), leaseMs)
    for (const node of others.filter((other) => silent.includes(other.id) || isDeadHere(other))) {
      if (await takeOver(db, node)) log.warn({ node: node.id }, 'a node is gone; its jobs run elsewhere now')
    }
  }

  /** Locks of pools that no node has, and locks of ours whose job does not run here: an answer was lost on its way. */
  async function giveBackLostJobs(nodes: NodeRow[]): Promise<void> {
    const living = new Set(nodes.flatMap((node) => node.pool_ids))
    const locks = await listLocks(db)
    const lost = locks.filter((lock) =>
      pool.ids().includes(lock.locked_by) ? !pool.running().has(String(lock.id)) : !living.has(lock.locked_by),
    )
    // A lock that was taken anew is another one, though it is ours again: the job ended in between, or waits to be run.
    const shown = lost.map(({ id, locked_by, locked_at }) => [String(id), `${locked_by} ${locked_at}`] as const)
    const silent = locksSilence.observe(new Map(shown), leaseMs)
    for (const lock of lost.filter(({ id }) => silent.includes(String(id)))) {
      log.warn({ job: lock.id }, 'a job was locked by nobody; giving it back')
      if (pool.ids().includes(lock.locked_by)) await unlockJob(db, lock)
      else await unlockPools(db, [lock.locked_by])
    }
  }

  return {
    silentMs: () => performance.now() - lastBeat,
    async stop() {
      isStopped = true
      onOthers(true)
      clearTimeout(timer)
      await round
      clearTimeout(timer)
      await unlockPools(db, pool.ids()).catch(() => {})
      await removeNode(db, nodeId).catch(() => {})
    },
  }
}

/** On the same machine nobody has to wait for the lease: a process that is gone is gone. */
function isDeadHere(node: NodeRow): boolean {
  if (node.place !== place || node.pid === process.pid) return false
  try {
    process.kill(node.pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return '-'
  }
}

function linkOr(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return '-'
  }
}
