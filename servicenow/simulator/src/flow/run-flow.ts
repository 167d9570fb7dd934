import { explain, writeLog } from '../runtime/log.ts'
import { inSession, type Session } from '../runtime/session.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Row, Who } from '../store/records.ts'
import { nudge } from './nudge.ts'
import { openPills } from './pills.ts'
import { type FlowPlan, readFlow } from './read-flow.ts'
import { doStep } from './repeated-steps.ts'
import { type Frame, type RunData, type RunState, readRun, saveRun, type Thread } from './run-data.ts'
import { type Effect, runStep } from './run-step.ts'
import { settleWait } from './settle-wait.ts'
import { stepTitle } from './step-names.ts'

const stepsMax = 10_000

/**
 * Takes a run as far as it goes: every thread until it waits or ends. Where it stands is kept after every step, so that
 * an instance that stops goes on from there. Safe to call at any time; a run that waits still just goes on waiting.
 */
export function advanceFlow(session: Session, contextId: string): void {
  const { records } = session
  const context = records.get('sys_flow_context', contextId)
  if (!context || !['QUEUED', 'IN_PROGRESS', 'WAITING'].includes(context.state ?? '')) return
  const flow = records.get('sys_hub_flow', context.flow ?? '')
  const data = readRun(context)
  const who = session.who
  const before = session.flowContext
  session.flowContext = contextId
  try {
    if (!flow) throw new Error(`The flow ${context.flow} is gone`)
    const plan = readFlow(records, flow)
    inSession(session, () => runThreads(session, context, plan, data, who))
  } catch (error) {
    end(session, context, data, 'ERROR', `${context.name}: ${explain(error)}`)
  } finally {
    session.flowContext = before
  }
}

function runThreads(session: Session, context: Row, plan: FlowPlan, data: RunData, who: Who): void {
  const { records } = session
  const pills = openPills(session, plan, data)
  let budget = stepsMax
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const { id } of data.threads.filter((one) => !one.isOver)) {
      let thread = threadOf(data, id)
      if (thread.wait) {
        const { wait } = thread
        const outputs = tryIn(session, plan, data, thread, () => settleWait(session, context, data, wait, pills))
        if (outputs === null) continue
        if (outputs !== failed && thread.wait)
          data.results[thread.wait.uiId] = { ...data.results[thread.wait.uiId], ...outputs }
        thread.wait = null
      }
      while (!thread.isOver && !thread.wait) {
        if (budget-- <= 0) throw new Error(`more than ${stepsMax} steps in one go`)
        const effect = stepAndNote(session, context, plan, data, id, who)
        thread = threadOf(data, id)
        isMoving = true
        if (effect === 'end') {
          end(session, context, data, 'COMPLETE')
          return
        }
        if (isCancelled(session, context)) return
      }
    }
  }
  if (data.threads.every((thread) => thread.isOver)) end(session, context, data, 'COMPLETE')
  else saveRun(records, context, data, 'WAITING')
}

const failed = Symbol('failed')

function threadOf(data: RunData, id: string): Thread {
  const thread = data.threads.find((one) => one.id === id)
  if (!thread) throw new Error(`There is no thread ${id}`)
  return thread
}

/**
 * One step, and then the note of where the run stands: a step in which the process dies is done again. A subflow is begun
 * and noted as one here; where steps are repeated it is begun twice all the same: the first comes to its first wait, and is
 * left to itself there.
 */
function stepAndNote(session: Session, context: Row, plan: FlowPlan, data: RunData, id: string, who: Who): Effect {
  const { records } = session
  let effect: Effect = 'next'
  const act = () => {
    effect = doStep(
      data,
      () => oneStep(session, context, plan, data, threadOf(data, id), who),
      () => {
        const { wait } = threadOf(data, id)
        if (wait?.kind === 'subflow') advanceFlow(session, wait.context)
      },
    )
    if (effect !== 'end') saveRun(records, context, data, 'IN_PROGRESS')
  }
  if (stepAt(plan, threadOf(data, id))?.kind === 'subflow') records.together(act)
  else act()
  return effect
}

function stepAt(plan: FlowPlan, thread: Thread) {
  const frame = thread.frames.at(-1)
  return frame && plan.children.get(frame.block)?.[frame.at]
}

function oneStep(session: Session, context: Row, plan: FlowPlan, data: RunData, thread: Thread, who: Who): Effect {
  const frame = thread.frames.at(-1)
  if (!frame) {
    thread.isOver = true
    return 'next'
  }
  const step = stepAt(plan, thread)
  if (!step) {
    leave(plan, data, thread, frame)
    return 'next'
  }
  frame.at++
  enterStage(session, context, plan, data, step.order)
  const effect = tryIn(
    session,
    plan,
    data,
    thread,
    () => runStep({ session, context, plan, data, thread, frame, step, who }),
    step.order,
  )
  return typeof effect === 'symbol' ? 'next' : effect
}

/** The end of a block: the next round of a loop, or back to where it was entered. */
function leave(plan: FlowPlan, data: RunData, thread: Thread, frame: Frame): void {
  const { loop } = frame
  if (loop && loop.item + 1 < loop.items.length) {
    loop.item++
    frame.at = 0
    delete frame.isTaken
    data.results[frame.block] = { item: loop.items[loop.item] }
    return
  }
  thread.frames.pop()
  if (thread.frames.length === 0) thread.isOver = true
  void plan
}

/** What goes wrong is taken up by the nearest try; where there is none, the run ends with an error that names the step. */
function tryIn<T>(
  session: Session,
  plan: FlowPlan,
  data: RunData,
  thread: Thread,
  act: () => T,
  order?: number,
): T | typeof failed {
  try {
    return act()
  } catch (error) {
    const step =
      order === undefined
        ? plan.steps.get(thread.wait?.uiId ?? '')
        : [...plan.steps.values()].find((one) => one.order === order)
    const title = step ? `step ${step.order} (${stepTitle(session.records, step)})` : 'a step'
    const message = `Flow "${plan.flow.name}", ${title}: ${explain(error)}`
    const source = { table: 'sys_hub_flow', id: plan.flow.sys_id ?? '', name: plan.flow.name ?? '' }
    while (thread.frames.length > 0) {
      const frame = thread.frames.pop()
      const parent = thread.frames.at(-1)
      const next = parent && plan.children.get(parent.block)?.[parent.at]
      if (!frame?.isTry || !parent || next?.kind !== 'logic' || next.logic !== 'catch') continue
      writeLog(session.records, 1, message, source)
      parent.at++
      thread.frames.push({ block: next.uiId, at: 0 })
      data.results[next.uiId] = { __error__: { message } }
      thread.wait = null
      return failed
    }
    writeLog(session.records, 2, message, source)
    throw new Error(message, { cause: error })
  }
}

/** The stage a flow of a requested item is in shows on the item. */
function enterStage(session: Session, context: Row, plan: FlowPlan, data: RunData, order: number): void {
  const stage = plan.stages.find((one) => one.orders.includes(order))
  if (!stage || data.stage === stage.value) return
  data.stage = stage.value
  data.entered = [...(data.entered ?? []), { stage: stage.value, at: dateTimeText(session.records.clock.now()) }]
  if (context.source_table !== 'sc_req_item') return
  session.records.update('sc_req_item', context.source_record ?? '', { stage: stage.value }, system, {
    withoutRules: true,
  })
}

function isCancelled(session: Session, context: Row): boolean {
  return session.records.get('sys_flow_context', context.sys_id ?? '')?.state === 'CANCELLED'
}

function end(session: Session, context: Row, data: RunData, state: RunState, error = ''): void {
  forgetSecrets(session, context, data)
  saveRun(session.records, context, data, state, error)
  const parent = context.parent_context ?? ''
  if (parent) nudge(session.records, parent)
}

/** A run that is over has no use for the secrets it was given. */
function forgetSecrets(session: Session, context: Row, data: RunData): void {
  for (const input of session.records.find('sys_hub_flow_input', `model=${context.flow}^internal_type=password2`))
    delete data.inputs[input.element ?? '']
}
