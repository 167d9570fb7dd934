import type { Records, Row } from '../store/records.ts'
import { runnableActions } from './core-actions.ts'
import { stepsOf } from './custom-action.ts'
import { scriptStep } from './flow-ids.ts'
import { type FlowPlan, readFlow, readTrigger, type Step } from './read-flow.ts'
import { stepTitle } from './step-names.ts'

const triggers = new Set([
  'service_catalog',
  'record_create',
  'record_update',
  'record_create_or_update',
  'daily',
  'weekly',
  'monthly',
  'repeat',
  'run_once',
])

/** What in a flow cannot be run here, each named; empty when all of it can. */
export function flowFaults(records: Records, flow: Row): string[] {
  let plan: FlowPlan
  try {
    plan = readFlow(records, flow)
  } catch (error) {
    return [`Flow "${flow.name}" cannot be read: ${String(error)}`]
  }
  const faults: string[] = []
  if (flow.type !== 'subflow') {
    const trigger = readTrigger(records, flow.sys_id ?? '')
    if (!trigger) faults.push(`Flow "${flow.name}" has no trigger`)
    else if (!triggers.has(trigger.type))
      faults.push(`Flow "${flow.name}": the trigger "${trigger.name}" (${trigger.type}) is not run here`)
  }
  const session = readTrigger(records, flow.sys_id ?? '')?.inputs.run_when_setting
  if (session && session !== 'both')
    faults.push(`Flow "${flow.name}": interactive sessions are not told from others here (${session})`)
  for (const step of plan.steps.values()) {
    const fault = stepFault(records, step)
    if (fault) faults.push(`Flow "${flow.name}", step ${step.order}: ${fault}`)
  }
  return faults
}

function stepFault(records: Records, step: Step): string | null {
  if (step.kind === 'unknown') return `flow logic ${step.definition} is not run here`
  if (step.kind === 'subflow')
    return records.get('sys_hub_flow', step.subflow) ? null : `subflow ${step.subflow} is missing`
  if (step.kind !== 'action' || runnableActions[step.actionType]) return null
  const definition = records.get('sys_hub_action_type_definition', step.actionType)
  if (!definition) return `action "${stepTitle(records, step)}" (${step.actionType}) is not run here`
  const odd = stepsOf(records, definition).find((one) => one.step_type !== scriptStep.type)
  if (odd)
    return `action "${definition.name}" has the step "${odd.label}" of type ${odd.step_type}, which is not run here`
  return null
}
