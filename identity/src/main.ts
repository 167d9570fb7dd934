import type { FastifyInstance } from 'fastify'
import { type App, createApp, createAppServer } from './app.ts'
import type { Config } from './config.ts'
import { openFoundation } from './foundation.ts'
import { giveBackMemory } from './platform/give-back-memory.ts'
import { endEventStreams } from './platform/http/event-stream.ts'
import { servePortal } from './platform/http/portal-files.ts'
import { startNode } from './platform/jobs/node.ts'
import { keepHeapSmall } from './platform/keep-heap-small.ts'
import type { Environment } from './platform/settings.ts'
import { createMetrics, serveMetrics } from './platform/telemetry/metrics.ts'
import { createTracing, traceRequests } from './platform/telemetry/tracing.ts'

export type RunningService = {
  app: App
  server: FastifyInstance
  /** Where it listens; the public URL may be a proxy's. */
  address: string
  /** Takes no new work, finishes what is in hand, closes everything. */
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
  const foundation = await openFoundation(config)
  const { jobs, log, place, ids } = foundation
  const metrics = createMetrics()
  const tracing = config.tracesUrl ? createTracing(config.tracesUrl) : null
  try {
    const app = createApp(foundation)
    await options.prepare?.(app)
    const server = await createAppServer(app, environment)
    serveMetrics(server, metrics, config.metricsToken)
    metrics.observeJobs(() => jobs.count())
    if (tracing) traceRequests(server, tracing)
    await servePortal(server, options.portalFolder)
    server.addHook('preClose', async () => endEventStreams())
    const node = startNode({
      engine: jobs,
      url: place.serviceUrl,
      ids,
      log,
      concurrency: config.jobsAtOnce,
      leaseMs: config.nodeLeaseSeconds * 1000,
      beatMs: Math.max(250, (config.nodeLeaseSeconds * 1000) / 5),
      onRun: metrics.job,
    })
    const address = await server.listen({ host: config.listenHost, port: config.listenPort })
    // Starting needs three times what running does.
    void giveBackMemory()
    return {
      app,
      server,
      address,
      async stop() {
        await server.close()
        await node.stop()
        await app.directory.close()
        await metrics.stop()
        await tracing?.stop()
        await foundation.close()
      },
    }
  } catch (error) {
    await foundation.close()
    throw error
  }
}
