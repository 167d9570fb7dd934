import type { ProductRole } from '@hallpass/contract/common'
import type { MainFactorKind } from '@hallpass/contract/sign-in'
import type { Actor } from '../audit/module.ts'
import { oneTimeToken } from '../credentials/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import type { SsoDeps } from './deps.ts'
import { deviceName } from './device-name.ts'
import { insertSession, methodsOf } from './store.ts'
import type { AssuranceMethod, Proof, Remembered } from './types.ts'

export type StartSessionDeps = Pick<SsoDeps, 'clock' | 'ids' | 'audit' | 'access' | 'limits' | 'live'>

export type StartSession = {
  personId: string
  epoch: number
  /** What was proven; `methods` for all of it just now. */
  proofs?: Proof[]
  methods?: AssuranceMethod[]
  remembered?: Remembered | null
  /** Product roles, where they were read in this transaction already. */
  roles?: ReadonlySet<ProductRole>
  /** A session that can do nothing but add one of these factors. */
  enrol?: { kinds: MainFactorKind[]; until: Date }
  address: string
  userAgent: string
  actor: Actor
}

/** A new session with an id and cookie that did not exist before: whatever was fixed beforehand is worth nothing. */
export async function startSession(
  deps: StartSessionDeps,
  tx: Tx,
  input: StartSession,
): Promise<{ sessionId: string; cookie: Secret }> {
  const now = deps.clock.now()
  const { personId, epoch, address, actor, enrol = null, remembered = null } = input
  const proofs = input.proofs ?? (input.methods ?? []).map((method) => ({ method, at: now }))
  const methods = methodsOf(proofs)
  const { token, hash } = oneTimeToken()
  const id = deps.ids.next()
  insertSession(tx, {
    id,
    tokenHash: hash,
    personId,
    methods,
    assuredAt: now,
    proofs,
    enrolKinds: enrol?.kinds ?? null,
    remembered,
    epoch,
    rolesSeen: [...(input.roles ?? (await deps.access.productRoles(tx, personId)))].sort(),
    address,
    userAgent: input.userAgent.slice(0, 300),
    startedAt: now,
    lastSeenAt: now,
    expiresAt: enrol?.until ?? new Date(now.getTime() + deps.limits.absoluteHours * 3_600_000),
  })
  deps.audit.record(tx, {
    action: enrol ? 'session.opened_for_enrolment' : 'session.started',
    actor,
    subjects: { personId, sessionId: id },
    after: {
      methods,
      device: deviceName(input.userAgent),
      ...(remembered === null ? {} : { rememberedDevice: true }),
    },
  })
  await deps.live.publish(tx, signInsTopic(personId))
  return { sessionId: id, cookie: token }
}

/** Whoever follows the sign-ins of a person listens here. */
export const signInsTopic = (personId: string): string => `sign-ins:${personId}`
