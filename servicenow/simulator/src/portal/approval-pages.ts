import { RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row, Who, WriteOutcome } from '../store/records.ts'
import { inLanguage } from '../store/translations.ts'
import { type Html, html } from './html.ts'
import { checkedForm, said, sendPage, tokenField, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'
import { shownField } from './words.ts'

/** What waits for this person's decision, and for those he stands in for. */
export function approvalPages(service: Service, { show, act }: PortalPages): void {
  const { records } = service
  show.approvals = ({ reply, visitor, query }) => {
    const rows = waitingFor(visitor.who)
    const message = query.done
      ? said(query.done === 'approved' ? visitor.say('Approved.') : visitor.say('Rejected.'))
      : null
    return sendPage(
      service,
      reply,
      visitor,
      { title: visitor.say('Approvals'), place: 'approvals', message },
      html`
${rows.length === 0 ? html`<p>${visitor.say('Nothing waits for you.')}</p>` : null}${rows.map((row) => card(row, visitor))}`,
    )
  }
  show.approval = ({ reply, visitor, query }) => {
    const row = own(query.sys_id ?? '', visitor)
    return sendPage(service, reply, visitor, { title: visitor.say('Approval'), place: 'approvals' }, card(row, visitor))
  }
  act.approvals = async ({ request, reply, visitor }) => {
    const form = checkedForm(request, visitor)
    const row = own(form.get('sys_id') ?? '', visitor)
    const state = form.get('decision') === 'approve' ? 'approved' : 'rejected'
    const comments = (form.get('comments') ?? '').trim()
    if (state === 'rejected' && comments === '')
      throw new RestError(400, visitor.say('Please say why'), visitor.say('A rejection needs a comment.'))
    if (row.state !== 'requested') throw new RestError(409, visitor.say('It is decided already'), '')
    const values = { state, ...(comments ? { comments } : {}) }
    const task = {
      kind: 'update',
      table: 'sysapproval_approver',
      sysId: row.sys_id ?? '',
      values,
      who: visitor.who,
    } as const
    const outcome = (await service.executor.perform(task)) as WriteOutcome | null
    if (outcome && 'aborted' in outcome) throw new RestError(403, visitor.say('That was not possible'), outcome.aborted)
    return reply.redirect(`/sp?id=approvals&done=${state}`, 303)
  }

  function waitingFor(who: Who): Row[] {
    const people = [who.userId, ...standsInFor(who)]
    return records.find('sysapproval_approver', `approverIN${people.join(',')}^state=requested^ORDERBYsys_created_on`)
  }

  function standsInFor(who: Who): string[] {
    const now = 'javascript:gs.nowDateTime()'
    const query = `delegate=${who.userId}^approvals=true^starts<=${now}^ends>=${now}`
    return records.find('sys_user_delegate', query, { who }).map((row) => row.user ?? '')
  }

  function own(id: string, { who, say }: Visitor): Row {
    const row = records.get('sysapproval_approver', id)
    if (!row || ![who.userId, ...standsInFor(who)].includes(row.approver ?? ''))
      throw new RestError(404, say('There is no such approval'), '')
    return row
  }

  function card(row: Row, visitor: Visitor): Html {
    const { say } = visitor
    const task = row.sysapproval ? records.get('task', row.sysapproval) : null
    const table = task?.sys_class_name ?? 'task'
    const forWhom = task?.requested_for ? records.display(table, task, 'requested_for') : ''
    const since = records.display('sysapproval_approver', row, 'sys_created_on', visitor.who)
    return html`<section class="card"><h2>${task?.short_description || task?.number || say('Approval')}</h2>
<dl class="facts"><dt>${say('Number')}</dt><dd><a href="/sp?id=ticket&amp;table=${table}&amp;sys_id=${row.sysapproval}">${task?.number}</a></dd>
${forWhom ? html`<dt>${say('For')}</dt><dd>${forWhom}</dd>` : null}<dt>${say('Asked by')}</dt><dd>${task ? records.display(table, task, 'opened_by') : ''}</dd><dt>${say('Since')}</dt><dd>${since}</dd>${task ? answersOf(task, visitor) : null}</dl>
${
  row.state === 'requested'
    ? html`<form method="post" action="/sp?id=approvals">${tokenField(visitor)}<input type="hidden" name="sys_id" value="${row.sys_id}">
<div class="field"><label for="c-${row.sys_id}">${say('Comment')}</label><textarea id="c-${row.sys_id}" name="comments"></textarea></div>
<div class="actions"><button name="decision" value="approve">${say('Approve')}</button><button class="warn" name="decision" value="reject">${say('Reject')}</button></div></form>`
    : html`<p>${shownField(records, 'sysapproval_approver', row, 'state', visitor)}</p>`
}</section>`
  }

  function answersOf(task: Row, { language }: Visitor): Html {
    const links = records.find('sc_item_option_mtom', `request_item=${task.sys_id}`)
    return html`${links.map((link) => {
      const option = records.get('sc_item_option', link.sc_item_option ?? '')
      const question = records.get('item_option_new', option?.item_option_new ?? '')
      if (!option?.value || !question || question.type === '25') return null
      const table = question.list_table || question.reference || (question.type === '31' ? 'sys_user' : '')
      const name = (id: string) => {
        const row = table && records.dictionary.has(table) ? records.get(table, id) : null
        return row ? records.displayOf(table, row) : id
      }
      return html`<dt>${inLanguage(records, language, 'item_option_new', question).question_text}</dt><dd>${option.value.split(',').map(name).join(', ')}</dd>`
    })}`
  }
}
