import { callsOf, updateCall } from './calls.ts'
import type { Glide } from './ports.ts'
import { isOpen, type Order, readOrder } from './read-order.ts'
import { properties, tables } from './tables.ts'
import { forAgents, instanceWords, plain } from './words.ts'

/** What the flow does last. `message` is for the requester, `note` for agents. */
export type Finished = {
  readonly outcome: 'complete' | 'incomplete' | 'by_hand' | 'cancelled'
  readonly message: string
  readonly note: string
  /** What the item is closed with: complete, or incomplete. */
  readonly state: '3' | '4'
  /** sys_id of the group a task goes to; '' leaves it to the instance's assignment rules. */
  readonly group: string
}

/**
 * Says how the item ends. Marks what was waited for as taken up, so that the closing that follows is not mistaken for
 * somebody closing the item by hand while Hallpass is at it.
 */
export function finishOrder(glide: Glide, itemId: string, opened: string, openedMessage: string): Finished {
  const ended = decideEnd(glide, itemId, opened, openedMessage)
  return { ...ended, state: ended.outcome === 'complete' ? '3' : '4', group: glide.property(properties.taskGroup) }
}

type Ended = Omit<Finished, 'group' | 'state'>

function decideEnd(glide: Glide, itemId: string, opened: string, openedMessage: string): Ended {
  const order = readOrder(glide, itemId)
  if (order === null || !isOpen(order.item)) return end('cancelled', '', '')
  if (opened === 'held') return end('complete', openedMessage, '')
  if (opened === 'refused') return end('incomplete', openedMessage, '')
  if (opened === 'by_hand') return end('by_hand', order.words('by_hand'), openedMessage)

  const [call] = callsOf(glide, itemId, 'fulfilment')
  if (call === undefined) return notStarted(glide, order)
  const message = call.get('message')
  const remote = call.get('remote_state')
  const isFinal = remote === 'fulfilled' || remote === 'denied' || remote === 'ended'
  updateCall(glide, call.id, isFinal ? { taken: 'true' } : { settled: 'true' })
  if (remote === 'fulfilled') return end('complete', message || order.words('fulfilled'), '')
  if (remote === 'denied' || remote === 'ended') return end('incomplete', message, '')
  // Not by `settled`, which was just set: done again, this step has to say the same.
  const isAnswered = remote === 'failed' || call.get('state') === 'refused' || call.get('state') === 'given_up'
  const why = call.get('error') || forAgents(glide, order.requestedFor.sysId, message)
  const words = instanceWords(glide)
  return end('by_hand', order.words('by_hand'), isAnswered ? why || words('by_hand_task') : words('no_answer'))
}

function notStarted(glide: Glide, order: Order): Ended {
  const stages = glide.tables.find(tables.stage, [['request_item', order.ritm.sysId]])
  const refused = stages.find((stage) => stage.get('state') === 'rejected')
  if (refused !== undefined) {
    return end('incomplete', order.words('rejected', refused.get('label')), '')
  }
  return end('incomplete', order.words('not_approved'), '')
}

function end(outcome: Finished['outcome'], message: string, note: string): Ended {
  return { outcome, message: plain(message), note: plain(note) }
}
