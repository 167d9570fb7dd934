import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'
import { clockOff, doorClosed, signatureUsed, signatureWrong, wrongInstance } from './errors.ts'
import { exposeConnection } from './expose-connection.ts'
import { keyBytes } from './rotate-keys.ts'
import { clockTolerance, isSignedBy, readSignature, type Signed } from './signature.ts'
import { findConnection, noteOnConnection } from './store-connections.ts'
import { findKey, useNonce } from './store-keys.ts'
import type { Connection } from './types.ts'

export type VerifyCallDeps = Pick<ServiceNowDeps, 'keys' | 'audit' | 'mail' | 'publicUrl' | 'directory' | 'access'> & {
  db: Database
  clock: Clock
}

export type VerifyCall = Signed & {
  /** Whose token came along: key and token must be of one connection. */
  connectionId: string
  header: string | string[] | undefined
}

/**
 * Holds a call against its signature, in this order: is it signed with a live key of this connection, by a clock that is
 * right, for the instance the key was made for, and not used before on any node. Nothing is done before all of it holds
 * (security C.15). A good signature of another instance is a copy of the instance: its key is marked exposed.
 */
export async function verifyCall(
  deps: VerifyCallDeps,
  call: VerifyCall,
): Promise<{ connection: Connection; offsetSeconds: number }> {
  const { db, clock } = deps
  const now = clock.now()
  const signature = readSignature(call.header)
  const key = signature && (await findKey(db, signature.keyId))
  if (!signature || !key || key.direction !== 'to_hallpass' || key.connectionId !== call.connectionId)
    throw signatureWrong()
  if (key.state === 'exposed' || (key.endsAt && key.endsAt <= now)) throw signatureWrong()
  if (!isSignedBy(keyBytes(deps, key), signature, call)) throw signatureWrong()
  const connection = await findConnection(db, key.connectionId)
  if (!connection) throw signatureWrong()

  const offsetSeconds = signature.at - Math.floor(now.getTime() / 1000)
  if (Math.abs(offsetSeconds) > clockTolerance) {
    await noteOnConnection(db, connection.id, { clock_offset_seconds: offsetSeconds })
    throw clockOff(offsetSeconds)
  }
  if (connection.instanceId !== null && connection.instanceId !== signature.instanceId) {
    await exposeConnection(deps, connection, signature.instanceId)
    throw wrongInstance()
  }
  if (!(await useNonce(db, key.id, signature.nonce, now))) throw signatureUsed()
  if (connection.state === 'disabled') throw doorClosed('An administrator of Hallpass has closed this door.')
  if (connection.instanceId === null)
    throw doorClosed('Hallpass has not tried this connection yet: hallpass servicenow connect.')
  await noteOnConnection(db, connection.id, { heard_at: now, clock_offset_seconds: offsetSeconds })
  return { connection, offsetSeconds }
}
