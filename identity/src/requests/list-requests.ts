import type { RequestSummary } from '@hallpass/contract/requests'
import type { Reader } from '../platform/database/database.ts'
import { type DescribeDeps, describeRequests } from './describe-requests.ts'
import { findRequests } from './store.ts'
import { decidedIds, type ListFilter, listRequestIds } from './store-lists.ts'

export type RequestPage = { items: RequestSummary[]; next: string | null }

/** Requests that match, newest first; the cursor is the id of the last one shown. */
export async function listRequests(deps: DescribeDeps, reader: Reader, filter: ListFilter): Promise<RequestPage> {
  return pageOf(deps, reader, filter.limit, (limit) => listRequestIds(reader, { ...filter, limit }))
}

/** Requests this person decided at some stage. */
export async function listDecided(
  deps: DescribeDeps,
  reader: Reader,
  approverId: string,
  filter: { before?: string | undefined; limit: number },
): Promise<RequestPage> {
  return pageOf(deps, reader, filter.limit, (limit) => decidedIds(reader, approverId, { ...filter, limit }))
}

async function pageOf(
  deps: DescribeDeps,
  reader: Reader,
  limit: number,
  read: (limit: number) => Promise<string[]>,
): Promise<RequestPage> {
  const ids = await read(limit + 1)
  const requests = await findRequests(reader, ids.slice(0, limit))
  return {
    items: await describeRequests(deps, reader, requests),
    next: ids.length > limit ? (ids[limit - 1] ?? null) : null,
  }
}
