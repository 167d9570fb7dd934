import type { Glide } from './ports.ts'
import { tables } from './tables.ts'
import { unsaid } from './unsaid.ts'
import { instanceWords, plain } from './words.ts'

/**
 * Automation could not: says so on the item, and makes the task the flow waits for. One task a requested item, which
 * `correlation_id` finds again when the step is done again. @throws when the instance refuses the task
 */
export function giveByHand(
  glide: Glide,
  itemId: string,
  { message, note, group }: { readonly message: string; readonly note: string; readonly group: string },
): { readonly task: string } {
  const words = unsaid(glide, itemId, { comments: plain(message), work_notes: plain(note) })
  if (Object.keys(words).length > 0) glide.tables.update(tables.item, itemId, words)
  const mark = byHandMark(itemId)
  const [known] = glide.tables.find(tables.task, [['correlation_id', mark]], { limit: 1 })
  const task = known?.id ?? insertTask(glide, itemId, mark, group)
  if (task === null) throw new Error('ServiceNow refused the task to give the access by hand')
  return { task }
}

/** By which the task that a flow waits for is found again. */
export const byHandMark = (itemId: string): string => `hallpass:by_hand:${itemId}`

/** `id`: the sys_id it is to have; one of its own, when left out. */
export function insertTask(glide: Glide, itemId: string, mark: string, group: string, id?: string): string | null {
  const values = {
    request_item: itemId,
    request: glide.tables.get(tables.item, itemId)?.get('request') ?? '',
    parent: itemId,
    correlation_id: mark,
    short_description: instanceWords(glide)('by_hand_task'),
    assignment_group: group,
  }
  return glide.tables.insert(tables.task, values, id)
}
