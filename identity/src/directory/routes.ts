import type { FastifyInstance } from 'fastify'
import type { SliceDeps } from './deps.ts'
import { directoriesRoutes } from './routes-directories.ts'
import { peopleRoutes } from './routes-people.ts'

export function directoryRoutes(server: FastifyInstance, deps: SliceDeps): void {
  peopleRoutes(server, deps)
  directoriesRoutes(server, deps)
}
