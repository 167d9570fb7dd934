import type { ProductRole } from '@hallpass/contract/common'
import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { beyondDesk, personUnknown, sessionUnknown } from './errors.ts'
import { everySessionEnded, sessionEnded } from './events.ts'
import { moveOidcParticipants } from './oidc/store-records.ts'
import { moveSamlParticipants } from './saml/store-saml.ts'
import { signInsTopic } from './start-session.ts'
import { endSessions as endInStore } from './store.ts'
import type { EndReason } from './types.ts'

export type EndSessionsDeps = Pick<SsoDeps, 'db' | 'clock' | 'audit' | 'live' | 'events'>

export type EndSessionsInput = {
  personId: string
  /** One session, or all but one; all when neither is given. */
  id?: string
  exceptId?: string
  epochBelow?: number
  /** The session that the same person goes on with in the same browser: apps stay signed on, and are told when that one ends. */
  goesOnAs?: string
  endReason: EndReason
  actor: Actor
  reason?: string
}

/** Ends sessions of one person, at once. Safe to repeat; answers how many were open. */
export function endSessions(deps: EndSessionsDeps, input: EndSessionsInput): Promise<number> {
  return deps.db.transaction((tx) => endSessionsWithin(deps, tx, input))
}

/** The same in a transaction that is under way. */
export async function endSessionsWithin(
  deps: Omit<EndSessionsDeps, 'db'>,
  tx: Tx,
  input: EndSessionsInput,
): Promise<number> {
  const { endReason, actor, reason, goesOnAs, ...which } = input
  const isEvery = which.id === undefined && which.exceptId === undefined
  // Side by side: which apps know the person does not depend on which sessions there were.
  const [ended] = await Promise.all([
    endInStore(tx, which, endReason, deps.clock.now()),
    isEvery && deps.events.emit(tx, everySessionEnded, { personId: input.personId, because: endReason }),
  ])
  for (const sessionId of ended) {
    deps.audit.record(tx, {
      action: 'session.ended',
      actor,
      subjects: { personId: input.personId, sessionId },
      after: { because: endReason },
      ...(reason === undefined ? {} : { reason }),
    })
    if (goesOnAs === undefined) {
      // Apps that were signed on to are told, and what they hold ends.
      await deps.events.emit(tx, sessionEnded, { sessionId, personId: input.personId, because: endReason })
    } else {
      await moveOidcParticipants(tx, sessionId, goesOnAs)
      await moveSamlParticipants(tx, sessionId, goesOnAs)
    }
    // Pages that follow something live hear it and end with the session.
    await deps.live.publish(tx, `session:${sessionId}`)
  }
  if (ended.length > 0) await deps.live.publish(tx, signInsTopic(input.personId))
  return ended.length
}

/** A person signs out one of their own devices. Somebody else's session is not theirs to know of. */
export async function endOwnSession(
  deps: EndSessionsDeps,
  input: { personId: string; id: string; actor: Actor },
): Promise<void> {
  const ended = await endSessions(deps, { ...input, endReason: 'ended_by_owner' })
  if (ended === 0) throw sessionUnknown()
}

/**
 * An administrator or agent signs somebody out: one session, or everywhere, and then tokens begun before end too. An agent does
 * not act on administrators, auditors or agents.
 */
export async function endSessionsOf(
  deps: EndSessionsDeps & Pick<SsoDeps, 'directory' | 'credentials' | 'access'>,
  input: { personId: string; id?: string | undefined; reason: string; actor: Actor; roles: ReadonlySet<ProductRole> },
): Promise<number> {
  const { personId, id, reason, actor, roles } = input
  if (!(await deps.directory.person(deps.db, personId))) throw personUnknown()
  if (!roles.has('admin') && (await deps.access.productRoles(deps.db, personId)).size > 0) throw beyondDesk()
  if (id !== undefined) {
    const ended = await endSessions(deps, { personId, id, endReason: 'ended_by_administrator', actor, reason })
    if (ended === 0) throw sessionUnknown()
    return ended
  }
  await deps.db.transaction((tx) => deps.credentials.moveValidFrom(tx, personId))
  return await endSessions(deps, { personId, endReason: 'ended_by_administrator', actor, reason })
}
