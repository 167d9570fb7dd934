import { callsOf } from './calls.ts'
import { byHandMark, insertTask } from './give-by-hand.ts'
import { keepManualTask } from './manual-task.ts'
import type { Glide, Row } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { unsaid } from './unsaid.ts'
import { instanceWords, plain } from './words.ts'

/**
 * A task of ours was deleted while its item is open. What a person has to do is never dropped in silence: the task is made
 * again. The one a flow waits for gets its old sys_id, for the flow knows no other; closing the item ends both.
 */
export function onTaskDeleted(glide: Glide, task: Pick<Row, 'id' | 'get'>): void {
  const itemId = task.get('request_item')
  const item = glide.tables.get(tables.item, itemId)
  const isOver = ['3', '4', '7'].includes(task.get('state'))
  if (item === null || !isOpen(item) || isOver || !makeAgain(glide, itemId, task)) return
  const words = unsaid(glide, itemId, { work_notes: plain(instanceWords(glide)('task_made_again')) })
  if (words.work_notes) glide.tables.update(tables.item, itemId, words)
}

/** False for a task of somebody else's, one that Hallpass waits for no more, and one that the instance does not take. */
function makeAgain(glide: Glide, itemId: string, task: Pick<Row, 'id' | 'get'>): boolean {
  const mark = task.get('correlation_id')
  if (mark === byHandMark(itemId))
    return insertTask(glide, itemId, mark, task.get('assignment_group'), task.id) !== null
  const [call] = callsOf(glide, itemId, 'fulfilment')
  if (mark !== `hallpass:${itemId}` || call?.get('remote_state') !== 'manual') return false
  return keepManualTask(glide, itemId, { state: 'manual', message: call.get('message'), note: '', isWaitedFor: true })
}
