import type { FastifyInstance } from 'fastify'
import { type App, createApp, createAppServer } from './app.ts'
import type { Config } from './config.ts'
import { openFoundation } from './foundation.ts'
import { giveBackMemory } from './platform/give-back-memory.ts'
import { diskCheck, jobsCheck } from './platform/health-checks.ts'
import { endEventStreams } from './platform/http/event-stream.ts'
import { servePortal } from './platform/http/portal-files.ts'
import { type JobNode, startNode } from './platform/jobs/node.ts'
import { keepHeapSmall } from './platform/keep-heap-small.ts'
import type { Environment } from './platform/settings.ts'
import { settledWithin } from './platform/settled-within.ts'
import { createMetrics, serveMetrics } from './platform/telemetry/metrics.ts'
import { createTracing, traceRequests } from './platform/telemetry/tracing.ts'

export type RunningService = {
  app: App
  server: FastifyInstance
  /** Where it listens; the public URL may be a proxy's. */
  address: string
  /** Takes no new work, finishes what is in hand, closes everything. Fails where that takes longer than it may. */
  stop(): Promise<void>
}

export type ServeOptions = {
  config: Config
  environment: Environment
  /** Folder of the built portal; the API alone is served where it is not built. */
  portalFolder: string | null
  /** Runs once everything is wired and before anything listens. */
  prepare?: (app: App) => Promise<void>
}

/** Opens, wires, listens. Whatever fails on the way closes what was opened. */
export async function startService(options: ServeOptions): Promise<RunningService> {
  const { config, environment } = options
  keepHeapSmall()
  const opened = new AsyncDisposableStack()
  try {
    const foundation = opened.adopt(await openFoundation(config), (it) => it.close())
    const { jobs, log, place, ids } = foundation
    const tracing = config.tracesUrl ? createTracing(config.tracesUrl) : null
    opened.defer(() => tracing?.stop())
    const metrics = opened.adopt(createMetrics(), (it) => it.stop())
    const app = createApp(foundation)
    opened.defer(() => app.directory.close())
    await options.prepare?.(app)
    // Closed in the turned-round order of these lines: calls that are in hand end before the jobs do.
    let node: JobNode | undefined
    const stopMs = config.stopSeconds * 1000
    opened.defer(() => node?.stop(stopMs * 0.4))
    const leaseMs = config.nodeLeaseSeconds * 1000
    const checks = [jobsCheck(() => node, leaseMs), ...(config.databaseUrl ? [] : [diskCheck(config.dataDir)])]
    const server = opened.adopt(await createAppServer(app, environment, checks), (it) => it.close())
    serveMetrics(server, metrics, config.metricsToken)
    metrics.observeJobs(() => jobs.count())
    if (tracing) traceRequests(server, tracing)
    await servePortal(server, options.portalFolder)
    server.addHook('preClose', async () => endEventStreams())
    const address = await server.listen({ host: config.listenHost, port: config.listenPort })
    node = startNode({
      engine: jobs,
      url: place.serviceUrl,
      ids,
      log,
      concurrency: config.jobsAtOnce,
      leaseMs,
      beatMs: Math.max(250, leaseMs / 5),
      onRun: metrics.job,
    })
    // Starting needs three times what running does.
    void giveBackMemory()
    return { app, server, address, stop: () => settledWithin(opened.disposeAsync(), stopMs, late(config.stopSeconds)) }
  } catch (error) {
    // What went wrong first is what there is to mend.
    await opened.disposeAsync().catch(() => {})
    throw error
  }
}

const late = (seconds: number) =>
  `The service did not stop within ${seconds} seconds, as where its database does not answer. It ends all the same: what was in hand is taken up at the next start.`
