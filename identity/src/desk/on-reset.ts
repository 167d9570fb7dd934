/** What the desk does because something happened to a reset, whoever began it. */
import type { Database, Tx } from '../platform/database/database.ts'
import { decide } from './decide.ts'
import { confirmOutcome } from './decide-outcome.ts'
import type { DeskDeps } from './deps.ts'
import { itself, type MoveCaseDeps, moveCase, noteOnCase } from './move-case.ts'
import { type OpenCaseDeps, openCase } from './open-case.ts'
import { lockCase, unsettledOf, wasInHand } from './store-cases.ts'
import { lockPending, saveOutcome } from './store-outcomes.ts'
import { insertRecovery, insertRecoverySoon } from './store-report.ts'
import { settingsInForce } from './store-settings.ts'
import type { CaseKind } from './types.ts'

export type OnResetDeps = OpenCaseDeps & { db: Database }

/** A case for somebody who did not get through alone. A stranger's attempt is nobody's case, nor is that of whoever is gone. */
export async function onResetFailed(
  deps: OnResetDeps,
  event: { personId: string | null; reason?: keyof typeof whyNot },
  kind: Extract<CaseKind, 'reset_failed' | 'reset_abandoned'>,
): Promise<void> {
  const { personId, reason = 'abandoned' } = event
  if (personId === null) return
  const why = { text: whyNot[reason], code: `self_service_${reason}` }
  await deps.db.transaction(async (tx) => {
    if ((await deps.directory.person(tx, personId))?.state === 'gone') return
    await openCase(deps, tx, { personId, kind, door: 'self_service', ...why, by: itself })
  })
}

/** Why somebody did not get through alone, for the agent who has to go on. */
const whyNot = {
  tries_used: 'Too many wrong codes were entered.',
  no_proof: 'There was nothing to prove who they are with: no address that counts, and no factor.',
  address_rests:
    'Their address changed a short time ago, and receives no code before it has been the same for some days.',
  no_second_proof: 'One proof was given, and there was nothing for the second.',
  abandoned: 'A code was sent, and nobody went on with it.',
}

/** "This was not me": a case of its own, and nothing more is sent to this person that was not sent yet. */
export async function onResetDisputed(deps: OnResetDeps, { personId }: { personId: string }): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const opened = await openCase(deps, tx, {
      ...{ personId, kind: 'reset_disputed', door: 'self_service', text: null, by: itself },
    })
    const pending = await lockPending(tx, personId)
    if (!opened || !pending) return
    const denial = { by: personId, agree: false, involved: new Set<string>() }
    const decision = confirmOutcome(pending, denial, deps.clock.now())
    const theCase = await lockCase(tx, pending.caseId)
    if (decision.kind !== 'decided' || !theCase) return
    await saveOutcome(tx, decision.next)
    await noteOnCase(deps, tx, theCase, {
      what: 'outcome_denied',
      by: itself,
      text: null,
      after: { kind: pending.kind },
    })
  })
}

export type OnRecoveryDeps = MoveCaseDeps & { credentials: Pick<DeskDeps['credentials'], 'recovery'> } & {
  directory: Pick<DeskDeps['directory'], 'person'>
}

/** Somebody got in: counted for the report, and the cases that were about it are solved. */
export async function onRecoveryFinished(
  deps: OnRecoveryDeps,
  tx: Tx,
  { recoveryId }: { recoveryId: string },
): Promise<void> {
  const recovery = await deps.credentials.recovery(tx, recoveryId)
  const person = recovery && (await deps.directory.person(tx, recovery.personId))
  if (!recovery || !person || recovery.kind === 'change') return
  const { id, personId, kind, door, caseId, startedAt, finishedAt } = recovery
  const [isInHand, unsettledIds] = await Promise.all([
    wasInHand(tx, personId, startedAt, finishedAt),
    unsettledOf(tx, personId),
  ])
  const deflected = door === 'self_service' && !isInHand
  const { directoryId } = person
  const counted = { id, personId, directoryId, kind, door, caseId, startedAt, finishedAt, deflected }
  if (unsettledIds.length === 0) return insertRecoverySoon(tx, counted)
  if (!(await insertRecovery(tx, counted))) return
  const { settings } = await settingsInForce(tx)
  for (const unsettledId of unsettledIds) {
    const theCase = await lockCase(tx, unsettledId)
    const input = { kind: 'recovered', byThisCase: unsettledId === caseId } as const
    if (!theCase || decide(theCase, input, deps.clock.now(), settings).kind === 'refused') continue
    await moveCase(deps, tx, theCase, input, { by: itself })
  }
}
