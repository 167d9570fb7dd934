import { randomBytes } from 'node:crypto'
import type { Actor } from '../../audit/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import { Secret } from '../../platform/secret.ts'
import type { ServiceNowDeps } from './deps.ts'
import { replaceKey } from './store-keys.ts'
import type { Direction, SigningKey } from './types.ts'

export type RotateKeysDeps = Pick<ServiceNowDeps, 'keys' | 'clock' | 'audit'>
export type NewKey = { id: string; direction: Direction; secret: Secret }

/** The keys before are good for this long, so that nothing stops while the new ones are entered. */
const previousHours = 24

const keyPlace = (keyId: string): string => `servicenow_keys.sealed_key:${keyId}`

export function keyBytes({ keys }: Pick<ServiceNowDeps, 'keys'>, key: SigningKey): Buffer {
  return Buffer.from(keys.open('connector-secret', keyPlace(key.id), key.sealed).reveal(), 'base64')
}

/** New keys for both directions. They are told once, to whoever asked, and kept sealed. */
export async function rotateKeys(deps: RotateKeysDeps, tx: Tx, connectionId: string, actor: Actor): Promise<NewKey[]> {
  const now = deps.clock.now()
  const made: NewKey[] = []
  for (const direction of ['to_hallpass', 'to_servicenow'] as const) {
    const id = `hk-${randomBytes(9).toString('hex')}`
    const secret = new Secret(randomBytes(32).toString('base64'))
    const sealed = deps.keys.seal('connector-secret', keyPlace(id), secret)
    const key = {
      id,
      connectionId,
      direction,
      sealed,
      state: 'current',
      exposedBy: null,
      createdAt: now,
      endsAt: null,
    } as const
    await replaceKey(tx, key, new Date(now.getTime() + previousHours * 3_600_000))
    made.push({ id, direction, secret })
  }
  deps.audit.record(tx, {
    action: 'servicenow.keys_made',
    actor,
    subjects: {},
    after: { connectionId, keyIds: made.map(({ id }) => id) },
  })
  return made
}
