import { statfs } from 'node:fs/promises'
import type { Database } from './database/database.ts'
import type { HealthCheck } from './http/health-routes.ts'
import type { JobNode } from './jobs/node.ts'

/**
 * Whether the database answers and writes. It only reads: anybody may ask for readiness. That writes reach the disk is
 * shown by the heartbeat, which is one.
 */
export function databaseCheck(db: Pick<Database, 'isReachable'>): HealthCheck {
  const sentence = 'The database does not answer, or only reads.'
  return { name: 'database', fault: async () => ((await db.isReachable()) ? null : sentence) }
}

/** Whether this node works off jobs; when it has been silent for several leases the others have taken it for dead. */
export function jobsCheck(node: () => Pick<JobNode, 'silentMs'> | undefined, leaseMs: number): HealthCheck {
  const silentMsMax = leaseMs * 4
  return {
    name: 'jobs',
    async fault() {
      const silentMs = node()?.silentMs()
      if (silentMs === undefined) return 'The jobs of this node have not started yet.'
      if (silentMs < silentMsMax) return null
      return `The jobs of this node have shown no sign of life for ${Math.round(silentMs / 1000)} seconds.`
    },
  }
}

/** The server writes its log ahead in pieces of 16 MB; on a full disk it ends in the middle of one. */
const freeMegabytesMin = 64

/** Whether the disk of the embedded database has room. */
export function diskCheck(folder: string, megabytesMin = freeMegabytesMin): HealthCheck {
  return {
    name: 'disk',
    async fault() {
      const { bavail, bsize } = await statfs(folder)
      const megabytes = Math.floor((bavail * bsize) / 1_000_000)
      return megabytes < megabytesMin ? `The disk of the database has ${megabytes} MB left.` : null
    },
  }
}
