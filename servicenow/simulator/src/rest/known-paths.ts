import type { FastifyInstance } from 'fastify'

/** Which methods a path knows, whatever the method it was called with. */
export type KnownPaths = { methodsOf(path: string): Set<string> }

/** Notes the routes of the platform's own APIs; to be called before there are any. */
export function noteRoutes(app: FastifyInstance): KnownPaths {
  const routes: { methods: string[]; parts: string[] }[] = []
  app.addHook('onRoute', ({ method, url }) => {
    if (url.startsWith('/api/') && !url.includes('*')) routes.push({ methods: [method].flat(), parts: url.split('/') })
  })
  return {
    methodsOf(path) {
      const given = path.replace(/\/$/, '').split('/')
      const fits = ({ parts }: { parts: string[] }) =>
        parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at])
      return new Set(routes.filter(fits).flatMap(({ methods }) => methods))
    },
  }
}
