import type { SnowOrder } from '@hallpass/contract/servicenow-orders'
import type { Reader } from '../../platform/database/database.ts'
import { invalidField } from '../../platform/errors.ts'
import { namesOf } from '../names.ts'
import type { ServiceNowDeps } from './deps.ts'
import { connectionNotFound } from './errors.ts'
import { findConnection } from './store-connections.ts'
import { itemsOfOrders, ordersToShow, type ShownOrders } from './store-shown.ts'

export type ListOrdersInput = Pick<ShownOrders, 'connectionId' | 'limit' | 'show'> & { cursor: string | undefined }

/** A page of what was ordered in an instance, newest first, as administrators look at it. */
export async function listOrders(
  deps: { directory: Pick<ServiceNowDeps['directory'], 'people' | 'summary'> },
  r: Reader,
  { connectionId, limit, show, cursor }: ListOrdersInput,
): Promise<{ items: SnowOrder[]; next: string | null }> {
  const connection = await findConnection(r, connectionId)
  if (!connection) throw connectionNotFound()
  const before = cursor === undefined ? {} : { before: idIn(cursor) }
  const found = await ordersToShow(r, { connectionId, show, limit: limit + 1, ...before })
  const page = found.slice(0, limit)
  const items = await itemsOfOrders(
    r,
    page.map(({ id }) => id),
  )
  const nameOf = await namesOf(
    deps,
    r,
    page.flatMap(({ personId }) => personId ?? []),
  )
  return {
    items: page.map((order) => ({
      id: order.id,
      number: order.ritmNumber,
      url: ticketUrl(connection.instanceUrl, order.ritmSysId),
      person: order.personId === null ? null : nameOf(order.personId),
      roles: items
        .filter(({ orderId }) => orderId === order.id)
        .map(({ roleName, requestId }) => ({ name: roleName, requestId })),
      state: order.state,
      message: order.message,
      door: order.door,
      isTold: order.toldVersion >= order.version,
      tellFailures: order.tellFailures,
      changedAt: order.changedAt.toISOString(),
    })),
    next: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** The page of a requested item in the Service Portal, which requesters and agents alike may open. */
export function ticketUrl(instanceUrl: string, ritmSysId: string): string {
  return new URL(`/sp?id=ticket&table=sc_req_item&sys_id=${encodeURIComponent(ritmSysId)}`, instanceUrl).href
}

function idIn(cursor: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(cursor)) return cursor
  throw invalidField('cursor', 'Take the cursor from the page before, or leave it out.', 'invalid_cursor')
}
