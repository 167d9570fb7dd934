import type { Glide, Values } from './ports.ts'
import { tables } from './tables.ts'

/**
 * Of what is to be written on a ticket, the part that is not there yet. A step of a flow that was cut off is done again
 * from its beginning, and nobody should read the same words twice. `times` is how often they may stand there by now.
 */
export function unsaid(
  glide: Pick<Glide, 'tables'>,
  itemId: string,
  words: { readonly comments?: string; readonly work_notes?: string },
  times = 1,
): Values {
  const missing = Object.entries(words).filter(([field, text]) => {
    return text !== '' && timesSaid(glide.tables.journal(tables.item, itemId, field), text) < times
  })
  return Object.fromEntries(missing)
}

/** Whole entries only: a sentence may be part of another. */
function timesSaid(journal: string, text: string): number {
  const lines = (value: string) => `\n${value.replace(/\r\n?/g, '\n').trim()}\n`
  return lines(journal).split(lines(text)).length - 1
}
