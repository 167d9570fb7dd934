import { stageOfItem } from '../flow/stage-states.ts'
import type { Records, Row } from '../store/records.ts'
import { type Html, html } from './html.ts'
import type { Visitor } from './page.ts'
import { shownField, stageWord } from './words.ts'

const bad = new Set(['4', '7', '8'])

/** Where a request stands, in a word: its stage, or its state. */
export function stateChip(records: Records, row: Row, visitor: Visitor): Html {
  const table = row.sys_class_name ?? 'task'
  const isItem = table === 'sc_req_item'
  const isClosed = row.active === 'false'
  const words =
    isItem && !(isClosed && row.state !== '3')
      ? stageWord(records, visitor.language, stageOfItem(records, row)?.label ?? records.display(table, row, 'stage'))
      : shownField(records, table, row, 'state', visitor)
  const kind = !isClosed ? '' : table !== 'incident' && bad.has(row.state ?? '') ? 'bad' : 'good'
  return html`<span class="chip ${kind}">${words}</span>`
}
