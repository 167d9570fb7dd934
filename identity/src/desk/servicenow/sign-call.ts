import { randomBytes } from 'node:crypto'
import { signatureHeader } from '@hallpass/contract/servicenow'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { ServiceNowDeps } from './deps.ts'
import { keyBytes } from './rotate-keys.ts'
import { writeSignature } from './signature.ts'
import { currentKey } from './store-keys.ts'
import type { Connection } from './types.ts'

export const callbackBase = '/api/x_hlps_access/v1/callback'

export type CallAppDeps = Pick<ServiceNowDeps, 'db' | 'clock' | 'keys'>
export type AppCall = { method: 'GET' | 'POST'; path: string; body?: unknown; subject: string }

/**
 * Calls our app in the instance: with a token of the instance, and signed anew for each sending. The body is ASCII, since
 * the instance hashes what it was sent as text and not as bytes.
 */
export async function callApp(
  deps: CallAppDeps,
  client: ServiceNowClient,
  connection: Connection,
  { method, path, body, subject }: AppCall,
): Promise<unknown> {
  const key = await currentKey(deps.db, connection.id, 'to_servicenow')
  if (!key)
    throw new ServiceNowFailure('misconfigured', 'The keys of this connection are exposed; make new ones first.', {
      subject,
    })
  const bytes = keyBytes(deps, key)
  const target = `${callbackBase}/${path}`
  const text = body === undefined ? '' : ascii(JSON.stringify(body))
  const instanceId = connection.instanceId ?? 'unknown'
  const headers = () => ({
    [signatureHeader]: writeSignature(bytes, {
      keyId: key.id,
      instanceId,
      method,
      target,
      body: text,
      at: Math.floor(deps.clock.now().getTime() / 1000),
      nonce: randomBytes(16).toString('hex'),
    }),
  })
  const answer = await client.call({ method, path: target, subject, headers, ...(body === undefined ? {} : { text }) })
  return (answer as { result?: unknown } | undefined)?.result
}

function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
