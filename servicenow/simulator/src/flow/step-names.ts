import type { Records } from '../store/records.ts'
import { coreActions } from './flow-ids.ts'
import type { Step } from './read-flow.ts'

/** `look_up_record`: how scripts and flow names spell a name. */
export function snake(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
}

/** The name of a step's action, subflow or logic, as scripts spell it. */
export function stepName(records: Records, step: Step): string {
  return snake(stepTitle(records, step))
}

/** The same for people. */
export function stepTitle(records: Records, step: Step): string {
  switch (step.kind) {
    case 'action':
      return (
        coreActions[step.actionType] ??
        records.get('sys_hub_action_type_definition', step.actionType)?.name ??
        step.actionType
      )
    case 'subflow':
      return records.get('sys_hub_flow', step.subflow)?.name ?? step.subflow
    case 'logic':
      return step.logic
    case 'unknown':
      return step.definition
    default:
      return step satisfies never
  }
}
