import type { FastifyInstance } from 'fastify'
import { createSignOnKeys } from '../keys/sign-on-keys.ts'
import { deleteOldMessages } from '../saml/store-saml.ts'
import type { SignOnDeps, SignOnPlatform } from './deps.ts'
import { signOnRoutes } from './routes.ts'
import { deleteOldPending } from './store-pending.ts'

export type SignOn = {
  /** Makes the keys that are missing; fails when one that is there cannot be opened. To be called before serving. */
  prepare(): Promise<void>
  routes(server: FastifyInstance): void
  readonly deps: SignOnDeps
}

/** Signs people on to apps: keys, protocols, and what is under way between them. */
export function createSignOn(platform: SignOnPlatform): SignOn {
  const deps: SignOnDeps = { ...platform, signOnKeys: createSignOnKeys(platform) }
  deps.jobs.schedule({
    name: 'sso.purge-sign-ons',
    everySeconds: 3600,
    run: async (now) => {
      await deleteOldPending(deps.db, now)
      await deleteOldMessages(deps.db, now)
    },
  })
  return { deps, prepare: () => deps.signOnKeys.ensure(), routes: (server) => signOnRoutes(server, deps) }
}
