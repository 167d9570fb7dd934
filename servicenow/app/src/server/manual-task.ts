import type { Glide, Row } from './ports.ts'
import { isOpen, readOrder } from './read-order.ts'
import { properties, tables } from './tables.ts'
import type { FulfilmentState } from './wire.ts'
import { forAgents, instanceWords } from './words.ts'

/**
 * While a person has to make an account by hand, the item carries a catalog task that says so, and that closes with it.
 * One a requested item: `correlation_id` finds it again. Gives whether there is one now that was not there before.
 * `isWaitedFor`: the flow closes the item when it takes the news up, and the task after it. Closed before, it would have
 * the platform close the item for its last task, and whoever waited would not read how it ended.
 */
export function keepManualTask(glide: Glide, itemId: string, { state, message, note, isWaitedFor }: News): boolean {
  const task = manualTask(glide, itemId)
  if (state === 'manual' && task === undefined) {
    const made = glide.tables.insert(tables.task, {
      request_item: itemId,
      correlation_id: markOf(itemId),
      short_description: instanceWords(glide)('manual_task'),
      description: descriptionOf(glide, itemId, message, note),
      assignment_group: glide.property(properties.taskGroup),
    })
    return made !== null
  }
  const item = glide.tables.get(tables.item, itemId)
  if (isWaitedFor && item !== null && isOpen(item)) return false
  if (state === 'fulfilled') closeManualTask(glide, itemId, '3')
  if (state === 'denied' || state === 'ended') closeManualTask(glide, itemId, '4')
  return false
}

/** `message` speaks to whoever the item is for, `note` to agents. */
type News = {
  readonly state: FulfilmentState
  readonly message: string
  readonly note: string
  readonly isWaitedFor: boolean
}

/** Whoever takes the task up reads what the instance speaks: for which apps, and under which number Hallpass has it. */
function descriptionOf(glide: Glide, itemId: string, message: string, note: string): string {
  const order = readOrder(glide, itemId)
  const said = order === null ? '' : forAgents(glide, order.requestedFor.sysId, message)
  return said || note || (order?.apps ?? []).map(({ name }) => name).join(', ')
}

/** `state`: what its item was closed with. */
export function closeManualTask(glide: Glide, itemId: string, state: string): void {
  const task = manualTask(glide, itemId)
  if (task === undefined || ['3', '4', '7'].includes(task.get('state'))) return
  glide.tables.update(tables.task, task.id, { state: state === '3' ? '3' : '7' })
}

const markOf = (itemId: string): string => `hallpass:${itemId}`

function manualTask(glide: Glide, itemId: string): Row | undefined {
  return glide.tables.find(tables.task, [['correlation_id', markOf(itemId)]], { limit: 1 })[0]
}
