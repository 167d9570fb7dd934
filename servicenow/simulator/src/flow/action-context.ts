import type { Session } from '../runtime/session.ts'
import type { Row, Who } from '../store/records.ts'
import type { Pills } from './pills.ts'
import type { FlowPlan, Input, Step } from './read-flow.ts'
import type { RunData, Wait } from './run-data.ts'

/** What an action is handed. It answers its outputs, or what it waits for. */
export type ActionContext = {
  session: Session
  who: Who
  context: Row
  plan: FlowPlan
  data: RunData
  pills: Pills
  step: Step
  input(name: string): Input | undefined
  text(name: string): string
  isOn(name: string): boolean
}

export type Outcome = { outputs: Record<string, unknown> } | { wait: Wait; outputs?: Record<string, unknown> }

export type Action = (context: ActionContext) => Outcome

/** A step that failed, in words that name it; a catch block may take it up. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed'
}
