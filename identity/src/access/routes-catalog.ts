import { accessRoutes as spec } from '@hallpass/contract/access'
import type { FastifyInstance } from 'fastify'
import { serve } from '../platform/http/route.ts'
import type { AccessDeps } from './deps.ts'
import { showCatalog, showCatalogRole } from './show-catalog.ts'
import { showPopular } from './show-popular.ts'

export function catalogRoutes(server: FastifyInstance, deps: AccessDeps): void {
  serve(server, spec.searchCatalog, ({ principal, query }) => showCatalog(deps, principal.personId, query))
  serve(server, spec.listPopular, ({ principal }) => showPopular(deps, principal.personId))
  serve(server, spec.getCatalogRole, ({ principal, params }) => showCatalogRole(deps, principal.personId, params.id))
}
