import { closeManualTask } from './manual-task.ts'
import type { Glide } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { unsaid } from './unsaid.ts'
import { plain } from './words.ts'

/**
 * Closes the item in words, by one write. Done again after it was cut off, it adds what is missing and nothing else; an
 * item that somebody closed otherwise meanwhile is left as it is. The task to make an account by hand ends with it.
 */
export function closeOrder(glide: Glide, itemId: string, state: string, message: string): void {
  const item = glide.tables.get(tables.item, itemId)
  if (item === null) return
  const words = unsaid(glide, itemId, { comments: plain(message) })
  if (isOpen(item)) glide.tables.update(tables.item, itemId, { ...words, state })
  else if (item.get('state') === state && words.comments) glide.tables.update(tables.item, itemId, words)
  closeManualTask(glide, itemId, state)
}
