import type { Clock } from '../platform/clock.ts'
import type { Ids } from '../platform/ids.ts'
import { minuteMs, proofMinutes } from './limits.ts'
import type { AtWork } from './on-case.ts'
import type { Proof, ProofKind } from './types.ts'

/** A proof that waits for its answer from now on, on this case and in this round. */
export function startProof(
  deps: { clock: Clock; ids: Ids },
  { theCase, by }: Pick<AtWork, 'theCase' | 'by'>,
  kind: ProofKind,
  facts: Partial<Pick<Proof, 'detail' | 'voucherId'>> = {},
): Proof {
  const startedAt = deps.clock.now()
  return {
    id: deps.ids.next(),
    caseId: theCase.id,
    round: theCase.round,
    kind,
    state: 'waiting',
    agentId: by.personId ?? '',
    startedAt,
    expiresAt: inProofMinutes(startedAt),
    decidedAt: null,
    voucherId: null,
    detail: null,
    challengeId: null,
    opened: 0,
    ...facts,
  }
}

export const inProofMinutes = (now: Date): Date => new Date(now.getTime() + proofMinutes * minuteMs)

/** What deciding a proof now writes to it: once passed it counts for 15 minutes. */
export function decidedNow(deps: { clock: Clock }, passed: boolean) {
  const decidedAt = deps.clock.now()
  return { state: passed ? 'passed' : 'failed', decidedAt, expiresAt: inProofMinutes(decidedAt) } as const
}
