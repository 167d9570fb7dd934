import type { SnowFinding } from '@hallpass/contract/servicenow-admin'
import { AppHealthAnswer, type Outward } from '@hallpass/contract/servicenow-shapes'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { Value } from 'typebox/value'
import { isOlderVersion } from './is-older-version.ts'
import { type CallAppDeps, callApp } from './sign-call.ts'
import type { Connection } from './types.ts'

/** The first version of the app that can be asked. */
const canBeAskedFrom = '0.4.0'

/**
 * Has the instance call Hallpass, once with each OAuth client it was given, and says what became of it: its address for us,
 * the way there, the clients' secrets and the key are tried as an order would use them. Content only where each of them was
 * seen to work. Null where Hallpass looks instead of being called, and where the app there is too old to be asked.
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
    return fault('outward_unasked', `The instance could not be asked to call Hallpass: ${error.message}`, {
      error: error.message,
    })
  }
  if (!Value.Check(AppHealthAnswer, health)) return untold('read')
  const { outward, version } = health
  if (outward === undefined && isOlderVersion(version, canBeAskedFrom)) return null
  if (outward === undefined) return fault('outward_pull', doesNotCall)
  const failed = outward.find(({ status }) => status !== 200)
  if (failed) return notReached(failed.client, oneLine(failed.error) || `HTTP ${failed.status}`)
  const missing = allClients.find((each) => !outward.some((tried) => tried.client === each))
  if (missing) return untold(missing)
  return {
    level: 'ok',
    subject: 'callback',
    code: 'outward',
    message: 'The instance reaches Hallpass with each of its OAuth clients.',
  }
}

const doesNotCall =
  'The app in the instance waits for Hallpass to look (its property x_hlps_access.mode is pull), and this connection waits for the app to call. Set both alike.'

function notReached(client: Outward['client'], error: string): SnowFinding {
  const name = `Hallpass ${clientNames[client]}`
  return fault('outward_failed', `The instance does not reach Hallpass as "${name}": ${error}`, { client: name, error })
}

function untold(client: Outward['client']): SnowFinding {
  const name = `Hallpass ${clientNames[client]}`
  const message = `The app does not say whether it reaches Hallpass as "${name}"; install the version that came with this Hallpass.`
  return fault('outward_untold', message, { client: name })
}

const fault = (code: string, message: string, values: Record<string, string> = {}): SnowFinding => ({
  level: 'fault',
  subject: 'callback',
  code,
  values,
  message,
})

/** What a platform or a proxy said may hold anything. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

/** As the app calls its REST messages and OAuth profiles. */
const clientNames = { read: 'read', fulfil: 'fulfilment', password: 'password' } as const
const allClients = Object.keys(clientNames) as Outward['client'][]
