import type { SnowFinding } from '@hallpass/contract/servicenow-admin'
import { AppHealthAnswer, type Outward } from '@hallpass/contract/servicenow-shapes'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { Value } from 'typebox/value'
import { type CallAppDeps, callApp } from './sign-call.ts'
import type { Connection } from './types.ts'

/**
 * Has the instance call Hallpass, once with each OAuth client it was given, and says what became of it: its address for us,
 * the way there, the clients' secrets and the key are tried as an order would use them. Null where the instance does not call,
 * and where the app there is too old to be asked.
 */
export async function tryOutward(
  deps: CallAppDeps,
  client: ServiceNowClient,
  connection: Connection,
): Promise<SnowFinding | null> {
  if (connection.settings.mode === 'pull') return null
  const call = { method: 'GET', path: 'health?outward=true', subject: 'health' } as const
  let health: unknown
  try {
    health = await callApp(deps, client, connection, call)
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    return notReached('read', error.message)
  }
  if (!Value.Check(AppHealthAnswer, health) || health.outward === undefined) return null
  const fault = health.outward.find(({ status }) => status !== 200)
  if (fault) return notReached(fault.client, fault.error || `HTTP ${fault.status}`)
  return {
    level: 'ok',
    subject: 'callback',
    code: 'outward',
    message: 'The instance reaches Hallpass with each of its OAuth clients.',
  }
}

function notReached(client: Outward['client'], error: string): SnowFinding {
  return {
    level: 'fault',
    subject: 'callback',
    code: 'outward_failed',
    values: { client: `Hallpass ${clientNames[client]}`, error },
    message: `The instance does not reach Hallpass as "Hallpass ${clientNames[client]}": ${error}`,
  }
}

/** As the app calls its REST messages and OAuth profiles. */
const clientNames = { read: 'read', fulfil: 'fulfilment', password: 'password' } as const
