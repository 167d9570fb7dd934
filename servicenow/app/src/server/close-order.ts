import type { Glide } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { unsaid } from './unsaid.ts'
import { plain } from './words.ts'

/**
 * Closes the item in words, by one write. Done again after it was cut off, it adds what is missing and nothing else; an
 * item that somebody closed otherwise meanwhile is left as it is.
 */
export function closeOrder(glide: Glide, itemId: string, state: string, message: string): void {
  const item = glide.tables.get(tables.item, itemId)
  if (item === null) return
  const words = unsaid(glide, itemId, { comments: plain(message) })
  if (isOpen(item)) glide.tables.update(tables.item, itemId, { ...words, state })
  else if (item.get('state') === state && words.comments) glide.tables.update(tables.item, itemId, words)
}
