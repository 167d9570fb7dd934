import { describe, expect, test } from 'vitest'
import { dueAfter } from './timers.ts'
import type { PolicyStage } from './types.ts'

const from = new Date('2026-03-02T09:00:00Z')
const stage: PolicyStage = {
  name: 'Manager',
  approvers: { kind: 'manager' },
  quorum: 1,
  remindAfterHours: 24,
  escalateAfterHours: 48,
  denyAfterHours: 96,
  fallback: null,
  escalateTo: { kind: 'administrators' },
}
const after = (
  change: Partial<PolicyStage>,
  done: Parameters<typeof dueAfter>[2],
  level: 'first' | 'escalated' = 'first',
) => {
  const { dueAt, dueFor } = dueAfter({ ...stage, ...change }, level, done, from)
  return [dueFor, (dueAt.getTime() - from.getTime()) / 3_600_000]
}

describe('what a stage does next by itself', () => {
  test.each([
    ['a reminder first', {}, null, ['remind', 24]],
    ['then the escalation, counted from the reminder', {}, 'remind', ['escalate', 24]],
    ['then the denial', {}, 'escalate', ['deny', 48]],
    ['no reminder where none is wanted', { remindAfterHours: null }, null, ['escalate', 48]],
    ['no escalation where there is nobody', { escalateTo: null }, 'remind', ['deny', 72]],
    ['no escalation where none is wanted', { escalateAfterHours: null }, 'remind', ['deny', 72]],
    ['the denial always', { remindAfterHours: null, escalateAfterHours: null }, null, ['deny', 96]],
  ] as const)('%s', (_, change, done, expected) => {
    expect(after(change, done)).toEqual(expected)
  })

  test('does not escalate twice', () => {
    expect(after({}, 'remind', 'escalated')).toEqual(['deny', 72])
  })
})
