import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchApprovals, type StageToFill } from './match-approvals.ts'

const stage = (quorum: number, ...mayDecide: string[]): StageToFill => ({ quorum, mayDecide })

test('each stage is filled by somebody who may decide it', () => {
  const stages = [stage(1, 'marcus'), stage(1, 'fiona', 'frank')]
  expect(matchApprovals(stages, ['fiona', 'marcus'], false)).toEqual({
    kind: 'matched',
    approvers: [['marcus'], ['fiona']],
  })
})

test('a stage that nobody approved is named', () => {
  expect(matchApprovals([stage(1, 'marcus'), stage(1, 'fiona')], ['marcus'], false)).toEqual({
    kind: 'missing',
    stages: [1],
  })
})

test('one person fills one stage, and several only where the policy says so', () => {
  const stages = [stage(1, 'marcus'), stage(1, 'marcus', 'fiona')]
  expect(matchApprovals(stages, ['marcus'], false)).toEqual({ kind: 'missing', stages: [1] })
  expect(matchApprovals(stages, ['marcus'], true)).toEqual({ kind: 'matched', approvers: [['marcus'], ['marcus']] })
})

test('somebody who could fill two stages fills the one that nobody else can', () => {
  const stages = [stage(1, 'marcus', 'fiona'), stage(1, 'marcus')]
  expect(matchApprovals(stages, ['marcus', 'fiona'], false)).toEqual({
    kind: 'matched',
    approvers: [['fiona'], ['marcus']],
  })
})

test('one approval that came twice is one approval', () => {
  expect(matchApprovals([stage(2, 'fiona', 'frank')], ['fiona', 'fiona'], false).kind).toBe('missing')
})

test('a policy without stages needs nobody', () => {
  expect(matchApprovals([], [], false)).toEqual({ kind: 'matched', approvers: [] })
})

test('whatever the policy, what counts is a quorum of people who may decide, and nobody twice', () => {
  const who = fc.constantFrom('a', 'b', 'c', 'd', 'e')
  const some = fc.record({ quorum: fc.integer({ min: 1, max: 2 }), mayDecide: fc.uniqueArray(who) })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 3 }), fc.array(who, { maxLength: 6 }), (stages, approved) => {
      const found = matchApprovals(stages, approved, false)
      if (found.kind === 'missing') return found.stages.length > 0
      const counted = found.approvers.flat()
      expect(new Set(counted).size).toBe(counted.length)
      for (const [index, people] of found.approvers.entries()) {
        expect(people).toHaveLength(stages[index]?.quorum ?? -1)
        for (const person of people) expect(stages[index]?.mayDecide).toContain(person)
        for (const person of people) expect(approved).toContain(person)
      }
      return true
    }),
  )
})
