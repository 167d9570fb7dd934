import cookie from '@fastify/cookie'
import type { ProductRole } from '@hallpass/contract/common'
import type { RouteSpec } from '@hallpass/contract/route'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import helmet from 'helmet'
import type { Clock } from '../clock.ts'
import { Failure } from '../errors.ts'
import type { Ids } from '../ids.ts'
import { answerUnreadable } from './answer-unreadable.ts'
import { dropForwardedPorts } from './forwarded-ports.ts'
import { type Principal, refuseStale } from './principal.ts'
import { answerProblem } from './problem.ts'
import type { RateLimiter } from './rate-limit.ts'
import { compileValidator } from './validate.ts'

export type ServerOptions = {
  clock: Clock
  ids: Ids
  log: FastifyBaseLogger
  limiter: RateLimiter
  publicUrl: URL
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  /** Who is calling; undefined when nobody is signed in. Throws only when the session cannot be read at all. */
  readPrincipal(request: FastifyRequest, options?: { isActivity: boolean }): Promise<Principal | undefined>
  /** How long a stop waits for connections: 10 s, in which calls in hand end and browsers' idle connections need not. */
  closeWithinMs?: number
  /** Refuses an unsafe request that does not carry the token of its session. */
  checkCsrf(request: FastifyRequest): Promise<void>
}

/** The HTTP server with everything that holds for each route: ids, limits, who is calling, CSRF, headers, problems. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    loggerInstance: options.log,
    genReqId: () => options.ids.next(),
    requestIdHeader: false,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 30_000,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    // Only what the contract names is bound; a HEAD on a stream of events would never end.
    exposeHeadRoutes: false,
    // An address that cannot be decoded; its type does not know our config, which is the same for every reply.
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id)
      answerProblem(error, request as FastifyRequest, reply as unknown as FastifyReply)
    },
    clientErrorHandler: answerUnreadable(options),
    // Asked below: what Node answers itself has no body.
    http: { requireHostHeader: false },
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    logController: new LogController({ disableRequestLogging: true }),
  })
  server.setValidatorCompiler(compileValidator)
  server.removeContentTypeParser('text/plain')
  acceptForms(server)
  await server.register(cookie)
  registerHeaders(server, options.publicUrl)
  server.decorateRequest('principal', undefined)
  server.decorateRequest('takeOutOfCount', undefined)
  server.addHook('onRequest', refuseWithoutHost)
  if (options.trustedProxies.length > 0) server.addHook('onRequest', async ({ raw }) => dropForwardedPorts(raw))
  server.decorate('isStillAllowed', (request: FastifyRequest) => isStillAllowed(request, options))
  server.addHook('onRequest', (request) => admit(request, options))
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  server.addHook('onResponse', async (request, reply) => {
    const { spec } = request.routeOptions.config
    request.log.debug({ route: spec?.id, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
  server.setErrorHandler(answerProblem)
  server.addHook('preClose', async () => endConnectionsLater(server, options.closeWithinMs ?? 10_000))
  return server
}

/** RFC 9112 3.2: HTTP/1.1 names the host, once. Nothing here is made of it. */
function refuseWithoutHost({ raw }: FastifyRequest, reply: FastifyReply, done: (fault?: Error) => void): void {
  const isNamed = raw.httpVersion !== '1.1' || raw.headers.host !== undefined
  if (!isNamed) reply.header('connection', 'close')
  done(
    isNamed
      ? undefined
      : new Failure('invalid', 'malformed_request', 'The request names no host; send well-formed HTTP.'),
  )
}

/** A connection that never asks anything, or half of it, would keep a stop waiting for as long as it stays open. */
function endConnectionsLater({ server }: FastifyInstance, ms: number): void {
  const timer = setTimeout(() => server.closeAllConnections(), ms)
  server.once('close', () => clearTimeout(timer))
}

/** Forms are read where the contract says so, and refused everywhere else. A name that comes twice is a fault. */
function acceptForms(server: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded'
  server.addContentTypeParser(type, { parseAs: 'string' }, (request, body, done) => {
    if (!request.routeOptions.config.spec?.isForm)
      return done(new Failure('unsupported_media', 'unsupported_media_type', 'Send the request as application/json.'))
    const values = [...new URLSearchParams(String(body))]
    if (new Set(values.map(([name]) => name)).size < values.length)
      return done(new Failure('invalid', 'malformed_request', 'A field of the form comes twice.'))
    return done(null, Object.fromEntries(values))
  })
}

/** Limits first, so that a flood costs little; then who it is; then whether the browser was tricked; then the role. */
async function admit(request: FastifyRequest, options: ServerOptions): Promise<void> {
  const { spec, isStandard } = request.routeOptions.config
  if (!spec && !isStandard) return
  request.takeOutOfCount = options.limiter.admitAddress(request)
  if (!spec) return
  // A program: no browser could send its signature, and whoever serves the route reads who it is.
  if (isForClients(spec)) return
  request.principal = await options.readPrincipal(request)
  await options.limiter.admitCaller(spec, request)
  if (request.method !== 'GET' && request.method !== 'HEAD' && !spec.isForm) await options.checkCsrf(request)
  if (spec.access === 'public') return
  const { principal } = request
  if (!principal) throw new Failure('unauthenticated', 'sign_in_required', 'Sign in first.')
  if (principal.isEnrolment && !spec.inEnrolment)
    throw new Failure('forbidden', 'enrolment_only', 'Add a second factor first; then sign in with it.')
  const roles = rolesOf(spec)
  if (roles === null) return
  if (!roles.some((role) => principal.roles.has(role)))
    throw new Failure('forbidden', 'role_required', `This needs the role ${roles.join(' or ')}.`)
  if (request.method !== 'GET' && !spec.evenWhenStale) refuseStale(principal)
}

/** For answers that stay open: the same session, still good, with a role that may see this. An open page keeps no session alive. */
async function isStillAllowed(request: FastifyRequest, options: ServerOptions): Promise<boolean> {
  const { spec } = request.routeOptions.config
  if (!spec || spec.access === 'public') return true
  const principal = await options.readPrincipal(request, { isActivity: false })
  if (!principal || principal.sessionId !== request.principal?.sessionId) return false
  const roles = rolesOf(spec)
  return roles === null || roles.some((role) => principal.roles.has(role))
}

const isForClients = ({ access }: RouteSpec): boolean => typeof access !== 'string' && 'client' in access

/** Null where no role is needed. */
function rolesOf({ access }: RouteSpec): readonly ProductRole[] | null {
  return typeof access !== 'string' && 'roles' in access ? access.roles : null
}

/**
 * helmet as it is, made once: its plugin makes it anew for each call, and writes a function out on each reply, which V8 keeps,
 * with the whole call, until a slow collection.
 */
function registerHeaders(server: FastifyInstance, publicUrl: URL): void {
  const secure = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    hsts: publicUrl.protocol === 'https:' ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'deny' },
  })
  server.addHook('onRequest', (request, reply, done) =>
    secure(request.raw, reply.raw, (fault) => done(fault as Error | undefined)),
  )
  server.addHook('onRequest', async (request, reply) => {
    // On the answer itself, since the pages of the protocols go past Fastify.
    if (wayOfApps.test(request.url)) reply.raw.setHeader('cross-origin-opener-policy', 'unsafe-none')
    reply.header('content-security-policy', contentSecurityPolicy)
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  })
}

/**
 * Apps may open their sign-on in a window of its own, which hands them the answer: no page on that way may cut it off. Pages of
 * ours are on it only where a sign-on waits: whoever else opens one keeps no hold of what follows in that window.
 */
const wayOfApps =
  /^\/(oidc|saml|continue)(?![^/?])|^\/(sign-in|confirm|enrol)\?(.*&)?continue=[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(&|$)/

/** Every script, style, picture and call from our own origin; nothing inline, nothing framed. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
