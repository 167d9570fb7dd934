import type { Actor } from '../audit/module.ts'
import { oneTimeToken } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { insertSession } from './store.ts'
import type { AssuranceMethod } from './types.ts'

export type StartSessionDeps = Pick<SsoDeps, 'clock' | 'ids' | 'audit' | 'access' | 'limits'>

/** A new session with an id and cookie that did not exist before: whatever was fixed beforehand is worth nothing. */
export async function startSession(
  deps: StartSessionDeps,
  tx: Tx,
  input: {
    personId: string
    epoch: number
    methods: AssuranceMethod[]
    address: string
    userAgent: string
    actor: Actor
  },
): Promise<{ sessionId: string; cookie: Secret }> {
  const now = deps.clock.now()
  const { personId, epoch, methods, address, actor } = input
  const { token, hash } = oneTimeToken()
  const id = deps.ids.next()
  await insertSession(tx, {
    id,
    tokenHash: hash,
    personId,
    methods,
    assuredAt: now,
    epoch,
    rolesSeen: [...(await deps.access.productRoles(tx, personId))].sort(),
    address,
    userAgent: input.userAgent.slice(0, 300),
    startedAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + deps.limits.absoluteHours * 3_600_000),
  })
  deps.audit.record(tx, { action: 'session.started', actor, subjects: { personId, sessionId: id }, after: { methods } })
  return { sessionId: id, cookie: token }
}
