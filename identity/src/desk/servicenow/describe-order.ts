import type { Fulfilment } from '@hallpass/contract/servicenow-shapes'
import type { Reader } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'
import { sayIn } from './in-language.ts'
import { itemState } from './order-state.ts'
import { itemsOf } from './store-orders.ts'
import type { Order } from './types.ts'

/** One item in the words of the wire, and in the language of whoever it is for. */
export async function describeOrder(
  deps: Pick<ServiceNowDeps, 'requests' | 'access'>,
  r: Reader,
  order: Order,
): Promise<Fulfilment> {
  const { id, ritmSysId: sysId, ritmNumber: number, state, message, version, language } = order
  const items: Fulfilment['items'] = []
  for (const item of await itemsOf(r, order.id)) {
    const request = item.requestId === null ? null : await deps.requests.request(r, item.requestId)
    const grantId = request?.grantId ?? item.grantId
    const grant = grantId === null ? null : await deps.access.grant(r, grantId)
    items.push({
      roleId: item.roleId,
      roleName: item.roleName,
      ...sayIn(language, itemState({ item, request, grant })),
      alreadyHeld: item.alreadyHeld,
      startsAt: grant?.startedAt?.toISOString() ?? null,
      endsAt: grant?.endsAt?.toISOString() ?? null,
    })
  }
  return sayIn(language, { id, ritm: { sysId, number }, state, message, version, items })
}
