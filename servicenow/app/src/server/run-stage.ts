import { approvalRule } from './approval-rule.ts'
import type { Glide, Row } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import { wordsFor } from './words.ts'

/** Who decides next, as the flow tells stages apart: anybody but manager and owner is `group`. */
export type Decider = 'manager' | 'owner' | 'group' | 'none'

/** `none` where no stage waits, and where the item is not open any more. */
export function nextStage(glide: Glide, itemId: string): Decider {
  const stage = waitingStage(glide, itemId)
  const item = glide.tables.get(tables.item, itemId)
  if (stage === null || item === null || !isOpen(item)) return 'none'
  const kind = stage.get('kind')
  return kind === 'manager' || kind === 'owner' ? kind : 'group'
}

/** Begins the stage whose turn it is. Not to go on, once one before it was refused or the item was closed. */
export function beginStage(glide: Glide, itemId: string): { readonly go: '1' | '0'; readonly stage: string } {
  const stage = waitingStage(glide, itemId)
  const item = glide.tables.get(tables.item, itemId)
  if (stage === null || item === null) return { go: '0', stage: '' }
  if (!isOpen(item)) {
    glide.tables.update(tables.stage, stage.id, { state: 'skipped' })
    return { go: '0', stage: stage.id }
  }
  glide.tables.update(tables.stage, stage.id, { state: 'asking' })
  const words = wordsFor(glide, item.get('requested_for'))('waiting_for', stage.get('label'), stage.get('apps'))
  glide.tables.update(tables.item, item.id, { comments: words })
  return { go: '1', stage: stage.id }
}

/** One that is being asked comes first: the step that began it may have been cut off and be done again. */
function waitingStage(glide: Glide, itemId: string): Row | null {
  for (const state of ['asking', 'waiting']) {
    const where = [
      ['request_item', itemId],
      ['state', state],
    ] as const
    const [stage] = glide.tables.find(tables.stage, where, { orderBy: 'position', limit: 1 })
    if (stage !== undefined) return stage
  }
  return null
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
