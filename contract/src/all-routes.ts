/** Every route of the service, in the order openapi.json lists them. */
import { accessRoutes } from './access.ts'
import { appNamesRoutes } from './app-names.ts'
import { auditRoutes } from './audit.ts'
import { credentialsRoutes } from './credentials.ts'
import { deskRoutes } from './desk.ts'
import { directoryRoutes } from './directory.ts'
import { factorsRoutes } from './factors.ts'
import { oidcRoutes } from './oidc.ts'
import { platformRoutes } from './platform.ts'
import { provisioningRoutes } from './provisioning.ts'
import { requestsRoutes } from './requests.ts'
import type { RouteSpec } from './route.ts'
import { samlRoutes } from './saml.ts'
import { servicenowAdminRoutes } from './servicenow-admin.ts'
import { servicenowOrderRoutes } from './servicenow-orders.ts'
import { servicenowSetUpRoutes } from './servicenow-set-up.ts'
import { signInRoutes } from './sign-in.ts'
import { signOnKeyRoutes } from './sign-on-keys.ts'
import { signOnPolicyRoutes } from './sign-on-policy.ts'
import { signalRoutes } from './signals.ts'
import { ssoRoutes } from './sso.ts'

export const allRoutes: readonly RouteSpec[] = [
  ssoRoutes,
  samlRoutes,
  appNamesRoutes,
  oidcRoutes,
  signOnKeyRoutes,
  signalRoutes,
  signInRoutes,
  signOnPolicyRoutes,
  credentialsRoutes,
  factorsRoutes,
  requestsRoutes,
  accessRoutes,
  provisioningRoutes,
  directoryRoutes,
  deskRoutes,
  servicenowAdminRoutes,
  servicenowSetUpRoutes,
  servicenowOrderRoutes,
  auditRoutes,
  platformRoutes,
].flatMap((routes) => Object.values<RouteSpec>(routes))
