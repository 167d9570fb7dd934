import { cutText } from './cut-text.ts'
import type { Table } from './table.ts'

export type JournalEntry = { sysId: string; element: string; text: string; createdAt: string; createdBy: string }

/**
 * What was written into a journal of a record, oldest first. A journal field itself reads as empty; its history is in
 * `sys_journal_field`.
 */
export async function readJournal(
  table: Table,
  of: { sysId: string; element: 'comments' | 'work_notes' },
): Promise<JournalEntry[]> {
  const rows = await table.list('sys_journal_field', {
    where: [
      { field: 'element_id', op: '=', value: of.sysId },
      { field: 'element', op: '=', value: of.element },
    ],
    fields: ['element', 'value', 'sys_created_on', 'sys_created_by'],
  })
  return rows
    .map((row) => ({
      sysId: row.sys_id ?? '',
      element: row.element ?? '',
      text: row.value ?? '',
      createdAt: row.sys_created_on ?? '',
      createdBy: row.sys_created_by ?? '',
    }))
    .sort((one, other) => (one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0))
}

/**
 * Text for a journal: control characters are taken out, and the brackets of what the instance would read as mark-up are made
 * round (`[code]` runs as HTML). Nothing is taken out after or within such a word, so that none can close up around a gap.
 */
export function journalText(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (each) => ('\n\r\t'.includes(each) ? each : ''))
    .replace(/\[(\/?code)\]/gi, '($1)')
  return cutText(clean, 4000)
}
