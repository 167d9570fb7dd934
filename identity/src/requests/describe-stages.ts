import type { TrackerStage } from '@hallpass/contract/requests'
import { type Names, wireTime } from './describe-requests.ts'
import type { Request } from './types.ts'

/** Each stage as the tracker shows it; `upcoming` are those who would be asked at stages that have not begun. */
export function describeStages(
  request: Request,
  names: Names,
  upcoming: readonly (readonly string[])[],
): TrackerStage[] {
  return request.policy.rules.stages.map((stage, index) => {
    const progress = request.stages[index]
    const state = stateOf(request, index)
    const isCurrent = state === 'current'
    return {
      index,
      name: stage.name,
      state,
      level: progress?.level ?? 'first',
      quorum: stage.quorum,
      startedAt: wireTime(progress?.startedAt),
      decidedAt: wireTime(progress?.decidedAt ?? deniedAt(request, index)),
      dueAt: isCurrent ? wireTime(request.dueAt) : null,
      dueFor: isCurrent ? request.dueFor : null,
      approvals: request.approvals
        .filter((approval) => approval.stage === index)
        .map((approval) => ({
          person: names(approval.approverId),
          state: approval.state,
          askedAt: approval.askedAt.toISOString(),
          decidedAt: wireTime(approval.decidedAt),
          comment: approval.comment,
        })),
      wouldAsk: state === 'upcoming' ? (upcoming[index] ?? []).map(names) : [],
    }
  })
}

export function stateOf(request: Request, index: number): TrackerStage['state'] {
  if (request.stages[index]?.decidedAt) return 'done'
  if (request.state === 'waiting') return index === request.stage ? 'current' : 'upcoming'
  return request.state === 'denied' && index === request.stage ? 'denied' : 'not_reached'
}

function deniedAt(request: Request, index: number): Date | null {
  return request.state === 'denied' && index === request.stage ? request.settledAt : null
}
