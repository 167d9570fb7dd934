import { approvalRule } from './approval-rule.ts'
import type { Glide } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import { wordsFor } from './words.ts'

/** Whether the stage is to be asked; no, once one before it was refused or the item was closed. */
export function beginStage(glide: Glide, stageId: string): { readonly go: '1' | '0'; readonly kind: string } {
  const stage = glide.tables.get(tables.stage, stageId)
  const item = glide.tables.get(tables.item, stage?.get('request_item') ?? '')
  if (stage === null || item === null) return { go: '0', kind: '' }
  if (stage.get('state') !== 'waiting' && stage.get('state') !== 'asking') return { go: '0', kind: stage.get('kind') }
  if (!isOpen(item)) {
    glide.tables.update(tables.stage, stageId, { state: 'skipped' })
    return { go: '0', kind: stage.get('kind') }
  }
  glide.tables.update(tables.stage, stageId, { state: 'asking' })
  const words = wordsFor(glide, item.get('requested_for'))('waiting_for', stage.get('label'), stage.get('apps'))
  glide.tables.update(tables.item, item.id, { comments: words })
  return { go: '1', kind: stage.get('kind') }
}

/** The rule "Ask for Approval" works by: that of the stage being asked now. Nobody to ask never approves. */
export function ruleOfItem(glide: Glide, itemId: string): string {
  const [stage] = glide.tables.find(
    tables.stage,
    [
      ['request_item', itemId],
      ['state', 'asking'],
    ],
    { orderBy: 'position', limit: 1 },
  )
  const approvers = (stage?.get('approvers') ?? '').split(',').filter((id) => id !== '')
  return approvalRule(approvers, Number(stage?.get('quorum') || '1'))
}

/** Notes the answer; after a refusal or a cancellation the stages behind it are not asked. */
export function endStage(glide: Glide, stageId: string, approvalState: string): { readonly approved: '1' | '0' } {
  const stage = glide.tables.get(tables.stage, stageId)
  if (stage === null) return { approved: '0' }
  const isApproved = approvalState === 'approved'
  const state = isApproved ? 'approved' : approvalState === 'rejected' ? 'rejected' : 'skipped'
  glide.tables.update(tables.stage, stageId, { state, decided_at: toGlideTime(glide.now()) })
  if (isApproved) return { approved: '1' }
  const behind = glide.tables.find(tables.stage, [
    ['request_item', stage.get('request_item')],
    ['state', 'waiting'],
  ])
  for (const each of behind) glide.tables.update(tables.stage, each.id, { state: 'skipped' })
  return { approved: '0' }
}
