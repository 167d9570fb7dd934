import type { EventEmitter } from 'node:events'
import type { FastifyInstance } from 'fastify'
import type Provider from 'oidc-provider'
import { appRetired, entitlementsChanged } from '../../access/module.ts'
import { createSignOnKeys } from '../keys/sign-on-keys.ts'
import { warnOfCertificates } from '../keys/warn-of-certificates.ts'
import { keyGeneration } from '../oidc/key-generation.ts'
import { noteAbuse } from '../oidc/note-abuse.ts'
import { noteParticipant } from '../oidc/note-participant.ts'
import { openProvider } from '../oidc/open-provider.ts'
import { oidcRoutes } from '../oidc/routes.ts'
import { deleteOldRecords } from '../oidc/store-records.ts'
import { type ServiceNowSide, servicenowSide } from '../saml/servicenow-side.ts'
import { deleteNames } from '../saml/store-names.ts'
import { deleteOldMessages } from '../saml/store-saml.ts'
import { signalsRoutes } from '../signals/routes.ts'
import type { SignOnDeps, SignOnPlatform } from './deps.ts'
import { onAccessEnded } from './on-access-ended.ts'
import { onEntitlementsChanged } from './on-entitlements-changed.ts'
import { signOnRoutes } from './routes.ts'
import { deleteOldPending } from './store-pending.ts'
import { tellAppsOfEnds } from './tell-apps-of-ends.ts'

export type SignOn = {
  /** Makes the keys that are missing; fails when one that is there cannot be opened. To be called before serving. */
  prepare(): Promise<void>
  routes(server: FastifyInstance): void
  /** What an instance of ServiceNow, as which the app is set up here, has to know of us. */
  servicenowSide(appId: string): Promise<ServiceNowSide>
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
      await deleteOldRecords(deps.db, now)
    },
  })
  deps.jobs.schedule({
    name: 'sso.warn-of-certificates',
    everySeconds: 3600,
    run: (now) => warnOfCertificates(deps, now),
  })
  const provider = providerOf(deps)
  tellAppsOfEnds(deps, provider)
  onAccessEnded(deps)
  deps.events.inTransaction(entitlementsChanged, 'sso.hold-author', (tx, event) =>
    onEntitlementsChanged(deps, tx, event),
  )
  deps.events.inTransaction(appRetired, 'sso.free-names', async (tx, { appId }) => {
    await deleteNames(tx, { appId })
  })
  return {
    deps,
    prepare: async () => {
      await deps.signOnKeys.ensure()
      await provider()
    },
    servicenowSide: (appId) => servicenowSide(deps, appId),
    routes(server) {
      signOnRoutes(server, deps)
      oidcRoutes(server, deps, provider)
      signalsRoutes(server, deps)
    },
  }
}

/** One provider for each generation of keys: a rotation on any node is followed at the next request. */
function providerOf(deps: SignOnDeps): () => Promise<Provider> {
  let open: { generation: string; provider: Promise<Provider> } | undefined
  return async () => {
    const generation = await keyGeneration(deps.db)
    if (open?.generation === generation) return await open.provider
    const building = { generation, provider: build(deps) }
    open = building
    // One that could not be built, as with the database gone, is built anew for whoever asks next.
    building.provider.catch(() => {
      if (open === building) open = undefined
    })
    return await building.provider
  }
}

async function build(deps: SignOnDeps): Promise<Provider> {
  const provider = await openProvider(deps)
  provider.proxy = true
  provider.on('authorization.success', (context) => {
    noteParticipant(deps, context).catch((err) => deps.log.error({ err }, 'a sign-on was not noted'))
  })
  noteAbuse(deps, provider)
  // Said on stderr by the library itself as long as nobody listens.
  const emitter: EventEmitter = provider
  emitter.on('error', (err) => deps.log.error({ err }, 'the OpenID Connect provider failed'))
  provider.on('server_error', (_context, err) => deps.log.error({ err }, 'the OpenID Connect provider failed'))
  return provider
}
