import { type ShownStage, stagesOfItem } from '../flow/stage-states.ts'
import { localTime } from '../store/display.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { type Html, html } from './html.ts'

/** The way of one item: asked, the stages of its flow with who was asked in each, and how it ended. */
export function tracker(records: Records, row: Row, who: Who): Html {
  const stages = stagesOfItem(records, row)
  const asked = records.display('sc_req_item', row, 'opened_by')
  const isClosed = row.active === 'false'
  const told = new Set(stages.flatMap((stage) => stage.approvals.map((approval) => approval.sys_id)))
  const approvals = records.find('sysapproval_approver', `sysapproval=${row.sys_id}^ORDERBYsys_created_on`)
  const others = approvals.filter((approval) => !told.has(approval.sys_id))
  return html`<ol class="stages"><li class="done"><strong>Asked</strong><br><span class="soft">${asked}, ${records.display('sc_req_item', row, 'opened_at', who)}</span></li>
${stages.map((stage) => stageStep(records, stage, who))}
${others.map((approval) => approvalStep(records, approval, who))}
${stages.length === 0 && !isClosed ? presentStep(records, row, approvals) : null}
${stages.length === 0 || (isClosed && row.state !== '3') ? endStep(records, row, who) : null}</ol>`
}

const looks = { pending: '', in_progress: 'now', complete: 'done', error: 'bad', skipped: '' } as const

function stageStep(records: Records, stage: ShownStage, who: Who): Html {
  const isRefused = stage.approvals.some((approval) => approval.state === 'rejected')
  const current = stage.state === 'in_progress' ? html` aria-current="step"` : null
  const since = stage.at ? html`, ${localTime(records, stage.at, who)}` : null
  return html`<li class="${isRefused ? 'bad' : looks[stage.state]}"${current}><strong>${stage.label}</strong><br><span class="soft">${stage.words}${since}</span>${
    stage.approvals.length === 0
      ? null
      : html`<ul class="asked">${stage.approvals.map((approval) => html`<li>${approvalWords(records, approval, who)}</li>`)}</ul>`
  }</li>`
}

/** Of an item without a flow that has stages: where its own stage stands. */
function presentStep(records: Records, row: Row, approvals: readonly Row[]): Html | null {
  if (approvals.some((approval) => approval.state === 'requested') || row.stage === 'complete') return null
  return html`<li class="now" aria-current="step"><strong>${records.display('sc_req_item', row, 'stage')}</strong></li>`
}

function endStep(records: Records, row: Row, who: Who): Html {
  const isDone = row.state === '3'
  const isOpen = row.active !== 'false'
  const words = isOpen || isDone ? 'Done' : records.display('sc_req_item', row, 'state')
  return html`<li class="${isOpen ? '' : isDone ? 'done' : 'bad'}"><strong>${words}</strong>${row.closed_at ? html`<br><span class="soft">${records.display('sc_req_item', row, 'closed_at', who)}</span>` : null}</li>`
}

function approvalStep(records: Records, approval: Row, who: Who): Html {
  const state = approval.state ?? ''
  const kind = state === 'approved' ? 'done' : state === 'rejected' ? 'bad' : state === 'requested' ? 'now' : ''
  const current = state === 'requested' ? html` aria-current="step"` : null
  return html`<li class="${kind}"${current}>${approvalWords(records, approval, who)}</li>`
}

function approvalWords(records: Records, approval: Row, who: Who): Html {
  const name = records.display('sysapproval_approver', approval, 'approver')
  const state = approval.state ?? ''
  const at = (state === 'requested' ? approval.sys_created_on : approval.sys_updated_on) ?? ''
  const words = records.display('sysapproval_approver', approval, 'state')
  return html`<strong>${state === 'requested' ? 'Waiting for' : 'Approval by'} ${name}</strong><br><span class="soft">${words}, ${localTime(records, at, who)}</span>`
}
