import { notAuthorized } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import type { Row } from '../store/records.ts'
import { html } from './html.ts'
import { checkedForm, sendPage, tokenField, type Visitor } from './page.ts'
import type { PortalPages } from './pages.ts'
import { stateChip } from './state-chip.ts'
import { columnLabel, platformWord, shownField } from './words.ts'

/** The list of an agent: open tasks, incidents and items, with notes to add and a state to set. */
export function agentPages(service: Service, { show, act }: PortalPages): void {
  const { records } = service
  show.agent = ({ reply, visitor, query }) => {
    const { say, language } = visitor
    checkAgent(visitor)
    const filter = query.mine === 'true' ? `^assigned_to=${visitor.who.userId}` : ''
    const rows = records.find(
      'task',
      `active=true^sys_class_nameINsc_task,incident,sc_req_item${filter}^ORDERBYDESCopened_at`,
      { limit: 200 },
    )
    return sendPage(
      service,
      reply,
      visitor,
      { title: say('Work list'), place: 'agent' },
      html`
<nav class="actions" aria-label="${say('Filter')}"><a class="button plain" href="/sp?id=agent">${say('All open')}</a><a class="button plain" href="/sp?id=agent&amp;mine=true">${say('Mine')}</a></nav><h2>${say('{0} open', rows.length)}</h2>
<div class="scroll"><table class="table"><thead><tr><th>${say('Number')}</th><th>${say('What')}</th><th>${say('Kind')}</th><th>${say('State')}</th><th>${say('Assigned')}</th><th>${say('Opened')}</th></tr></thead><tbody>
${rows.map((row) => html`<tr><td><a href="/sp?id=agent_task&amp;sys_id=${row.sys_id}">${row.number}</a></td><td>${row.short_description}</td><td>${platformWord(language, records.dictionary.label(row.sys_class_name ?? ''))}</td><td>${stateChip(records, row, visitor)}</td><td>${records.display('task', row, 'assigned_to') || records.display('task', row, 'assignment_group')}</td><td>${records.display('task', row, 'opened_at', visitor.who)}</td></tr>`)}</tbody></table></div>`,
    )
  }

  show.agent_task = ({ reply, visitor, query }) => {
    checkAgent(visitor)
    const { say, language } = visitor
    const row = taskOf(query.sys_id ?? '', visitor)
    const table = row.sys_class_name ?? 'task'
    const states = records.dictionary.choices(table, 'state').filter((choice) => !choice.isInactive)
    return sendPage(
      service,
      reply,
      visitor,
      { title: `${row.number}: ${row.short_description ?? ''}`, place: 'agent' },
      html`<div class="columns"><div>
<form method="post" action="/sp?id=agent_task&amp;sys_id=${row.sys_id}" class="card">${tokenField(visitor)}
<div class="field"><label for="state">${say('State')}</label><select id="state" name="state">${states.map((choice) => html`<option value="${choice.value}"${choice.value === row.state ? html` selected` : null}>${platformWord(language, choice.label)}</option>`)}</select></div>
<div class="field"><label for="work_notes">${say('Work note')}</label><textarea id="work_notes" name="work_notes"></textarea></div>
<div class="field"><label for="comments">${say('Message to the requester')}</label><textarea id="comments" name="comments"></textarea></div>
<label class="check"><input type="checkbox" name="take"${row.assigned_to === visitor.who.userId ? html` checked` : null}> ${say('Assigned to me')}</label><button>${say('Save')}</button></form>
<section class="card"><h2>${say('What happened')}</h2><div class="pre" data-live>${records.display(table, row, 'comments_and_work_notes', visitor.who) || say('Nothing yet.')}</div></section></div>
<aside class="card"><h2>${say('Details')}</h2><dl class="facts">${[
        'number',
        'caller_id',
        'requested_for',
        'request_item',
        'opened_by',
        'opened_at',
        'priority',
        'assignment_group',
        'assigned_to',
        'description',
        'close_notes',
      ]
        .filter((name) => records.dictionary.column(table, name) && row[name])
        .map(
          (name) =>
            html`<dt>${columnLabel(records, table, name, language)}</dt><dd class="pre">${shownField(records, table, row, name, visitor)}</dd>`,
        )}</dl></aside></div>`,
    )
  }

  act.agent_task = async ({ request, reply, visitor, query }) => {
    checkAgent(visitor)
    const form = checkedForm(request, visitor)
    const row = taskOf(query.sys_id ?? '', visitor)
    const values: Record<string, string> = { state: form.get('state') ?? row.state ?? '' }
    for (const name of ['work_notes', 'comments']) if (form.get(name)?.trim()) values[name] = form.get(name) ?? ''
    if (form.has('take')) values.assigned_to = visitor.who.userId
    await service.executor.perform({
      kind: 'update',
      table: row.sys_class_name ?? 'task',
      sysId: row.sys_id ?? '',
      values,
      who: visitor.who,
    })
    return reply.redirect(`/sp?id=agent_task&sys_id=${row.sys_id}`, 303)
  }

  function taskOf(id: string, { say }: Visitor): Row {
    const row = records.get('task', id)
    if (!row) throw notAuthorized(say('There is no such task'))
    return row
  }
}

function checkAgent(visitor: Visitor): void {
  if (!visitor.who.roles.has('itil') && !visitor.who.roles.has('admin'))
    throw notAuthorized(visitor.say('The work list is for agents'))
}
