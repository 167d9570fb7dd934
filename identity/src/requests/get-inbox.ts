import type { Inbox, InboxItem } from '@hallpass/contract/requests'
import type { Access } from '../access/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Reader } from '../platform/database/database.ts'
import { type DescribeDeps, type Names, namesOf, peopleIn, type Roles, rolesIn, wireTime } from './describe-requests.ts'
import { describeComment } from './get-tracker.ts'
import { commentsOn, findRequests } from './store.ts'
import { inboxCounts, inboxIds } from './store-lists.ts'
import type { Comment, Request } from './types.ts'
import { type WeighDeps, type Weight, weighRequest } from './weigh-request.ts'

export type GetInboxDeps = DescribeDeps &
  WeighDeps & {
    directory: Pick<Directory, 'person'>
    access: Pick<Access, 'holderCount'>
    clock: Clock
  }
export type GetInboxInput = {
  approverId: string
  roleId?: string | undefined
  after?: string | undefined
  limit: number
}

const dayMs = 24 * 3_600_000

/** What waits for one person, longest waiting first, each with everything needed to decide. */
export async function getInbox(deps: GetInboxDeps, reader: Reader, input: GetInboxInput): Promise<Inbox> {
  const { approverId, roleId, after, limit } = input
  const ids = await inboxIds(reader, approverId, { roleId, after, limit: limit + 1 })
  const requests = await findRequests(reader, ids.slice(0, limit))
  const now = deps.clock.now().getTime()
  const counts = await inboxCounts(reader, approverId, new Date(now + dayMs), new Date(now - 30 * dayMs))
  return {
    items: await cardsOf(deps, reader, requests, approverId),
    next: ids.length > limit ? (ids[limit - 1] ?? null) : null,
    counts: { open: counts.open, dueWithin24Hours: counts.due, decidedByMeLast30Days: counts.decided },
  }
}

async function cardsOf(
  deps: GetInboxDeps,
  reader: Reader,
  requests: readonly Request[],
  approverId: string,
): Promise<InboxItem[]> {
  const comments = await commentsOn(
    reader,
    requests.map((request) => request.id),
  )
  const beneficiaries = await deps.directory.people(reader, [...new Set(requests.map((r) => r.beneficiaryId))])
  const names = await namesOf(deps, reader, [
    ...requests.flatMap(peopleIn),
    ...comments.map((comment) => comment.authorId),
    ...beneficiaries.flatMap((person) => person.managerId ?? []),
  ])
  const roles = await rolesIn(deps, reader, requests)
  const holders = new Map<string, number>()
  for (const roleId of new Set(requests.map((r) => r.roleId)))
    holders.set(roleId, await deps.access.holderCount(reader, roleId))

  const weights = new Map<string, Weight>()
  for (const request of requests) weights.set(request.id, await weighRequest(deps, reader, request))

  return requests.map((request) => {
    const beneficiary = beneficiaries.find((person) => person.id === request.beneficiaryId)
    // Whoever asks to keep a role is one of its holders.
    const others = (holders.get(request.roleId) ?? 0) - (request.kind === 'extend' ? 1 : 0)
    return {
      ...cardOf(request, approverId, names, roles),
      beneficiaryDepartment: beneficiary?.department ?? null,
      beneficiaryManager: beneficiary?.managerId ? names(beneficiary.managerId) : null,
      othersHoldingRole: Math.max(0, others),
      ...(weights.get(request.id) as Weight),
      comments: comments.filter((c) => c.requestId === request.id).map((c: Comment) => describeComment(c, names)),
    }
  })
}

type Looked = 'beneficiaryDepartment' | 'beneficiaryManager' | 'othersHoldingRole' | 'comments' | keyof Weight

function cardOf(request: Request, approverId: string, names: Names, roles: Roles): Omit<InboxItem, Looked> {
  const { stages } = request.policy.rules
  const stage = stages[request.stage]
  const approved = request.approvals.filter((a) => a.state === 'approved')
  const mine = request.approvals.find((a) => a.stage === request.stage && a.approverId === approverId)
  return {
    requestId: request.id,
    cartId: request.cartId,
    kind: request.kind,
    version: request.version,
    requester: names(request.requesterId),
    beneficiary: names(request.beneficiaryId),
    role: roles(request.roleId),
    reason: request.reason,
    durationDays: request.durationDays,
    stage: request.stage,
    stageName: stage?.name ?? '',
    stageCount: stages.length,
    level: request.stages[request.stage]?.level ?? 'first',
    approvalsMissing: (stage?.quorum ?? 1) - approved.filter((a) => a.stage === request.stage).length,
    approvedBefore: approved.map((a) => ({
      person: names(a.approverId),
      stageName: stages[a.stage]?.name ?? '',
      at: (a.decidedAt ?? a.askedAt).toISOString(),
      comment: a.comment,
    })),
    askedAt: (mine?.askedAt ?? request.createdAt).toISOString(),
    dueAt: wireTime(request.dueAt),
    dueFor: request.dueFor,
  }
}
