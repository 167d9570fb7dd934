import { type ShownStage, stagesOfItem } from '../flow/stage-states.ts'
import { localTime } from '../store/display.ts'
import type { Records, Row } from '../store/records.ts'
import { type Html, html } from './html.ts'
import type { Visitor } from './page.ts'
import { shownField, stageWord } from './words.ts'

/** The way of one item: asked, the stages of its flow with who was asked in each, and how it ended. */
export function tracker(records: Records, row: Row, visitor: Visitor): Html {
  const { who, say } = visitor
  const stages = stagesOfItem(records, row)
  const asked = records.display('sc_req_item', row, 'opened_by')
  const isClosed = row.active === 'false'
  const told = new Set(stages.flatMap((stage) => stage.approvals.map((approval) => approval.sys_id)))
  const approvals = records.find('sysapproval_approver', `sysapproval=${row.sys_id}^ORDERBYsys_created_on`)
  const others = approvals.filter((approval) => !told.has(approval.sys_id))
  return html`<ol class="stages"><li class="done"><strong>${say('Asked')}</strong><br><span class="soft">${asked}, ${records.display('sc_req_item', row, 'opened_at', who)}</span></li>
${stages.map((stage) => stageStep(records, stage, visitor))}
${others.map((approval) => approvalStep(records, approval, visitor))}
${stages.length === 0 && !isClosed ? presentStep(records, row, approvals, visitor) : null}
${stages.length === 0 || (isClosed && row.state !== '3') ? endStep(records, row, visitor) : null}</ol>`
}

const looks = { pending: '', in_progress: 'now', complete: 'done', error: 'bad', skipped: '' } as const

function stageStep(records: Records, stage: ShownStage, visitor: Visitor): Html {
  const { who, language } = visitor
  const isRefused = stage.approvals.some((approval) => approval.state === 'rejected')
  const current = stage.state === 'in_progress' ? html` aria-current="step"` : null
  const since = stage.at ? html`, ${localTime(records, stage.at, who)}` : null
  return html`<li class="${isRefused ? 'bad' : looks[stage.state]}"${current}><strong>${stageWord(records, language, stage.label)}</strong><br><span class="soft">${stageWord(records, language, stage.words)}${since}</span>${
    stage.approvals.length === 0
      ? null
      : html`<ul class="asked">${stage.approvals.map((approval) => html`<li>${approvalWords(records, approval, visitor)}</li>`)}</ul>`
  }</li>`
}

/** Of an item without a flow that has stages: where its own stage stands. */
function presentStep(records: Records, row: Row, approvals: readonly Row[], visitor: Visitor): Html | null {
  if (approvals.some((approval) => approval.state === 'requested') || row.stage === 'complete') return null
  return html`<li class="now" aria-current="step"><strong>${shownField(records, 'sc_req_item', row, 'stage', visitor)}</strong></li>`
}

function endStep(records: Records, row: Row, visitor: Visitor): Html {
  const isDone = row.state === '3'
  const isOpen = row.active !== 'false'
  const words = isOpen || isDone ? visitor.say('Done') : shownField(records, 'sc_req_item', row, 'state', visitor)
  return html`<li class="${isOpen ? '' : isDone ? 'done' : 'bad'}"><strong>${words}</strong>${row.closed_at ? html`<br><span class="soft">${records.display('sc_req_item', row, 'closed_at', visitor.who)}</span>` : null}</li>`
}

function approvalStep(records: Records, approval: Row, visitor: Visitor): Html {
  const state = approval.state ?? ''
  const kind = state === 'approved' ? 'done' : state === 'rejected' ? 'bad' : state === 'requested' ? 'now' : ''
  const current = state === 'requested' ? html` aria-current="step"` : null
  return html`<li class="${kind}"${current}>${approvalWords(records, approval, visitor)}</li>`
}

function approvalWords(records: Records, approval: Row, visitor: Visitor): Html {
  const name = records.display('sysapproval_approver', approval, 'approver')
  const state = approval.state ?? ''
  const at = (state === 'requested' ? approval.sys_created_on : approval.sys_updated_on) ?? ''
  const words = shownField(records, 'sysapproval_approver', approval, 'state', visitor)
  return html`<strong>${state === 'requested' ? visitor.say('Waiting for {0}', name) : visitor.say('Approval by {0}', name)}</strong><br><span class="soft">${words}, ${localTime(records, at, visitor.who)}</span>`
}
