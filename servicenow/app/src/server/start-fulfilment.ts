import { addCall } from './calls.ts'
import { checkBinding } from './check-binding.ts'
import type { Glide } from './ports.ts'
import { isOpen, readOrder } from './read-order.ts'
import { tables } from './tables.ts'
import { type FulfilmentRequest, toWire } from './wire.ts'

export type Started = { readonly next: 'wait' | 'go_on'; readonly call: string }

/**
 * After the approvals: has Hallpass do what was approved. Only when every stage of ours is approved and the item is still
 * open; Hallpass reads the approvals back and holds them against its own policy, so nothing rests on what is said here.
 */
export function startFulfilment(glide: Glide, itemId: string, opened: string): Started {
  const nothing: Started = { next: 'go_on', call: '' }
  if (opened !== 'ask' && opened !== 'approved') return nothing
  const order = readOrder(glide, itemId)
  if (order === null || !isOpen(order.item) || checkBinding(glide).state !== 'bound') return nothing
  const stages = glide.tables.find(tables.stage, [['request_item', itemId]])
  if (stages.some((stage) => stage.get('state') !== 'approved')) return nothing

  glide.tables.update(tables.item, itemId, { approval: 'approved', state: '2' })
  const body: FulfilmentRequest = {
    ritm: order.ritm,
    request: order.request,
    requestedFor: order.requestedFor,
    openedBy: order.openedBy,
    roles: order.apps.map((app) => app.roleId),
    durationDays: order.durationDays,
    reason: order.reason.slice(0, 2000),
  }
  const path = '/desk/v1/fulfilments'
  const call = addCall(glide, { kind: 'fulfilment', itemId, subject: '', method: 'POST', path, body: toWire(body) })
  return call === null ? nothing : { next: 'wait', call }
}
