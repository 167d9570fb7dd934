import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus'
import { AggregationType, MeterProvider } from '@opentelemetry/sdk-metrics'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../errors.ts'
import type { JobInfo } from '../jobs/jobs.ts'
import type { Secret } from '../secret.ts'
import { resource } from './resource.ts'

/** What is measured; read by Prometheus at /metrics, in the names that its users expect: unit last. */
export type Metrics = {
  /** One finished HTTP request. Seconds; the route is the contract's id, never a path with an id in it. */
  request(route: string, method: string, status: number, seconds: number): void
  /** One finished run of a job. */
  job(task: string, outcome: 'done' | 'failed' | 'later', seconds: number): void
  /** Asked at each scrape: how many jobs are in each state. */
  observeJobs(count: () => Promise<Partial<Record<JobInfo['state'], number>>>): void
  /** Answers one scrape in Prometheus' text format. */
  scrape(request: IncomingMessage, response: ServerResponse): void
  stop(): Promise<void>
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export function createMetrics(): Metrics {
  const exporter = new PrometheusExporter({ preventServerStart: true })
  const provider = new MeterProvider({
    resource,
    readers: [exporter],
    views: [
      {
        instrumentName: '*_duration_seconds',
        aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: secondsBuckets } },
      },
    ],
  })
  const meter = provider.getMeter('hallpass')
  const requests = meter.createHistogram('http_server_request_duration_seconds', {
    unit: 's',
    description: 'Requests by route',
  })
  const jobs = meter.createHistogram('hallpass_job_duration_seconds', {
    unit: 's',
    description: 'Runs of jobs by outcome',
  })
  const waiting = meter.createObservableGauge('hallpass_jobs', { description: 'Jobs by state' })
  return {
    request: (route, method, status, seconds) =>
      requests.record(seconds, {
        'http.route': route,
        'http.request.method': method,
        'http.response.status_code': status,
      }),
    job: (task, outcome, seconds) => jobs.record(seconds, { task, outcome }),
    observeJobs: (count) =>
      waiting.addCallback(async (result) => {
        for (const [state, value] of Object.entries(await count())) result.observe(value, { state })
      }),
    scrape: (request, response) => exporter.getMetricsRequestHandler(request, response),
    stop: () => provider.shutdown(),
  }
}

/** /metrics for the holder of the operator's token; where no token is set the address does not exist. */
export function serveMetrics(server: FastifyInstance, metrics: Metrics, token: Secret | undefined): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.spec?.id
    if (route) metrics.request(route, request.method, reply.statusCode, reply.elapsedTime / 1000)
  })
  if (!token) return
  server.get('/metrics', (request, reply) => {
    if (!isSame(request.headers.authorization ?? '', `Bearer ${token.reveal()}`)) {
      throw new Failure('unauthenticated', 'metrics_token_required', 'Send the metrics token as a bearer token.')
    }
    reply.hijack()
    metrics.scrape(request.raw, reply.raw)
  })
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
