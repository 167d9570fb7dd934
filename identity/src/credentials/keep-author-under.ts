import type { Actor } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { recoveryRulesChanged } from './events.ts'
import { forgetRulesBefore, keepRulesBefore } from './store-rules-before.ts'
import type { RulesBefore } from './types.ts'

export type KeepAuthorUnderDeps = { clock: Clock; events: Pick<Events, 'emit'> }

export type ChangedRules = {
  subject: { kind: 'directory' | 'group'; id: string }
  actor: Actor
  /** Null where there were none. */
  before: RulesBefore | null
}

/**
 * After recovery rules were changed: their author stays under those before as well, until another administrator saves
 * rules there and so stands behind what holds then, or, where there is no other, a day is over. Others are told
 * (security C.19).
 */
export async function keepAuthorUnder(deps: KeepAuthorUnderDeps, tx: Tx, changed: ChangedRules): Promise<void> {
  const { subject, actor, before } = changed
  const authorId = actor.kind === 'person' ? actor.personId : null
  await forgetRulesBefore(tx, subject.id, authorId)
  if (authorId !== null && before !== null) {
    const { selfService, proofs, proofsWanted, addressQuietDays = 0 } = before
    const rules = { selfService, proofs, proofsWanted, addressQuietDays }
    await keepRulesBefore(tx, { subjectId: subject.id, authorId, rules, changedAt: deps.clock.now() })
  }
  await deps.events.emit(tx, recoveryRulesChanged, { of: subject.kind, subjectId: subject.id, authorId })
}
