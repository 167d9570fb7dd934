import type { Case, Outcome, Proof } from './types.ts'
import { agentsOn } from './weigh-proofs.ts'

/** Everybody who took part in a case: who has it in hand, worked on its proofs, or asked for something to be sent. */
export function involvedIn(
  theCase: Pick<Case, 'assigneeId'>,
  proofs: readonly Proof[],
  outcomes: readonly Outcome[],
): ReadonlySet<string> {
  const ids = [...agentsOn(proofs), ...outcomes.map((outcome) => outcome.askedBy)]
  return new Set(theCase.assigneeId === null ? ids : [...ids, theCase.assigneeId])
}
