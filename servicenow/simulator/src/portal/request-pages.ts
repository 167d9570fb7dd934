import { layoutTypes } from '../catalog/variables.ts'
import { noRecord, RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row, Who } from '../store/records.ts'
import { inLanguage } from '../store/translations.ts'
import { type Html, html } from './html.ts'
import { checkedForm, said, sendPage, tokenField, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'
import { stateChip } from './state-chip.ts'
import { tracker } from './tracker.ts'
import { columnLabel, shownField } from './words.ts'

const shownTables = new Set(['sc_req_item', 'sc_request', 'incident', 'sc_task', 'task'])

/** What one has asked for, and how far it is. */
export function requestPages(service: Service, { show, act }: PortalPages): void {
  const { records } = service
  show.my_requests = ({ reply, visitor }) => {
    const { say } = visitor
    const me = visitor.who.userId
    const items = records.find('sc_req_item', `requested_for=${me}^ORopened_by=${me}^ORDERBYDESCnumber`, { limit: 100 })
    const incidents = records.find('incident', `caller_id=${me}^ORopened_by=${me}^ORDERBYDESCnumber`, { limit: 100 })
    return sendPage(
      service,
      reply,
      visitor,
      { title: say('My requests'), place: 'my_requests' },
      html`
${
  items.length + incidents.length === 0
    ? html`<p>${say('You have asked for nothing yet.')} <a href="/sp">${say('See what there is')}</a>.</p>`
    : html`<div class="scroll"><table class="table"><thead><tr><th>${say('Number')}</th><th>${say('What')}</th><th>${say('For')}</th><th>${say('Stage')}</th><th>${say('Opened')}</th></tr></thead><tbody>
${items.map((row) => line(row, 'sc_req_item', records.display('sc_req_item', row, 'requested_for'), stateChip(records, row, visitor)))}
${incidents.map((row) => line(row, 'incident', visitor.user.name ?? '', stateChip(records, row, visitor)))}</tbody></table></div>`
}`,
    )

    function line(row: Row, table: string, forWhom: string, state: Html): Html {
      return html`<tr><td><a href="/sp?id=ticket&amp;table=${table}&amp;sys_id=${row.sys_id}">${row.number}</a></td><td>${row.short_description}</td><td>${forWhom}</td><td>${state}</td><td>${records.display(table, row, 'opened_at', visitor.who)}</td></tr>`
    }
  }

  show.ticket = ({ reply, visitor, query }) => {
    const { say } = visitor
    const { table, row } = readable(query, visitor.who)
    const message = query.new === 'true' ? said(visitor.say('Thank you. We have it as {0}.', row.number ?? '')) : null
    const place = row.opened_by === visitor.who.userId || row.requested_for === visitor.who.userId ? 'my_requests' : ''
    const approvals =
      table === 'sc_req_item'
        ? html`<section class="card"><h2>${visitor.say('Stages')}</h2>${tracker(records, row, visitor)}</section>`
        : null
    return sendPage(
      service,
      reply,
      visitor,
      { title: `${row.number}: ${row.short_description ?? ''}`, place, message },
      html`<div class="columns"><div>
<div data-live aria-live="polite">${approvals}<section class="card"><h2>${say('What happened')}</h2>${notes(row, visitor)}</section></div>
<form method="post" action="/sp?id=ticket&amp;table=${table}&amp;sys_id=${row.sys_id}" class="card">${tokenField(visitor)}<div class="field"><label for="comments">${say('Write to us')}</label><textarea id="comments" name="comments" required></textarea></div><button>${say('Send the message')}</button></form></div>
<aside class="card" data-live><h2>${say('Details')}</h2><dl class="facts">${facts(table, row, visitor)}</dl>${mayCancel(table, row, visitor.who) ? html`<form method="post" action="/sp?id=cancel&amp;sys_id=${row.sys_id}">${tokenField(visitor)}<p></p><button class="warn">${say('Cancel this request')}</button></form>` : null}</aside></div>`,
    )
  }
  show.form = show.ticket
  show.standard_ticket = show.ticket

  act.ticket = async ({ request, reply, visitor, query }) => {
    const form = checkedForm(request, visitor)
    const { table, row } = readable(query, visitor.who)
    const values = { comments: form.get('comments') ?? '' }
    await service.executor.perform({ kind: 'update', table, sysId: row.sys_id ?? '', values, who: visitor.who })
    return reply.redirect(`/sp?id=ticket&table=${table}&sys_id=${row.sys_id}`, 303)
  }

  /** Who asked may take it back while it is open. */
  act.cancel = async ({ request, reply, visitor, query }) => {
    checkedForm(request, visitor)
    const { row } = readable({ ...query, table: 'sc_req_item' }, visitor.who)
    if (!mayCancel('sc_req_item', row, visitor.who))
      throw new RestError(409, visitor.say('It cannot be cancelled any more'), '')
    const values = { state: '4', stage: 'Request Cancelled', comments: visitor.say('Cancelled by the requester.') }
    await service.executor.perform({
      kind: 'update',
      table: 'sc_req_item',
      sysId: row.sys_id ?? '',
      values,
      who: visitor.who,
    })
    return reply.redirect(`/sp?id=ticket&table=sc_req_item&sys_id=${row.sys_id}`, 303)
  }

  function mayCancel(table: string, row: Row, who: Who): boolean {
    const isMine = row.requested_for === who.userId || row.opened_by === who.userId
    return table === 'sc_req_item' && isMine && row.active !== 'false'
  }

  function readable(query: Readonly<Record<string, string | undefined>>, who: Who): { table: string; row: Row } {
    const table = shownTables.has(query.table ?? '') ? (query.table ?? '') : 'task'
    service.access.refresh()
    const row = records.get(table, query.sys_id ?? '')
    if (!row || !service.access.mayTouchRecord('read', table, row, who)) throw noRecord()
    return { table: row.sys_class_name || table, row }
  }

  function notes(row: Row, { who, say }: Visitor): Html {
    const table = row.sys_class_name ?? 'task'
    const elements = service.access.mayReadField(table, 'work_notes', row, who) ? 'comments,work_notes' : 'comments'
    const entries = records.find(
      'sys_journal_field',
      `element_id=${row.sys_id}^elementIN${elements}^ORDERBYDESCsys_created_on`,
    )
    if (entries.length === 0) return html`<p class="soft">${say('Nothing yet.')}</p>`
    return html`${entries.map((entry) => {
      const author = records.find('sys_user', `user_name=${entry.sys_created_by}`, { limit: 1 })[0]
      const kind = entry.element === 'work_notes' ? say('Work note') : say('Message')
      return html`<div class="note"><p class="soft small">${author?.name ?? entry.sys_created_by} · ${kind} · ${records.display('sys_journal_field', entry, 'sys_created_on', who)}</p><p class="pre">${entry.value}</p></div>`
    })}`
  }

  function facts(table: string, row: Row, visitor: Visitor): Html {
    const columns = [
      'number',
      'request',
      'requested_for',
      'caller_id',
      'opened_by',
      'opened_at',
      'state',
      'approval',
      'assignment_group',
      'assigned_to',
      'closed_at',
    ]
    const known = columns.filter((name) => records.dictionary.column(table, name) && row[name])
    return html`${known.map((name) => html`<dt>${columnLabel(records, table, name, visitor.language)}</dt><dd>${shownField(records, table, row, name, visitor)}</dd>`)}${answers(row, visitor)}`
  }

  function answers(row: Row, visitor: Visitor): Html {
    const links = records.find('sc_item_option_mtom', `request_item=${row.sys_id}`)
    return html`${links.map((link) => {
      const option = records.get('sc_item_option', link.sc_item_option ?? '')
      const question = records.get('item_option_new', option?.item_option_new ?? '')
      if (!option?.value || !question || layoutTypes.has(question.type ?? '')) return null
      return html`<dt>${inLanguage(records, visitor.language, 'item_option_new', question).question_text}</dt><dd>${shownAnswer(question, option.value, visitor)}</dd>`
    })}`
  }

  function shownAnswer(question: Row, value: string, { language, say }: Visitor): string {
    if (question.type === '25') return '••••••'
    if (question.type === '7') return value === 'true' ? say('Yes') : say('No')
    const table = question.type === '31' ? 'sys_user' : question.type === '8' ? question.reference : question.list_table
    if (table && records.dictionary.has(table))
      return value
        .split(',')
        .map((id) => {
          const row = records.get(table, id)
          return row ? records.displayOf(table, row) : id
        })
        .join(', ')
    const choice = records.find('question_choice', `question=${question.sys_id}`).find((one) => one.value === value)
    return choice ? (inLanguage(records, language, 'question_choice', choice).text ?? value) : value
  }
}
