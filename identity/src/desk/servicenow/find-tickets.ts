import type { RequestTicket } from '@hallpass/contract/servicenow-orders'
import type { Reader } from '../../platform/database/database.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { maySee, type Requests } from '../../requests/module.ts'
import { ticketUrl } from './list-orders.ts'
import { ticketsOfRequests } from './store-shown.ts'

/**
 * The tickets that requests came from (promise 4), for pages that show a request or what it gave. A request that the
 * viewer may not see has none, exactly as one that came from nowhere.
 */
export async function findTickets(
  deps: { requests: Pick<Requests, 'requests'> },
  r: Reader,
  { requestIds, viewer }: { requestIds: readonly string[]; viewer: Pick<Principal, 'personId' | 'roles'> },
): Promise<RequestTicket[]> {
  const tickets = await ticketsOfRequests(r, requestIds)
  if (tickets.length === 0) return []
  const requests = await deps.requests.requests(
    r,
    tickets.map(({ requestId }) => requestId),
  )
  const visible = new Set(requests.filter((request) => maySee(request, viewer)).map(({ id }) => id))
  return tickets
    .filter(({ requestId }) => visible.has(requestId))
    .map(({ requestId, number, sysId, instanceUrl, system }) => ({
      requestId,
      system,
      number,
      url: ticketUrl(instanceUrl, sysId),
    }))
}
