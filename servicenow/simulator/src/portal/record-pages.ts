import { noRecord, notAuthorized } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { OfferedAction, Pressed } from '../runtime/ui-actions.ts'
import type { Row, Who } from '../store/records.ts'
import { html } from './html.ts'
import { checkedForm, said, sendPage, tokenField, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'
import { columnLabel, platformWord, shownField } from './words.ts'

const rowsMax = 100
const columnsMax = 6

/** Any record as far as one may read it, with the UI actions of its form; and lists that lead to them. */
export function recordPages(service: Service, { show, act }: PortalPages): void {
  const { records, access, executor } = service

  show.records = ({ reply, visitor, query }) => {
    const table = known(query.table)
    access.refresh()
    if (!access.mayTouchTable('read', table, visitor.who))
      throw notAuthorized(visitor.say('You may not read {0}', table))
    const rows = records
      .find(table, query.query ?? '', { limit: rowsMax, who: visitor.who })
      .filter((row) => access.mayTouchRecord('read', table, row, visitor.who))
    const columns = columnsOf(table).slice(0, columnsMax)
    return sendPage(
      service,
      reply,
      visitor,
      { title: platformWord(visitor.language, records.dictionary.label(table)) },
      html`<h2>${rows.length === rowsMax ? visitor.say('The first {0} found', rowsMax) : visitor.say('{0} found', rows.length)}</h2><div class="scroll"><table class="table"><thead><tr><th>${visitor.say('Record')}</th>${columns.map((name) => html`<th>${columnLabel(records, table, name, visitor.language)}</th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr><td><a href="/sp?id=record&amp;table=${table}&amp;sys_id=${row.sys_id}">${records.displayOf(table, row) || row.sys_id}</a></td>${columns.map((name) => html`<td>${shown(table, row, name, visitor)}</td>`)}</tr>`)}</tbody></table></div>`,
    )
  }

  show.record = async ({ reply, visitor, query }) => {
    const { table, row } = readable(query, visitor.who)
    return page({ reply, visitor, table, row })
  }

  act.record = async ({ request, reply, visitor, query }) => {
    const form = checkedForm(request, visitor)
    const { table, row } = readable(query, visitor.who)
    const input = { action: form.get('action') ?? '', sysId: row.sys_id ?? '' }
    const pressed = (await perform('ui_action.run', input, visitor.who)) as Pressed
    if (pressed === null) throw notAuthorized(visitor.say('This action is not offered to you here'))
    const left = records.get(table, row.sys_id ?? '')
    return page({ reply, visitor, table, row: left ?? row, pressed })
  }

  async function page(at: {
    reply: Parameters<typeof sendPage>[1]
    visitor: Visitor
    table: string
    row: Row
    pressed?: NonNullable<Pressed>
  }) {
    const { reply, visitor, table, row, pressed } = at
    const on = { table, sysId: row.sys_id ?? '' }
    const actions = (await perform('ui_action.offered', on, visitor.who)) as OfferedAction[]
    const messages = [
      ...(pressed?.info ?? []).map((text) => said(text)),
      ...(pressed?.error ?? []).map((text) => said(text, true)),
    ]
    return sendPage(
      service,
      reply,
      visitor,
      {
        title: `${platformWord(visitor.language, records.dictionary.label(table))}: ${records.displayOf(table, row) || row.sys_id}`,
        message: messages.length > 0 ? html`${messages}` : null,
      },
      html`<div class="actions">${actions.map(({ sysId, name, hint }) => html`<form method="post" action="/sp?id=record&amp;table=${table}&amp;sys_id=${row.sys_id}">${tokenField(visitor)}<input type="hidden" name="action" value="${sysId}"><button class="plain" title="${hint}">${name}</button></form>`)}</div>
<section class="card"><dl class="facts">${columnsOf(table)
        .filter((name) => row[name] && access.mayReadField(table, name, row, visitor.who))
        .map(
          (name) =>
            html`<dt>${columnLabel(records, table, name, visitor.language)}</dt><dd class="pre">${shown(table, row, name, visitor)}</dd>`,
        )}</dl></section>`,
    )
  }

  const perform = (name: string, input: unknown, who: Who) => executor.perform({ kind: 'operation', name, input, who })
  const columnsOf = (table: string) =>
    [...records.dictionary.columns(table).keys()].filter((name) => !name.startsWith('sys_'))
  const shown = (table: string, row: Row, name: string, visitor: Visitor) =>
    access.mayReadField(table, name, row, visitor.who) ? shownField(records, table, row, name, visitor) : ''

  function known(table: string | undefined): string {
    if (!table || !/^[a-z0-9_]+$/.test(table) || !records.dictionary.has(table)) throw noRecord()
    return table
  }

  function readable(query: Readonly<Record<string, string | undefined>>, who: Who): { table: string; row: Row } {
    const table = known(query.table)
    access.refresh()
    const row = records.get(table, query.sys_id ?? '')
    if (!row || !access.mayTouchRecord('read', table, row, who)) throw noRecord()
    return { table: row.sys_class_name || table, row }
  }
}
