import { SpanKind, SpanStatusCode, type Tracer } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BatchSpanProcessor, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { FastifyInstance } from 'fastify'
import { resource } from './resource.ts'

export type Tracing = {
  tracer: Tracer
  stop(): Promise<void>
}

/** Sends spans to the operator's collector, in batches; a collector that is down costs nothing but its spans. */
export function createTracing(collector: URL): Tracing {
  const exporter = new OTLPTraceExporter({ url: collector.href, timeoutMillis: 5_000 })
  return tracingTo(new BatchSpanProcessor({ exporter }))
}

export function tracingTo(processor: SpanProcessor): Tracing {
  const provider = new TracerProvider({ resource, spanProcessors: [processor] })
  return {
    tracer: provider.getTracer('hallpass'),
    // What could not be sent by now is lost; stopping goes on.
    stop: () => provider.shutdown().catch(() => {}),
  }
}

/** One span a request: the contract's id, the request's id and the status; never a path, a body or who it was. */
export function traceRequests(server: FastifyInstance, tracing: Tracing): void {
  server.addHook('onResponse', async (request, reply) => {
    const { spec } = request.routeOptions.config
    if (!spec) return
    const endTime = Date.now()
    const span = tracing.tracer.startSpan(spec.id, {
      kind: SpanKind.SERVER,
      startTime: endTime - reply.elapsedTime,
      attributes: {
        'http.route': spec.id,
        'http.request.method': request.method,
        'http.response.status_code': reply.statusCode,
        'hallpass.request.id': request.id,
      },
    })
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end(endTime)
  })
}
