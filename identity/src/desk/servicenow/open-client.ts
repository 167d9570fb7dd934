import { createServiceNowClient, type ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { type Pace, throttled } from '@hallpass/servicenow-client/pace'
import type { Transport } from '@hallpass/servicenow-client/transport'
import { gather } from '../../platform/database/gather.ts'
import { Failure } from '../../platform/errors.ts'
import type { ServiceNowDeps } from './deps.ts'
import { giveBackTurn, holdBack, reserveTurns, sealedSecretOf } from './store-connections.ts'
import type { Connection } from './types.ts'

export type OpenClientDeps = Pick<ServiceNowDeps, 'db' | 'clock' | 'keys' | 'egress' | 'delay'>
export type OpenClient = (connection: Connection) => Promise<ServiceNowClient>

export const secretPlace = (connectionId: string): string => `servicenow_connections.sealed_secret:${connectionId}`

/** How long a call is kept waiting for its turn before the work is put off instead. */
const waitMsMax = 2000

/**
 * A client of the instance a connection names, at its rate over all nodes, through the one way out. It is kept, so that
 * its token is; another version of the settings is another client.
 */
export function createOpenClient(deps: OpenClientDeps): OpenClient {
  const open = new Map<string, { version: number; client: ServiceNowClient }>()
  return async (connection) => {
    const known = open.get(connection.id)
    if (known?.version === connection.version) return known.client
    const sealed = await sealedSecretOf(deps.db, connection.id)
    if (sealed === null) throw new Error('a connection without a secret')
    const secret = deps.keys.open('connector-secret', secretPlace(connection.id), sealed)
    const client = createServiceNowClient({
      instanceUrl: new URL(connection.instanceUrl),
      oauth: { clientId: connection.oauthClientId, clientSecret: () => secret.reveal() },
      transport: transportOf(deps),
      pace: sharedPace(deps, connection),
      now: deps.clock.now,
    })
    open.set(connection.id, { version: connection.version, client })
    return client
  }
}

/** The one way out of the service, as the client wants it. */
export function transportOf({ egress }: Pick<ServiceNowDeps, 'egress'>): Transport {
  return {
    fetch: (url, { method, headers, body, timeoutMs, bytesMax }) =>
      egress
        .fetch(url, { method, headers, timeoutMs, bytesMax, ...(body === undefined ? {} : { body }) })
        .catch((error: unknown) => {
          // An address that may not be called will not be called later either.
          if (error instanceof Failure && error.code === 'address_not_allowed')
            throw new ServiceNowFailure('misconfigured', error.message)
          throw error
        }),
  }
}

/** The bucket lives in PostgreSQL: however many nodes, the instance sees one rate. */
function sharedPace({ db, clock, delay = wait }: OpenClientDeps, { id, settings }: Connection): Pace {
  const msPerCall = 1000 / settings.ratePerSecond
  const burst = Math.max(1, Math.floor(settings.ratePerSecond / 5))
  // Calls of one moment take their turns by one statement.
  const reserve = gather<undefined, Date>((asked) =>
    reserveTurns(db, { connectionId: id, count: asked.length, msPerCall, burst, now: clock.now() }),
  )
  return {
    async take() {
      const now = clock.now()
      const begin = await reserve(undefined)
      const waitMs = begin.getTime() - now.getTime()
      if (waitMs > waitMsMax) {
        await giveBackTurn(db, id, msPerCall)
        throw throttled(begin)
      }
      if (waitMs > 0) await delay(waitMs)
    },
    holdBack: (until) => holdBack(db, id, until),
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
