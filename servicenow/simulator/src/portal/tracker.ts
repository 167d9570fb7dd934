import type { Records, Row, Who } from '../store/records.ts'
import { type Html, html } from './html.ts'

/** The way of one item: asked, approvals one by one, fulfilment, done; the present step says with whom it waits. */
export function tracker(records: Records, row: Row, who: Who): Html {
  const approvals = records.find('sysapproval_approver', `sysapproval=${row.sys_id}^ORDERBYsys_created_on`)
  const isOpen = row.active !== 'false'
  const isDone = row.state === '3'
  const isWaiting = isOpen && approvals.some((approval) => approval.state === 'requested')
  const end = isDone ? 'done' : isOpen ? (isWaiting ? '' : 'now') : 'bad'
  const asked = records.display('sc_req_item', row, 'opened_by')
  return html`<ol class="stages"><li class="done"><strong>Asked</strong><br><span class="soft">${asked}, ${records.display('sc_req_item', row, 'opened_at', who)}</span></li>
${approvals.map((approval) => approvalStep(records, approval, who))}
${isOpen && !isWaiting && row.stage !== 'complete' ? html`<li class="now" aria-current="step"><strong>${records.display('sc_req_item', row, 'stage')}</strong></li>` : null}
<li class="${isOpen ? '' : end}"><strong>${isDone ? 'Done' : isOpen ? 'Done' : records.display('sc_req_item', row, 'state')}</strong>${row.closed_at ? html`<br><span class="soft">${records.display('sc_req_item', row, 'closed_at', who)}</span>` : null}</li></ol>`
}

function approvalStep(records: Records, approval: Row, who: Who): Html {
  const name = records.display('sysapproval_approver', approval, 'approver')
  const state = approval.state ?? ''
  const kind = state === 'approved' ? 'done' : state === 'rejected' ? 'bad' : state === 'requested' ? 'now' : ''
  const words = records.display('sysapproval_approver', approval, 'state')
  const at = state === 'requested' ? approval.sys_created_on : approval.sys_updated_on
  const since = records.display(
    'sysapproval_approver',
    { ...approval, sys_updated_on: at ?? '' },
    'sys_updated_on',
    who,
  )
  const current = state === 'requested' ? html` aria-current="step"` : null
  return html`<li class="${kind}"${current}><strong>${state === 'requested' ? 'Waiting for' : 'Approval by'} ${name}</strong><br><span class="soft">${words}, ${since}</span></li>`
}
