import type { Records, Row } from '../store/records.ts'
import { type Html, html } from './html.ts'

const bad = new Set(['4', '7', '8'])

/** Where a request stands, in a word: its stage, or its state. */
export function stateChip(records: Records, row: Row): Html {
  const table = row.sys_class_name ?? 'task'
  const isItem = table === 'sc_req_item'
  const isClosed = row.active === 'false'
  const words =
    isItem && !(isClosed && row.state !== '3')
      ? records.display(table, row, 'stage')
      : records.display(table, row, 'state')
  const kind = !isClosed ? '' : table !== 'incident' && bad.has(row.state ?? '') ? 'bad' : 'good'
  return html`<span class="chip ${kind}">${words}</span>`
}
