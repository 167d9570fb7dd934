import { approvalRule } from './approval-rule.ts'
import type { Glide, Row } from './ports.ts'
import { isOpen } from './read-order.ts'
import { tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import { unsaid } from './unsaid.ts'
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
  if (stage.get('state') === 'waiting') {
    // Of its own people alone: nobody else's answers are ever counted for it, and the field has an end.
    const people = peopleIn(stage)
    const theirs = approvalsOf(glide, itemId).filter((approval) => people.includes(approval.get('approver')))
    const earlier = theirs.map((approval) => approval.id)
    glide.tables.update(tables.stage, stage.id, { state: 'asking', earlier: earlier.join(',') })
  }
  const text = wordsFor(glide, item.get('requested_for'))('waiting_for', stage.get('label'), stage.get('apps'))
  const words = unsaid(glide, item.id, { comments: text }, timesToSay(glide, stage))
  if (words.comments) glide.tables.update(tables.item, item.id, words)
  return { go: '1', stage: stage.id }
}

/** Two stages may be announced in the same words. */
function timesToSay(glide: Glide, stage: Row): number {
  const alike = glide.tables.find(tables.stage, [
    ['request_item', stage.get('request_item')],
    ['label', stage.get('label')],
    ['apps', stage.get('apps')],
  ])
  return alike.filter((each) => Number(each.get('position')) <= Number(stage.get('position'))).length
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

/**
 * The rule "Ask for Approval" works by: that of the stage being asked now. Nobody to ask never approves.
 * Read each time that step is begun: where it was begun before and cut off, what it asked then is withdrawn, for nothing
 * waits for those answers, and whoever had answered already is not asked again.
 */
export function ruleOfItem(glide: Glide, itemId: string): string {
  const [stage] = glide.tables.find(
    tables.stage,
    [
      ['request_item', itemId],
      ['state', 'asking'],
    ],
    { orderBy: 'position', limit: 1 },
  )
  if (stage === undefined) return approvalRule([], 1)
  const asked = askedIn(glide, stage)
  if (asked.open.length > 0) {
    const again = [...asked.again, ...asked.open.map((approval) => approval.id)]
    glide.tables.update(tables.stage, stage.id, { again: again.join(',') })
  }
  for (const approval of asked.open) glide.tables.update(tables.approval, approval.id, { state: 'not_required' })
  if (asked.verdict !== 'open') return approvalRule([], 1)
  const left = peopleIn(stage).filter((id) => !asked.approvedBy.includes(id))
  return approvalRule(left, quorumOf(stage) - asked.approvedBy.length)
}

/**
 * Notes the answer; after a refusal or a cancellation the stages behind it are not asked. Where nothing but what
 * `ruleOfItem` withdrew is without an answer, that is none: the stage was begun twice, by an engine that died before it noted
 * the first time, and the second is asking. A stage that has ended stays as it ended, however late the other is heard of.
 * Its state is written last, so that a step that was cut off does the rest.
 */
export function endStage(glide: Glide, stageId: string, approvalState: string): { readonly approved: '1' | '0' } {
  const stage = glide.tables.get(tables.stage, stageId)
  if (stage === null) return { approved: '0' }
  if (!['waiting', 'asking'].includes(stage.get('state')))
    return { approved: stage.get('state') === 'approved' ? '1' : '0' }
  const asked = askedIn(glide, stage)
  if (approvalState !== 'approved' && asked.verdict === 'open' && asked.isBegunAgain && isItemOpen(glide, stage))
    return { approved: '0' }
  // What the people said; `approvalState` where nobody said anything, for there was nobody to ask.
  const verdict = approvalState === 'approved' || asked.verdict === 'open' ? approvalState : asked.verdict
  const isApproved = verdict === 'approved'
  const state = isApproved ? 'approved' : verdict === 'rejected' ? 'rejected' : 'skipped'
  // Of the two that ask when a stage was begun twice, one has its answer: nobody is left with the question of the other.
  for (const question of asked.open) glide.tables.update(tables.approval, question.id, { state: 'not_required' })
  if (!isApproved) skipWaiting(glide, stage)
  glide.tables.update(tables.stage, stageId, { state, decided_at: toGlideTime(glide.now()) })
  return { approved: isApproved ? '1' : '0' }
}

function skipWaiting(glide: Glide, stage: Row): void {
  const behind = glide.tables.find(tables.stage, [
    ['request_item', stage.get('request_item')],
    ['state', 'waiting'],
  ])
  for (const each of behind) {
    if (each.id !== stage.id) glide.tables.update(tables.stage, each.id, { state: 'skipped' })
  }
}

/** What the people of a stage were asked since it began, and what they said to it. */
function askedIn(glide: Glide, stage: Row) {
  const earlier = stage.get('earlier').split(',')
  const people = peopleIn(stage)
  const asked = approvalsOf(glide, stage.get('request_item')).filter(
    (approval) => !earlier.includes(approval.id) && people.includes(approval.get('approver')),
  )
  const by = (state: string) => asked.filter((approval) => approval.get('state') === state)
  const approvedBy = [...new Set(by('approved').map((approval) => approval.get('approver')))]
  const isApproved = approvedBy.length >= quorumOf(stage)
  const verdict = by('rejected').length > 0 ? 'rejected' : isApproved ? 'approved' : 'open'
  const again = idsIn(stage.get('again'))
  const withdrawn = by('not_required').map((approval) => approval.id)
  const isBegunAgain = withdrawn.length > 0 && withdrawn.every((id) => again.includes(id))
  return { open: by('requested'), approvedBy, verdict, again, isBegunAgain } as const
}

function isItemOpen(glide: Glide, stage: Row): boolean {
  const item = glide.tables.get(tables.item, stage.get('request_item'))
  return item !== null && isOpen(item)
}

function approvalsOf(glide: Glide, itemId: string): readonly Row[] {
  return glide.tables.find(tables.approval, [['sysapproval', itemId]])
}

function peopleIn(stage: Row): readonly string[] {
  return idsIn(stage.get('approvers'))
}

function idsIn(list: string): readonly string[] {
  return list.split(',').filter((id) => id !== '')
}

function quorumOf(stage: Row): number {
  return Number(stage.get('quorum') || '1')
}
