import { dateTimeText } from './clock.ts'
import type { Values, Who } from './records.ts'
import type { WriteContext } from './write-context.ts'

/** A journal's entries are records of their own; the column itself stays empty. */
export function writeJournals(context: WriteContext, table: string, sysId: string, journals: Values, who: Who): void {
  const now = dateTimeText(context.records.clock.now())
  for (const [element, value] of Object.entries(journals)) {
    const data = { element, element_id: sysId, name: table, value, sys_created_on: now, sys_created_by: who.userName }
    context.database.run(
      `INSERT INTO record (root, class, sys_id, data) VALUES ('sys_journal_field', 'sys_journal_field', ?, ?)`,
      context.records.newId(),
      JSON.stringify(data),
    )
  }
}
