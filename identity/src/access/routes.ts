/** The routes of access, one file a noun. */
import type { FastifyInstance } from 'fastify'
import type { Catalog } from './catalog.ts'
import type { AccessDeps } from './deps.ts'
import { appRoutes } from './routes-apps.ts'
import { catalogRoutes } from './routes-catalog.ts'
import { grantRoutes } from './routes-grants.ts'
import { roleRoutes } from './routes-roles.ts'
import { templateRoutes } from './routes-templates.ts'

export function accessRoutes(server: FastifyInstance, deps: AccessDeps & Catalog): void {
  templateRoutes(server, deps)
  appRoutes(server, deps)
  roleRoutes(server, deps)
  catalogRoutes(server, deps)
  grantRoutes(server, deps)
}
