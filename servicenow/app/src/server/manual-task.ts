import type { Glide } from './ports.ts'
import { properties, tables } from './tables.ts'
import type { FulfilmentState } from './wire.ts'
import { englishWords } from './words.ts'

/**
 * While a person has to make an account by hand, the item carries a catalog task that says so, and that closes with it.
 * One a requested item: `correlation_id` finds it again. Gives whether there is one now that was not there before.
 */
export function keepManualTask(glide: Glide, itemId: string, state: FulfilmentState, message: string): boolean {
  const mark = `hallpass:${itemId}`
  const [task] = glide.tables.find(tables.task, [['correlation_id', mark]], { limit: 1 })
  if (state === 'manual' && task === undefined) {
    const made = glide.tables.insert(tables.task, {
      request_item: itemId,
      correlation_id: mark,
      short_description: englishWords(glide)('manual_task'),
      description: message,
      assignment_group: glide.property(properties.taskGroup),
    })
    return made !== null
  }
  if (task === undefined || ['3', '4', '7'].includes(task.get('state'))) return false
  if (state === 'fulfilled') glide.tables.update(tables.task, task.id, { state: '3' })
  if (state === 'denied' || state === 'ended') glide.tables.update(tables.task, task.id, { state: '7' })
  return false
}
