import { durationMs } from '../glide/glide-duration.ts'
import type { Session } from '../runtime/session.ts'
import { dateTimeMs, dateTimeText } from '../store/clock.ts'
import type { Row, Who } from '../store/records.ts'
import type { ActionContext } from './action-context.ts'
import { holds } from './condition.ts'
import { runnableActions } from './core-actions.ts'
import { customAction } from './custom-action.ts'
import { openPills, type Pills } from './pills.ts'
import type { FlowPlan, Input, Step } from './read-flow.ts'
import type { Frame, RunData, Thread } from './run-data.ts'
import { startSubflow } from './start-flow.ts'
import { asText } from './values.ts'

export type StepRun = {
  session: Session
  context: Row
  plan: FlowPlan
  data: RunData
  thread: Thread
  frame: Frame
  step: Step
  who: Who
}

/** `end`: the whole run is over. */
export type Effect = 'next' | 'end'

/** Does one step of a flow; what it waits for is left on the thread. @throws what went wrong */
export function runStep(run: StepRun): Effect {
  const { step, plan, data, session } = run
  const pills = openPills(session, plan, data)
  if (step.kind === 'action') return runAction(run, pills)
  if (step.kind === 'subflow') return runSubflow(run, pills)
  if (step.kind === 'unknown') throw new Error(`flow logic ${step.definition} is not run here`)
  return runLogic(run, step, pills)
}

function runAction(run: StepRun, pills: Pills): Effect {
  const { step, session, data } = run
  if (step.kind !== 'action') return 'next'
  const definition = session.records.get('sys_hub_action_type_definition', step.actionType)
  const action = runnableActions[step.actionType] ?? (definition ? customAction(definition) : null)
  if (!action) throw new Error(`the action ${step.actionType} is not run here`)
  const input = (name: string) => step.inputs.find((one) => one.name === name)
  const text = (name: string) => pills.text(input(name))
  const isOn = (name: string) => ['true', '1'].includes(text(name))
  const { who, context, plan } = run
  const outcome = action({ session, who, context, plan, data, pills, step, input, text, isOn } satisfies ActionContext)
  if (outcome.outputs) data.results[step.uiId] = outcome.outputs
  if ('wait' in outcome) run.thread.wait = outcome.wait
  return 'next'
}

function runSubflow(run: StepRun, pills: Pills): Effect {
  const { step, session } = run
  if (step.kind !== 'subflow') return 'next'
  const inputs = Object.fromEntries(step.inputs.map((input) => [input.name, pills.kept(input)]))
  const context = startSubflow(session, step.subflow, inputs, { parent: run.context.sys_id ?? '' })
  run.data.inStage = { ...run.data.inStage, [context]: run.data.stage }
  run.data.results[step.uiId] = {}
  if (step.isAwaited) run.thread.wait = { kind: 'subflow', uiId: step.uiId, context, wakeAt: '' }
  return 'next'
}

function runLogic(run: StepRun, step: Extract<Step, { kind: 'logic' }>, pills: Pills): Effect {
  const { frame, thread, data } = run
  const condition = () => holds(String(named(step.inputs, 'condition')?.value ?? ''), pills)
  const enter = (more: Partial<Frame> = {}) => thread.frames.push({ block: step.uiId, at: 0, ...more })
  switch (step.logic) {
    case 'if':
      frame.isTaken = condition()
      if (frame.isTaken) enter()
      return 'next'
    case 'else_if':
      if (!frame.isTaken && condition()) {
        frame.isTaken = true
        enter()
      }
      return 'next'
    case 'else':
      if (!frame.isTaken) enter()
      return 'next'
    case 'for_each': {
      const items = listOf(pills.input(named(step.inputs, 'items')))
      if (items.length === 0) return 'next'
      data.results[step.uiId] = { item: items[0] }
      enter({ loop: { items, item: 0 } })
      return 'next'
    }
    case 'exit_loop':
    case 'skip_iteration':
      leaveLoop(run, step.logic === 'exit_loop')
      return 'next'
    case 'end':
      return 'end'
    case 'try':
      enter({ isTry: true })
      return 'next'
    case 'catch':
    case 'branch':
      return 'next'
    case 'parallel':
      startBranches(run, step.uiId)
      return 'next'
    case 'wait':
      thread.wait = { kind: 'duration', uiId: step.uiId, wakeAt: wakeAt(run.session, step, pills) }
      return 'next'
    case 'set_variables':
      for (const input of assignments(step)) data.variables[input.name] = pills.kept(input)
      return 'next'
    case 'append_variables':
      for (const input of assignments(step)) {
        const list = listOf(data.variables[input.name])
        data.variables[input.name] = [...list, ...listOf(pills.input(input))]
      }
      return 'next'
    case 'assign_outputs':
      for (const input of assignments(step)) data.outputs[input.name] = pills.kept(input)
      return 'next'
    default:
      return step.logic satisfies never
  }
}

function named(inputs: readonly Input[], name: string): Input | undefined {
  return inputs.find((input) => input.name === name)
}

function assignments(step: Extract<Step, { kind: 'logic' }>): readonly Input[] {
  return step.assigned.length > 0 ? step.assigned : step.inputs
}

/** A list as it is, a JSON text, comma separated text, or one value alone. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (value === undefined || value === null || value === '') return []
  if (typeof value !== 'string') return [value]
  if (value.startsWith('[')) return JSON.parse(value) as unknown[]
  return value.split(',').map((part) => part.trim())
}

function leaveLoop({ thread }: StepRun, isExit: boolean): void {
  while (thread.frames.length > 0 && !thread.frames.at(-1)?.loop) thread.frames.pop()
  const frame = thread.frames.at(-1)
  if (!frame?.loop) throw new Error('there is no loop to leave')
  frame.at = Number.MAX_SAFE_INTEGER
  if (isExit) frame.loop.item = frame.loop.items.length
}

/** Each branch becomes a thread of its own; this one goes on when all are over. */
function startBranches({ plan, data, thread }: StepRun, uiId: string): void {
  const branches = plan.children.get(uiId) ?? []
  const threads = branches.map((branch) => ({
    id: `${thread.id}.${branch.uiId}.${data.threads.length}`,
    frames: [{ block: branch.uiId, at: 0 }],
    wait: null,
    isOver: false,
  }))
  data.threads.push(...threads)
  thread.wait = { kind: 'join', uiId, threads: threads.map((one) => one.id), wakeAt: '' }
}

function wakeAt(session: Session, step: Extract<Step, { kind: 'logic' }>, pills: Pills): string {
  const text = (name: string) => asText(pills.input(named(step.inputs, name)))
  const now = session.records.clock.now().getTime()
  if (text('timer_schedule')) throw new Error('waiting by a schedule is not run here')
  switch (text('duration_type')) {
    case 'explicit_duration':
      return dateTimeText(new Date(now + durationMs(text('timer_duration'))))
    case 'relative_duration': {
      const sign = text('timer_relative_duration_operator') === 'before' ? -1 : 1
      const from = dateTimeMs(text('timer_relative_duration_datetime'))
      return dateTimeText(new Date((Number.isNaN(from) ? now : from) + sign * durationMs(text('timer_duration'))))
    }
    case 'percentage_duration': {
      const until = dateTimeMs(text('percentage_timer_input_datetime'))
      return dateTimeText(new Date(now + ((until - now) * Number(text('timer_percentage'))) / 100))
    }
    default:
      throw new Error(`a duration of the type ${text('duration_type')} is not run here`)
  }
}
