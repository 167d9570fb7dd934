import type { DecidedRequest, RequestSummary } from '@hallpass/contract/requests'
import type { Reader } from '../platform/database/database.ts'
import { type DescribeDeps, describeRequests } from './describe-requests.ts'
import { findRequests } from './store.ts'
import { decidedIds, type ListFilter, listRequestIds } from './store-lists.ts'
import type { Request } from './types.ts'

export type RequestPage = { items: RequestSummary[]; next: string | null }

/** Requests that match, newest first; the cursor is the id of the last one shown. */
export async function listRequests(deps: DescribeDeps, reader: Reader, filter: ListFilter): Promise<RequestPage> {
  return pageOf(deps, reader, filter.limit, (limit) => listRequestIds(reader, { ...filter, limit }))
}

/** Requests this person decided at some stage, with what they decided there last. */
export async function listDecided(
  deps: DescribeDeps,
  reader: Reader,
  approverId: string,
  filter: { before?: string | undefined; limit: number },
): Promise<{ items: DecidedRequest[]; next: string | null }> {
  const read = (limit: number) => decidedIds(reader, approverId, { ...filter, limit })
  const { requests, next } = await requestsOf(reader, filter.limit, read)
  const described = await describeRequests(deps, reader, requests)
  const items = described.flatMap((summary, index) => {
    const decision = decisionOf(requests[index] as Request, approverId)
    return decision ? [{ ...summary, decision }] : []
  })
  return { items, next }
}

function decisionOf({ approvals, policy }: Request, approverId: string): DecidedRequest['decision'] | null {
  const [last] = approvals
    .filter((approval) => approval.approverId === approverId)
    .flatMap(({ decidedAt, ...approval }) => (decidedAt ? [{ ...approval, decidedAt }] : []))
    .toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime())
  if (!last) return null
  const { state, stage, decidedAt, comment } = last
  return {
    state: state === 'approved' || state === 'denied' ? state : 'lapsed',
    stageName: policy.rules.stages[stage]?.name ?? '',
    at: decidedAt.toISOString(),
    comment,
  }
}

async function pageOf(
  deps: DescribeDeps,
  reader: Reader,
  limit: number,
  read: (limit: number) => Promise<string[]>,
): Promise<RequestPage> {
  const { requests, next } = await requestsOf(reader, limit, read)
  return { items: await describeRequests(deps, reader, requests), next }
}

async function requestsOf(reader: Reader, limit: number, read: (limit: number) => Promise<string[]>) {
  const ids = await read(limit + 1)
  const requests = await findRequests(reader, ids.slice(0, limit))
  return { requests, next: ids.length > limit ? (ids[limit - 1] ?? null) : null }
}
