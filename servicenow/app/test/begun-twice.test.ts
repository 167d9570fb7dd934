import { describe, expect, it } from 'vitest'
import { beginStage, endStage, ruleOfItem } from '../src/server/run-stage.ts'
import { connected, order, people } from './connected.ts'
import { manager } from './molly.ts'
import { hallpass, opened } from './ordering.ts'

/** An engine that dies before it notes that it began a subflow begins it again, and the first goes on beside it. */
describe('an order with a stage that is begun twice', () => {
  it('is not refused by questions that were withdrawn when a stage was begun twice', () => {
    const glide = connected()
    hallpass(glide, { 'role-sf': [manager] })
    const item = order(glide, 'a'.repeat(32))
    opened(glide, item)
    const ask = () => {
      const { stage: id } = beginStage(glide, item)
      ruleOfItem(glide, item)
      const question = { sysapproval: item, approver: people.marcus, state: 'requested' }
      return { id, question: glide.tables.insert('sysapproval_approver', question) ?? '' }
    }
    const state = (id: string) => glide.tables.get('x_hlps_access_stage', id)?.get('state')
    const first = ask()
    const second = ask()
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
})
