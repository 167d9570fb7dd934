import type { IncomingMessage } from 'node:http'
import fastifyMultipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { installRoutes } from '../app/install-routes.ts'
import { oauthRoutes } from '../auth/oauth.ts'
import { oauthConsent } from '../auth/oauth-consent.ts'
import { roleInheritanceApi } from '../auth/role-inheritance-api.ts'
import { catalogApi } from '../catalog/catalog-api.ts'
import { orderApi } from '../catalog/order-api.ts'
import { portal } from '../portal/portal.ts'
import { UnsupportedOperator } from '../query/compile-condition.ts'
import { UnknownScriptValue } from '../query/query-values.ts'
import { scriptedRestRoutes } from '../runtime/scripted-rest-routes.ts'
import { ssoRoutes } from '../sso/sso-routes.ts'
import { NoSuchTable } from '../store/no-such-table.ts'
import { aggregateApi } from './aggregate-api.ts'
import { answer } from './answer.ts'
import { attachmentApi } from './attachment-api.ts'
import { attachmentAttributes } from './attachment-attributes.ts'
import { batchApi } from './batch-api.ts'
import { importSetApi } from './import-set-api.ts'
import { jsonWebService } from './json-web-service.ts'
import { noteRoutes } from './known-paths.ts'
import { openRateLimits } from './rate-limit.ts'
import { takeBodiesAsBytes } from './read-body.ts'
import { notSimulated, RestError } from './rest-error.ts'
import { scimApi } from './scim/scim-api.ts'
import type { Service } from './service.ts'
import { simulatorRoutes } from './simulator-routes.ts'
import { tableApi } from './table-api.ts'
import { widgetApi } from './widget-api.ts'

/** All doors of an instance; not yet listening. */
export async function buildServer(given: Service, tls?: { key: string; cert: string }): Promise<FastifyInstance> {
  const options = {
    logger: false,
    bodyLimit: 50 * 1024 * 1024,
    rewriteUrl: overrideMethod,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    ...(tls ? { https: tls } : {}),
  } as const
  const app = Fastify(options) as unknown as FastifyInstance
  takeBodiesAsBytes(app)
  await app.register(fastifyMultipart, { limits: { fileSize: 50 * 1024 * 1024 } })
  sayErrors(app)
  const known = noteRoutes(app)
  const service = withRateLimits(given, app)
  oauthRoutes(app, service)
  oauthConsent(app, service)
  roleInheritanceApi(app, service)
  simulatorRoutes(app, service)
  installRoutes(app, service)
  portal(app, service)
  ssoRoutes(app, service)
  for (const [prefix, version] of [
    ['/api/now', 'v2'],
    ['/api/now/v1', 'v1'],
    ['/api/now/v2', 'v2'],
  ] as const)
    await app.register(async (scope) => nowApis(scope, service, version), { prefix })
  await app.register(async (scope) => scimApi(scope, service, known), { prefix: '/api/now/scim' })
  for (const prefix of ['/api/sn_sc/servicecatalog', '/api/sn_sc/v1/servicecatalog', '/api/sn_sc/v2/servicecatalog'])
    await app.register(
      async (scope) => {
        catalogApi(scope, service)
        orderApi(scope, service)
      },
      { prefix },
    )
  jsonWebService(app, service)
  // Last of all: what the platform's own APIs have left.
  scriptedRestRoutes(app, service, known)
  return app
}

function nowApis(app: FastifyInstance, service: Service, version: 'v1' | 'v2'): void {
  tableApi(app, service, version)
  aggregateApi(app, service)
  attachmentApi(app, service)
  attachmentAttributes(app, service)
  batchApi(app, service)
  importSetApi(app, service)
  widgetApi(app, service)
}

export async function listen(app: FastifyInstance, { port = 0, host = '127.0.0.1' }: { port?: number; host?: string }) {
  const address = await app.listen({ port, host })
  return address.replace('0.0.0.0', '127.0.0.1')
}

/** Calls under /api count against the rules of rate limits as soon as it is known who calls. */
function withRateLimits(service: Service, app: FastifyInstance): Service {
  const limits = openRateLimits(service.records)
  const replies = new WeakMap<FastifyRequest, Parameters<typeof limits.count>[1]>()
  app.addHook('onRequest', async (request, reply) => {
    replies.set(request, reply)
  })
  return {
    ...service,
    async authenticate(request) {
      const who = await service.authenticate(request)
      const reply = replies.get(request)
      if (reply && request.url.startsWith('/api/')) limits.count(request, reply, who)
      return who
    },
  }
}

/** X-HTTP-Method-Override is honoured for POST, before a route is chosen. */
function overrideMethod(request: IncomingMessage): string {
  const wanted = String(request.headers['x-http-method-override'] ?? '').toUpperCase()
  if (request.method === 'POST' && ['GET', 'PUT', 'PATCH', 'DELETE'].includes(wanted)) request.method = wanted
  return request.url ?? '/'
}

function sayErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = asRestError(error)
    if (refusal.status === 401) reply.header('WWW-Authenticate', 'BASIC realm="Service-now"')
    if (refusal.status >= 500 && refusal.status !== 501) console.error(error)
    const body = { error: { message: refusal.message, detail: refusal.detail }, status: 'failure' }
    try {
      return answer(request, reply, refusal.status, body)
    } catch {
      return reply.code(refusal.status).type('application/json').send(JSON.stringify(body))
    }
  })
  app.setNotFoundHandler((request) => {
    const path = (request.url.split('?')[0] ?? '').replace(/^\/api/, '')
    throw new RestError(400, `Requested URI does not represent any resource: ${path}`)
  })
}

function asRestError(error: unknown): RestError {
  if (error instanceof RestError) return error
  if (error instanceof NoSuchTable) return new RestError(400, error.message)
  if (error instanceof UnsupportedOperator || error instanceof UnknownScriptValue) return notSimulated(error.message)
  const { statusCode, message } = error as { statusCode?: number; message?: string }
  if (statusCode && statusCode < 500) return new RestError(statusCode, message ?? 'Bad request')
  return new RestError(500, 'Unexpected error', message ?? null)
}
