/** Every route of the service, in the order openapi.json lists them. */
import { accessRoutes } from './access.ts'
import { auditRoutes } from './audit.ts'
import { credentialsRoutes } from './credentials.ts'
import { directoryRoutes } from './directory.ts'
import { platformRoutes } from './platform.ts'
import { provisioningRoutes } from './provisioning.ts'
import { requestsRoutes } from './requests.ts'
import type { RouteSpec } from './route.ts'
import { ssoRoutes } from './sso.ts'

export const allRoutes: readonly RouteSpec[] = [
  ssoRoutes,
  credentialsRoutes,
  requestsRoutes,
  accessRoutes,
  provisioningRoutes,
  directoryRoutes,
  auditRoutes,
  platformRoutes,
].flatMap((routes) => Object.values<RouteSpec>(routes))
