/** Applies what `decide` decides: the row, the trail and the events of a grant. */
import type { Actor, Facts } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { type Decision, decide, type GrantEvent, remindAt } from './decide.ts'
import type { AccessDeps } from './deps.ts'
import { grantNotFound } from './errors.ts'
import { grantChanged, grantEnded } from './events.ts'
import { lockGrant, saveEnded, saveGrant } from './store-grants.ts'
import type { EndReason, Evidence, Grant } from './types.ts'

export type ChangeDeps = Pick<AccessDeps, 'audit' | 'events' | 'clock' | 'settings'>

const actions = { start: 'grant.started', extend: 'grant.extended', end: 'grant.ended' } as const

/** Locks a grant, lets one event happen to it, and tells of it; throws `grant_not_found`. */
export async function changeGrant(
  deps: ChangeDeps,
  tx: Tx,
  change: {
    grantId: string
    event: GrantEvent
    actor: Actor
    reason?: string
    evidence?: (before: Evidence) => Evidence
  },
): Promise<{ decision: Decision; grant: Grant }> {
  const before = await lockGrant(tx, change.grantId)
  if (!before) throw grantNotFound()
  const decision = decide(before, change.event)
  if (decision.kind !== 'changed') return { decision, grant: before }

  const evidence = change.evidence?.(before.evidence) ?? before.evidence
  const grant: Grant = { ...before, ...decision.life, evidence, version: before.version + 1 }
  const reminder =
    grant.state === 'active' ? remindAt(deps.clock.now(), grant.endsAt, deps.settings.reminderDays) : null
  await saveGrant(tx, grant, reminder)
  deps.audit.record(tx, {
    action: actions[change.event.kind],
    actor: change.actor,
    subjects: subjectsOf(grant),
    ...(change.reason === undefined ? {} : { reason: change.reason }),
    before: factsOf(before),
    after: factsOf(grant),
  })
  await tell(deps, tx, grant)
  return { decision, grant }
}

/** Ends grants whose locks the caller holds, for one reason. */
export async function endGrants(
  deps: Pick<AccessDeps, 'audit' | 'events'>,
  tx: Tx,
  change: { grants: readonly Grant[]; now: Date; reason: EndReason; actor: Actor },
): Promise<void> {
  if (change.grants.length === 0) return
  const ended = change.grants.flatMap((before) => {
    const decision = decide(before, { kind: 'end', now: change.now, reason: change.reason })
    return decision.kind === 'changed' ? [{ before, grant: { ...before, ...decision.life } }] : []
  })
  await saveEnded(
    tx,
    ended.map(({ grant }) => grant.id),
    change.now,
    change.reason,
  )
  for (const { before, grant } of ended) {
    deps.audit.record(tx, {
      action: actions.end,
      actor: change.actor,
      subjects: subjectsOf(grant),
      before: factsOf(before),
      after: factsOf(grant),
    })
    await tell(deps, tx, grant)
  }
}

export async function tell(deps: Pick<AccessDeps, 'events'>, tx: Tx, grant: Grant): Promise<void> {
  const payload = { grantId: grant.id, personId: grant.personId, roleId: grant.roleId }
  await deps.events.emit(tx, grantChanged, payload)
  if (grant.state === 'ended') await deps.events.emit(tx, grantEnded, payload)
}

export function subjectsOf(grant: Grant) {
  return {
    grantId: grant.id,
    personId: grant.personId,
    roleId: grant.roleId,
    ...(grant.requestId === null ? {} : { requestId: grant.requestId }),
  }
}

export function factsOf(grant: Grant): Facts {
  return {
    state: grant.state,
    durationDays: grant.durationDays,
    startedAt: grant.startedAt?.toISOString() ?? null,
    endsAt: grant.endsAt?.toISOString() ?? null,
    ...(grant.endReason === null ? {} : { endReason: grant.endReason }),
  }
}
