import { callsOf, isTrue, updateCall } from './calls.ts'
import type { Glide } from './ports.ts'
import { isOpen, readOrder } from './read-order.ts'
import { tables } from './tables.ts'

/** What the flow does last. `message` is for the requester, `note` for agents. */
export type Finished = {
  readonly outcome: 'complete' | 'incomplete' | 'by_hand' | 'cancelled'
  readonly message: string
  readonly note: string
}

/**
 * Says how the item ends. Marks what was waited for as taken up, so that the closing that follows is not mistaken for
 * somebody closing the item by hand while Hallpass is at it.
 */
export function finishOrder(glide: Glide, itemId: string, opened: string, openedMessage: string): Finished {
  const order = readOrder(glide, itemId)
  if (order === null || !isOpen(order.item)) return end('cancelled', '', '')
  if (opened === 'held') return end('complete', openedMessage, '')
  if (opened === 'refused') return end('incomplete', openedMessage, '')
  if (opened === 'by_hand') return end('by_hand', glide.text('x_hlps_access.by_hand'), openedMessage)

  const [call] = callsOf(glide, itemId, 'fulfilment')
  if (call === undefined) return notStarted(glide, itemId)
  updateCall(glide, call.id, { taken: 'true' })
  const message = call.get('message')
  const remote = call.get('remote_state')
  if (remote === 'fulfilled') return end('complete', message || glide.text('x_hlps_access.fulfilled'), '')
  if (remote === 'denied' || remote === 'ended') return end('incomplete', message, '')
  const why = isTrue(call.get('settled')) ? call.get('error') || message : glide.text('x_hlps_access.no_answer')
  return end('by_hand', glide.text('x_hlps_access.by_hand'), why)
}

function notStarted(glide: Glide, itemId: string): Finished {
  const stages = glide.tables.find(tables.stage, [['request_item', itemId]])
  const refused = stages.find((stage) => stage.get('state') === 'rejected')
  if (refused !== undefined) {
    return end('incomplete', glide.text('x_hlps_access.rejected', refused.get('label')), '')
  }
  return end('incomplete', glide.text('x_hlps_access.not_approved'), '')
}

function end(outcome: Finished['outcome'], message: string, note: string): Finished {
  return { outcome, message, note }
}
