import { describe, expect, it } from 'vitest'
import { beginStage, endStage, nextStage, ruleOfItem } from '../src/server/run-stage.ts'
import { connected, order, people } from './connected.ts'
import type { Memory } from './memory-glide.ts'
import { manager, stage } from './molly.ts'
import { hallpass, opened } from './ordering.ts'

/** What the subflow does up to the platform's own step, which asks Marcus. */
function ask(glide: ReturnType<typeof connected>, item: string): { id: string; question: string } {
  const { stage: id } = beginStage(glide, item)
  ruleOfItem(glide, item)
  const question = { sysapproval: item, approver: people.marcus, state: 'requested' }
  return { id, question: glide.add('sysapproval_approver', question) }
}

/** An engine that dies before it notes that it began a subflow begins it again, and the first goes on beside it. */
describe('an order with a stage that is begun twice', () => {
  it('is not refused by questions that were withdrawn when a stage was begun twice', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const state = (id: string) => glide.tables.get('x_hlps_access_stage', id)?.get('state')
    const first = ask(glide, item)
    const second = ask(glide, item)
    expect(glide.tables.get('sysapproval_approver', first.question)?.get('state')).toBe('not_required')
    expect(endStage(glide, first.id, 'rejected')).toEqual({ approved: '0' })
    expect(state(first.id)).toBe('asking')
    glide.tables.update('sysapproval_approver', second.question, { state: 'approved' })
    expect(endStage(glide, second.id, 'approved')).toEqual({ approved: '1' })
    // The first may be heard of late.
    expect(endStage(glide, first.id, 'rejected')).toEqual({ approved: '1' })
    expect(state(first.id)).toBe('approved')
  })

  it('leaves nobody with a question of a stage that was begun twice, once one is answered', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const { stage: id } = beginStage(glide, item)
    for (const state of ['rejected', 'requested'])
      glide.add('sysapproval_approver', { sysapproval: item, approver: people.marcus, state })
    expect(endStage(glide, id, 'rejected')).toEqual({ approved: '0' })
    expect(glide.all('sysapproval_approver').map(({ state }) => state)).toEqual(['rejected', 'not_required'])
  })

  it.each([1, 2, 3])('ends a refused stage in full, cut off after write %i and done again', (cutAt) => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, stage('group', 'Finance', 'fiona')] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const { stage: id } = beginStage(glide, item)
    for (const state of ['rejected', 'requested'])
      glide.add('sysapproval_approver', { sysapproval: item, approver: people.marcus, state })
    let writes = 0
    const update: Memory['tables']['update'] = (table, row, values) => {
      const isDone = glide.tables.update(table, row, values)
      writes += 1
      if (writes === cutAt) throw new Error('cut off')
      return isDone
    }
    expect(() => endStage({ ...glide, tables: { ...glide.tables, update } }, id, 'rejected')).toThrow('cut off')
    expect(endStage(glide, id, 'rejected')).toEqual({ approved: '0' })
    expect(glide.all('sysapproval_approver').map(({ state }) => state)).toEqual(['rejected', 'not_required'])
    expect(glide.all('x_hlps_access_stage').map(({ state }) => state)).toEqual(['rejected', 'skipped'])
  })

  it('ends a stage whose questions were withdrawn because the item was closed', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const { stage: id } = beginStage(glide, item)
    glide.add('sysapproval_approver', { sysapproval: item, approver: people.marcus, state: 'not_required' })
    glide.tables.update('sc_req_item', item, { state: '4' })
    expect(endStage(glide, id, 'cancelled')).toEqual({ approved: '0' })
    expect(glide.tables.get('x_hlps_access_stage', id)?.get('state')).toBe('skipped')
  })

  it('keeps of earlier questions those to the people of its stage alone, however many there were', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const question = (approver: string) =>
      glide.add('sysapproval_approver', { sysapproval: item, approver, state: 'not_required' })
    for (let n = 0; n < 300; n++) question(`${n}`.padStart(32, 'f'))
    const own = question(people.marcus)
    const { stage: id } = beginStage(glide, item)
    expect(glide.tables.get('x_hlps_access_stage', id)?.get('earlier')).toBe(own)
  })

  it('leaves the questions of the next stage alone when the first is heard of late', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, { ...stage('group', 'Finance', 'marcus', 'fiona'), quorum: 2 }] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const ask = (...approvers: string[]) => {
      const { stage: id } = beginStage(glide, item)
      ruleOfItem(glide, item)
      const questions = approvers.map((approver) =>
        glide.add('sysapproval_approver', { sysapproval: item, approver, state: 'requested' }),
      )
      return { id, questions }
    }
    const first = ask(people.marcus)
    const second = ask(people.marcus)
    glide.tables.update('sysapproval_approver', second.questions[0] ?? '', { state: 'approved' })
    endStage(glide, second.id, 'approved')
    const next = ask(people.marcus, people.fiona)
    expect(endStage(glide, first.id, 'rejected')).toEqual({ approved: '1' })
    const states = next.questions.map((id) => glide.tables.get('sysapproval_approver', id)?.get('state'))
    expect(states).toEqual(['requested', 'requested'])
    expect(glide.tables.get('x_hlps_access_stage', next.id)?.get('state')).toBe('asking')
  })

  it.each([[false], [true]])('ends when somebody withdrew its question on purpose (begun twice: %s)', (isTwice) => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager, stage('group', 'Finance', 'fiona')] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    if (isTwice) ask(glide, item)
    const { id, question } = ask(glide, item)
    glide.tables.update('sysapproval_approver', question, { state: 'not_required' })
    expect(endStage(glide, id, 'rejected')).toEqual({ approved: '0' })
    expect(glide.all('x_hlps_access_stage').map(({ state }) => state)).toEqual(['rejected', 'skipped'])
    expect(nextStage(glide, item)).toBe('none')
  })
})
