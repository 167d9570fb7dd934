/** Stages of a policy being edited. Pure. */
import type { PolicyStage } from '@hallpass/contract/policies'

export const stagesMax = 6

export function newStage(name: string): PolicyStage {
  return {
    name,
    approvers: { kind: 'role_owner' },
    quorum: 1,
    remindAfterHours: 24,
    escalateAfterHours: 72,
    denyAfterHours: 168,
    fallback: null,
    escalateTo: { kind: 'administrators' },
  }
}

/** The stages with one moved up or down; at the ends nothing moves. */
export function movedStage(stages: readonly PolicyStage[], index: number, step: 1 | -1): PolicyStage[] {
  const to = index + step
  const moving = stages[index]
  if (!moving || to < 0 || to >= stages.length) return [...stages]
  const rest = stages.filter((_, at) => at !== index)
  return [...rest.slice(0, to), moving, ...rest.slice(to)]
}

/** Whether reminder, escalation and denial come one after the other. */
export function hoursRise(stage: PolicyStage): boolean {
  const hours = [stage.remindAfterHours, stage.escalateAfterHours, stage.denyAfterHours].filter((one) => one !== null)
  return hours.every((one, at) => at === 0 || one > (hours[at - 1] ?? 0))
}
