import { platformRoutes } from '@hallpass/contract/platform'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Database, Tx } from '../database/database.ts'
import { Failure } from '../errors.ts'
import type { Principal } from '../http/principal.ts'
import { serve } from '../http/route.ts'
import { readHistory } from './history.ts'
import type { JobInfo, Jobs } from './jobs.ts'

export type JobsRoutesDeps = {
  db: Database
  clock: Clock
  jobs: Pick<Jobs, 'inspect' | 'count' | 'retry' | 'runSweep'>
  /** Writes into the trail that a person tried a job again; plugged in from outside, since the trail is a slice. */
  recordRetry(tx: Tx, call: { principal: Principal; address: string; requestId: string }, jobId: string): void
}

/** What administrators see of the queue: it never shows a payload, whose ids mean nothing to a reader. */
export function jobsRoutes(server: FastifyInstance, deps: JobsRoutesDeps): void {
  serve(server, platformRoutes.listJobs, async ({ query }) => {
    const state = query.state ? { state: query.state } : {}
    const [shown, counts] = await Promise.all([
      deps.jobs.inspect({ ...state, limit: query.limit ?? 100 }),
      deps.jobs.count(),
    ])
    return { items: shown.map(toWire), counts }
  })

  serve(server, platformRoutes.jobHistory, async ({ query }) => {
    const hours = query.hours ?? 24
    const seconds = spanSeconds[hours]
    // Whole spans only, or the first one would look as if less had been done in it.
    const until = Math.ceil(deps.clock.now().getTime() / 1000 / seconds) * seconds
    const from = new Date((until - hours * 3600) * 1000)
    const spans = await readHistory(deps.db, from, seconds)
    return {
      from: from.toISOString(),
      spanSeconds: seconds,
      items: spans.map(({ at, ...counts }) => ({ at: at.toISOString(), ...counts })),
    }
  })

  serve(server, platformRoutes.retryJob, async (call) => {
    const { params } = call
    const isFound = await deps.db.transaction(async (tx) => {
      if (!(await deps.jobs.retry(tx, params.id))) return false
      deps.recordRetry(tx, call, params.id)
      return true
    })
    if (!isFound)
      throw new Failure(
        'not_found',
        'job_not_found',
        'This job is no longer there: it was done, or tried again elsewhere.',
      )
  })

  serve(server, platformRoutes.runSweep, async ({ params }) => {
    await deps.jobs.runSweep(params.name)
  })
}

/** Forty to sixty spans make a picture. */
const spanSeconds = { 3: 300, 24: 1800, 168: 10_800 } as const

function toWire(job: JobInfo) {
  return {
    id: job.id,
    task: job.task,
    key: job.key,
    queue: job.queue,
    state: job.state,
    attempts: job.attempts,
    maxAttempts: job.maxAttempts,
    runAt: job.runAt.toISOString(),
    createdAt: job.createdAt.toISOString(),
    lastError: job.lastError,
  }
}
