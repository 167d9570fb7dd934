import { describe, expect, it } from 'vitest'
import { applyFulfilment, type News } from '../src/server/apply-fulfilment.ts'
import { closeOrder } from '../src/server/close-order.ts'
import { finishOrder } from '../src/server/finish-order.ts'
import { giveByHand } from '../src/server/give-by-hand.ts'
import { openApprovals } from '../src/server/open-approvals.ts'
import type { Glide } from '../src/server/ports.ts'
import { prepareOrder } from '../src/server/prepare-order.ts'
import { beginStage, endStage, ruleOfItem } from '../src/server/run-stage.ts'
import { sendCall } from '../src/server/send-call.ts'
import { startFulfilment } from '../src/server/start-fulfilment.ts'
import { connected, order, people } from './connected.ts'
import type { Memory } from './memory-glide.ts'
import { manager, stage } from './molly.ts'

/**
 * The flow of an order, cut off after every single write in turn, inside a step or between two, and the step done again
 * from its beginning. However it was cut off, the ticket has to read as it does when nothing happened.
 */
const finance = { ...stage('group', 'Finance', 'fiona', 'otto', 'ida'), quorum: 2 }
const policy = [manager, finance, stage('group', 'Finance', 'ida')]
const fulfilled: News = { state: 'fulfilled', message: 'You can use it', workNote: 'Account made', version: 2 }
const failed: News = { state: 'failed', message: 'The app is not reachable', version: 2 }

describe.each([
  ['is given', fulfilled],
  ['goes on by hand', failed],
])('an order that %s', (_name, news) => {
  const whole = run(news, null)

  it('is told in full when nothing cuts it off', () => {
    expect(whole.comments.slice(0, 4)).toEqual([
      'plan | Manager (), Finance ( /  / ), Finance ()',
      'waiting_for | Manager | Salesforce',
      'waiting_for | Finance | Salesforce',
      'waiting_for | Finance | Salesforce',
    ])
    expect(whole).toMatchObject({ state: '3', calls: ['policy role-sf', 'policy apps', 'fulfilment '] })
    expect(whole.comments).toHaveLength(5)
    expect(whole.tasks).toHaveLength(news === failed ? 1 : 0)
    expect(whole.writes).toBeGreaterThan(25)
  })

  it.each(Array.from({ length: whole.writes }, (_, index) => index + 1))(
    'is the same, cut off after write %i',
    (at) => {
      const { writes: _writes, ...cut } = run(news, at)
      const { writes: _all, ...expected } = whole
      expect(cut).toEqual(expected)
    },
  )
})

class CutOff extends Error {}

/** `cutAt`: the number of the write after which the step it is in ends at once. */
function run(news: News, cutAt: number | null) {
  const glide = connected()
  let writes = 0
  const counted = <T>(act: () => T): T => {
    const result = act()
    writes += 1
    if (writes === cutAt) throw new CutOff()
    return result
  }
  const tables: Glide['tables'] = {
    ...glide.tables,
    insert: (table, values) => counted(() => glide.tables.insert(table, values)),
    update: (table, id, values) => counted(() => glide.tables.update(table, id, values)),
  }
  const cut: Glide = { ...glide, tables }
  /** Done again when it was cut off. */
  const step = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      if (!(error instanceof CutOff)) throw error
      return act()
    }
  }

  glide.answerWith((call) => {
    if (call.path.includes('policies/')) return { body: JSON.stringify({ stages: policy }) }
    if (call.method === 'GET')
      return { body: JSON.stringify({ apps: [{ id: 'role-sf', name: 'Salesforce', held: false, requestable: true }] }) }
    return { status: 202, body: JSON.stringify({ state: 'checking', message: '', version: 1, items: [] }) }
  })
  const item = order(glide, 'a'.repeat(32))
  step(() => prepareOrder(cut, item))
  for (const call of glide.all('x_hlps_access_call')) sendCall(glide, call.id)
  const opened = step(() => openApprovals(cut, item))
  for (const _each of policy) {
    const begun = step(() => beginStage(cut, item))
    const state = step(() => ask(cut, item)) ? approveAll(glide, item) : 'skipped'
    step(() => endStage(cut, begun.stage, state))
  }
  step(() => startFulfilment(cut, item, opened.outcome))
  for (const call of glide.all('x_hlps_access_call')) sendCall(glide, call.id)
  step(() => applyFulfilment(cut, item, news))
  const end = step(() => finishOrder(cut, item, opened.outcome, opened.message))
  if (end.outcome === 'by_hand') step(() => giveByHand(cut, item, end))
  step(() => closeOrder(cut, item, '3', end.outcome === 'by_hand' ? '' : end.message))
  return { writes, ...seen(glide, item) }
}

/** "Ask for Approval" as the platform does it: one row for each of the rule's people, the record asked for. */
function ask(glide: Glide, item: string): boolean {
  const ids = (/U\[([^\]]*)\]/.exec(ruleOfItem(glide, item))?.[1] ?? '').split(',').filter((id) => id !== '')
  for (const approver of ids)
    glide.tables.insert('sysapproval_approver', { sysapproval: item, approver, state: 'requested' })
  glide.tables.update('sc_req_item', item, { approval: 'requested' })
  return ids.length > 0
}

function approveAll(glide: Memory, item: string): 'approved' {
  for (const { id, state } of glide.all('sysapproval_approver')) {
    if (state === 'requested') glide.tables.update('sysapproval_approver', id, { state: 'approved' })
  }
  expect(glide.tables.get('sc_req_item', item)?.get('approval')).toBe('requested')
  return 'approved'
}

function seen(glide: Memory, item: string) {
  const texts = (field: string) =>
    glide.tables
      .journal('sc_req_item', item, field)
      .split('\n')
      .filter((line) => line !== '' && !line.endsWith(' - system'))
      .reverse()
  const name = (id: string | undefined) => Object.entries(people).find(([, each]) => each === id)?.[0]
  return {
    state: glide.tables.get('sc_req_item', item)?.get('state'),
    comments: texts('comments'),
    notes: texts('work_notes'),
    stages: glide.all('x_hlps_access_stage').map((each) => `${each.position} ${each.label} ${each.state}`),
    calls: glide.all('x_hlps_access_call').map((each) => `${each.kind} ${each.subject}`),
    tasks: glide.all('sc_task').map((each) => each.short_description),
    asked: glide
      .all('sysapproval_approver')
      .filter((each) => each.state !== 'not_required')
      .map((each) => `${name(each.approver)} ${each.state}`),
  }
}
