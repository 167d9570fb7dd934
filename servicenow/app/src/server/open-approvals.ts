import type { Standing } from './apply-policy.ts'
import { callsOf } from './calls.ts'
import { checkBinding } from './check-binding.ts'
import { mergeStages, type Stage } from './merge-stages.ts'
import type { Glide, Row } from './ports.ts'
import { isOpen, type Order, readOrder } from './read-order.ts'
import { tables } from './tables.ts'
import { unsaid } from './unsaid.ts'
import type { PolicyStage } from './wire.ts'
import { instanceWords, plain } from './words.ts'

/**
 * `ask`: rows of stages wait to be asked · `approved`: the policy wants no approval · `held`: the person has it all ·
 * `refused`: `message` says why · `by_hand`: Hallpass did not answer · `cancelled`: nobody wants it any more.
 */
export type Opened = {
  readonly outcome: 'ask' | 'approved' | 'held' | 'refused' | 'by_hand' | 'cancelled'
  readonly message: string
}

/** Second step of the flow: makes the stages of this item. Run again, it finds those it made and makes the others. */
export function openApprovals(glide: Glide, itemId: string): Opened {
  const order = readOrder(glide, itemId)
  if (order === null || !isOpen(order.item)) return { outcome: 'cancelled', message: '' }
  const binding = checkBinding(glide)
  if (binding.state === 'clone') return { outcome: 'refused', message: binding.say(order.words) }
  if (binding.state === 'not_connected') return { outcome: 'by_hand', message: binding.words }
  if (order.apps.length === 0 || !order.isOfItsRoles)
    return { outcome: 'refused', message: order.words('nothing_chosen') }
  if (order.requestedFor.userName === '') {
    return { outcome: 'refused', message: order.words('person_unknown') }
  }

  const calls = callsOf(glide, itemId, 'policy')
  const failed = calls.find((call) => call.get('state') !== 'answered')
  if (calls.length === 0 || failed !== undefined) return notAnswered(glide, order, failed)
  const standing = JSON.parse(answerOf(calls, 'apps')) as Standing
  const askedAt = calls.find((call) => call.get('subject') === 'apps')?.get('next_try_at') ?? ''
  const apps = namedByHallpass(glide, order.apps, standing, askedAt)
  const closed = apps.find((app) => standing.closed.includes(app.roleId))
  if (closed !== undefined) {
    return { outcome: 'refused', message: order.words('not_requestable', closed.name) }
  }
  const wanted = apps.filter((app) => !standing.held.includes(app.roleId))
  if (wanted.length === 0) return { outcome: 'held', message: order.words('already_held') }

  const stages = mergeStages(
    wanted.map((app) => ({
      app: app.name,
      stages: JSON.parse(answerOf(calls, app.roleId)) as readonly PolicyStage[],
    })),
  )
  const unknown = wanted.find((app) => !app.isKnown)
  return makeStages(glide, order, stages, unknown === undefined ? null : order.words('app_gone'))
}

type App = Order['apps'][number] & { readonly isKnown: boolean }

/**
 * What people are asked to approve has the name that Hallpass knows it by, whatever the list of this instance says; where
 * somebody wrote another into the list, which forms show as well, it is put right before anybody is asked. A row that
 * Hallpass has written since it was asked is left alone: its name is the newer one.
 */
function namedByHallpass(glide: Glide, apps: Order['apps'], { names }: Standing, askedAt: string): readonly App[] {
  return apps.map((app) => {
    const name = names?.[app.roleId]
    if (name === undefined) return { ...app, isKnown: names === undefined }
    if (name !== app.name && app.syncedAt < askedAt) glide.tables.update(tables.app, app.id, { name })
    return { ...app, name, isKnown: true }
  })
}

/** `fault`: why nobody can be asked, where no stage says it better. */
function makeStages(glide: Glide, order: Order, stages: readonly Stage[], fault: string | null): Opened {
  const resolved = stages.map((stage) => ({ stage, approvers: approversOf(glide, order, stage) }))
  const stuck = resolved.find(({ stage, approvers }) => stage.problem !== null || approvers.length < stage.quorum)
  if (stuck !== undefined) {
    const why = stuck.stage.problem ?? order.words('no_approver')
    return { outcome: 'refused', message: order.words('nobody_may_decide', stuck.stage.label, why) }
  }
  if (fault !== null) return { outcome: 'refused', message: fault }
  if (stages.length === 0) return { outcome: 'approved', message: '' }
  const made = glide.tables.find(tables.stage, [['request_item', order.item.id]]).map((row) => row.get('position'))
  resolved.forEach(({ stage, approvers }, position) => {
    if (made.includes(String(position + 1))) return
    glide.tables.insert(tables.stage, {
      request_item: order.ritm.sysId,
      position: String(position + 1),
      kind: stage.kind,
      label: stage.label,
      apps: stage.apps.join(', '),
      quorum: String(stage.quorum),
      approvers: approvers.join(','),
      state: 'waiting',
    })
  })
  const plan = resolved.map(({ stage, approvers }) => `${stage.label} (${namesOf(glide, approvers)})`)
  const words = unsaid(glide, order.item.id, { comments: plain(order.words('plan', plan.join(', '))) })
  if (words.comments) glide.tables.update(tables.item, order.item.id, words)
  return { outcome: 'ask', message: '' }
}

/** Three names at most: of a group it is enough to know that there are more. */
function namesOf(glide: Glide, approvers: readonly string[]): string {
  const names = approvers.slice(0, 3).map((id) => glide.tables.get(tables.person, id)?.get('name') ?? '')
  return [...names, ...(approvers.length > 3 ? ['…'] : [])].join(' / ')
}

/** Active people of this instance; never whoever asks, nor whoever it is asked for: Hallpass would not count them. */
function approversOf(glide: Glide, order: Order, stage: Stage): readonly string[] {
  const ids = stage.approvers.flatMap(({ match }) => {
    const found = glide.tables.find(tables.person, [
      [match.field, match.value],
      ['active', 'true'],
    ])
    // Two with one address are nobody in particular.
    return match.value === '' || found.length !== 1 ? [] : found.map((person) => person.id)
  })
  return ids.filter((id) => id !== order.requestedFor.sysId && id !== order.openedBy.sysId)
}

function notAnswered(glide: Glide, order: Order, call: Row | undefined): Opened {
  if (call?.get('status_code') === '404')
    return { outcome: 'refused', message: whatIsUnknown(order, call.get('error')) }
  return { outcome: 'by_hand', message: instanceWords(glide)('no_answer') }
}

/** Which of the two that were named Hallpass does not know: the code stands in the error (`problem-of.ts`). */
function whatIsUnknown({ words, requestedFor }: Order, error: string): string {
  const code = /^404 (\w+):/.exec(error)?.[1]
  if (code === 'person_unknown') return words('not_in_hallpass', requestedFor.userName)
  if (code === 'person_ambiguous') return words('twice_in_hallpass', requestedFor.userName)
  return words('app_gone')
}

function answerOf(calls: readonly Row[], subject: string): string {
  return calls.find((call) => call.get('subject') === subject)?.get('answer') || '[]'
}
