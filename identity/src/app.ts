import swagger, { type StaticDocumentSpec } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { allClientRoutes } from '@hallpass/contract/all-client-routes'
import { allRoutes } from '@hallpass/contract/all-routes'
import { buildOpenApi } from '@hallpass/contract/openapi'
import type { FastifyInstance } from 'fastify'
import { accessRoutes, createAccess, openCatalog } from './access/module.ts'
import { actorOf, auditRoutes, createAudit } from './audit/module.ts'
import type { Config } from './config.ts'
import { type CredentialsPlatform, createCredentials, credentialsRoutes } from './credentials/module.ts'
import { createDesk, createServiceNow } from './desk/module.ts'
import { createDirectory, type DirectoryDeps, directoryRoutes } from './directory/module.ts'
import { checkpointFile, type Foundation, nodeName } from './foundation.ts'
import { databaseCheck } from './platform/health-checks.ts'
import { type HealthCheck, healthRoutes } from './platform/http/health-routes.ts'
import { createRateLimiter, forgetRateCounters } from './platform/http/rate-limit.ts'
import { createServer } from './platform/http/server.ts'
import { forgetHistory } from './platform/jobs/history.ts'
import { jobsRoutes } from './platform/jobs/routes.ts'
import type { Environment } from './platform/settings.ts'
import { createProvisioning } from './provisioning/module.ts'
import { createRequests, requestsRoutes } from './requests/module.ts'
import { settingsRoutes } from './settings-routes.ts'
import { createPrograms, createSignOn, createSso, ssoRoutes } from './sso/module.ts'
import { version } from './version.ts'

/** Every slice, built on the foundation in the order of the ladder. The only file that knows them all. */
export type App = ReturnType<typeof createApp>

/** For tests; the service takes none. */
export type AppOptions = Pick<CredentialsPlatform, 'deadlines' | 'delay'> & Pick<DirectoryDeps, 'passwordCost'>

export function createApp(foundation: Foundation, options: AppOptions = {}) {
  const { config, db, jobs } = foundation
  const shared = { ...foundation, publicUrl: config.publicUrl, companyName: config.companyName }
  const audit = createAudit({ ...shared, checkpointFile: checkpointFile(config), node: nodeName(config) })
  const directory = createDirectory({ ...shared, ...options, audit, internalHosts: config.internalHosts })
  // Product roles live further right than credentials, which only asks for them once somebody calls.
  const credentials = createCredentials({
    ...shared,
    ...options,
    audit,
    directory,
    rolesOf: (r, personId) => access.productRoles(r, personId),
    messages: messagesOf(config),
    recentPasswordsFolder: config.recentPasswordsPath,
  })
  const catalog = openCatalog()
  const access = createAccess({
    ...shared,
    audit,
    directory,
    settings: { reminderDays: config.reminderDays, disabledDaysMax: config.disabledDaysMax },
  })
  const provisioning = createProvisioning({ ...shared, audit, directory, access })
  const requests = createRequests({ ...shared, audit, directory, access, provisioning })
  const company = { name: config.companyName, accent: config.companyAccent, logo: null }
  const sso = createSso({ ...shared, audit, directory, credentials, access, company })
  const signOn = createSignOn({
    ...shared,
    ...sso.deps,
    jobs,
    directory,
    access,
    keys: shared.keys,
    readPrincipal: sso.readPrincipal,
    templates: catalog.templates,
  })
  const desk = createDesk({ ...shared, audit, directory, credentials, access })
  const servicenow = createServiceNow({
    ...shared,
    audit,
    directory,
    credentials,
    access,
    requests,
    programs: createPrograms(shared),
    signOn,
    internalHosts: config.internalHosts,
  })

  jobs.schedule({
    name: 'platform.forget-rate-counters',
    everySeconds: 600,
    run: (now) => forgetRateCounters(db, new Date(now.getTime() - 600_000)),
  })
  jobs.schedule({ name: 'platform.forget-job-history', everySeconds: 3600, run: (now) => forgetHistory(db, now) })
  return {
    foundation,
    audit,
    directory,
    credentials,
    catalog,
    access,
    provisioning,
    requests,
    sso,
    signOn,
    desk,
    servicenow,
  }
}

/** The operator's own services for text messages and prompts, where they are set. */
function messagesOf({ smsUrl, pushUrl, webhookSecret: secret }: Config) {
  const hook = (url: URL | undefined) => (url && secret ? { url, secret } : null)
  return { sms: hook(smsUrl), push: hook(pushUrl) }
}

/** The HTTP server with the routes of every slice; not listening yet. */
export async function createAppServer(
  app: App,
  environment: Environment,
  checks: readonly HealthCheck[] = [],
): Promise<FastifyInstance> {
  const {
    foundation,
    audit,
    directory,
    credentials,
    catalog,
    access,
    provisioning,
    requests,
    sso,
    signOn,
    desk,
    servicenow,
  } = app
  const { config, db, clock, ids, log, jobs } = foundation
  const server = await createServer({
    clock,
    ids,
    log,
    limiter: createRateLimiter({ db, clock, perMinutePerAddress: config.callsPerMinute }),
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    readPrincipal: sso.readPrincipal,
    checkCsrf: sso.checkCsrf,
  })
  const shared = { ...foundation, audit, directory, access, provisioning, publicUrl: config.publicUrl }
  await serveDocumentation(server)
  ssoRoutes(server, sso.deps)
  await signOn.prepare()
  signOn.routes(server)
  credentialsRoutes(server, credentials.deps)
  requestsRoutes(server, requests.deps)
  accessRoutes(server, { ...access.deps, ...catalog })
  provisioning.routes(server)
  directoryRoutes(server, directory.deps)
  desk.routes(server)
  servicenow.routes(server)
  auditRoutes(server, shared)
  jobsRoutes(server, {
    db,
    clock,
    jobs,
    recordRetry: (tx, call, jobId) =>
      audit.record(tx, { action: 'job.retried', actor: actorOf(call), subjects: { jobId } }),
  })
  settingsRoutes(server, { config, environment, transport: foundation.transport })
  healthRoutes(server, [databaseCheck(db), ...checks])
  return server
}

/** The contract, readable at /api/docs and as JSON at /api/docs/json, under the same content policy as every page. */
async function serveDocumentation(server: FastifyInstance): Promise<void> {
  const document = buildOpenApi([...allRoutes, ...allClientRoutes], version) as StaticDocumentSpec['document']
  await server.register(swagger, { mode: 'static', specification: { document } })
  await server.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: false,
    theme: { title: 'Hallpass' },
    // Without the bar on top: it names another product, and asks for an address that the content policy refuses.
    uiConfig: { docExpansion: 'list', layout: 'BaseLayout' },
  })
}
