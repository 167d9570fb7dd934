import { gunzipSync } from 'node:zlib'
import type { Records, Row } from '../store/records.ts'
import { type LogicKind, logicKinds } from './flow-ids.ts'

/** One input of a step: its raw value with pills in it, or the script that computes it. */
export type Input = { name: string; value: unknown; type: string; script: string }

export type Step = {
  uiId: string
  order: number
  parent: string
  inputs: readonly Input[]
} & (
  | { kind: 'action'; actionType: string }
  | { kind: 'subflow'; subflow: string; isAwaited: boolean }
  | { kind: 'logic'; logic: LogicKind; connectedTo: string; assigned: readonly Input[] }
  | { kind: 'unknown'; definition: string }
)

export type Stage = { value: string; label: string; orders: readonly number[] }

export type FlowPlan = {
  flow: Row
  /** All steps by their place: children of '' are the flow itself. */
  children: ReadonlyMap<string, readonly Step[]>
  steps: ReadonlyMap<string, Step>
  stages: readonly Stage[]
}

/** Reads a flow's rows into steps, by the order in which Flow Designer shows them. */
export function readFlow(records: Records, flow: Row): FlowPlan {
  const id = flow.sys_id ?? ''
  const steps: Step[] = [
    ...records.find('sys_hub_action_instance_v2', `flow=${id}`).map(actionOf),
    ...records.find('sys_hub_sub_flow_instance_v2', `flow=${id}`).map(subflowOf),
    ...records.find('sys_hub_flow_logic_instance_v2', `flow=${id}`).map(logicOf),
  ].sort((a, b) => a.order - b.order)
  const children = new Map<string, Step[]>()
  for (const step of steps) children.set(step.parent, [...(children.get(step.parent) ?? []), step])
  const stages = records.find('sys_hub_flow_stage', `flow=${id}^ORDERBYorder`).map(stageOf)
  return { flow, children, steps: new Map(steps.map((step) => [step.uiId, step])), stages }
}

export type Trigger = { row: Row; type: string; name: string; inputs: Readonly<Record<string, string>> }

export function readTrigger(records: Records, flowId: string): Trigger | null {
  const row = records.find('sys_hub_trigger_instance_v2', `flow=${flowId}`, { limit: 1 })[0]
  if (!row) return null
  const inputs = inputsOf(decode(row.trigger_inputs))
  const values = Object.fromEntries(inputs.map((input) => [input.name, String(input.value ?? '')]))
  return { row, type: row.trigger_type ?? '', name: row.name ?? '', inputs: values }
}

function actionOf(row: Row): Step {
  return {
    kind: 'action',
    ...placeOf(row),
    actionType: row.action_type ?? '',
    inputs: inputsOf(decode(row.values)),
  }
}

function subflowOf(row: Row): Step {
  const inputs = inputsOf(decode(row.subflow_inputs))
  const isAwaited = row.wait_for_completion === 'true'
  return { kind: 'subflow', ...placeOf(row), subflow: row.subflow ?? '', isAwaited, inputs }
}

function logicOf(row: Row): Step {
  const place = placeOf(row)
  const values = decode(row.values) as { inputs?: unknown; variables?: unknown; outputsToAssign?: unknown } | null
  const inputs = inputsOf(values?.inputs)
  const definition = row.logic_definition ?? ''
  const logic = logicKinds[definition]
  if (!logic) return { kind: 'unknown', ...place, inputs, definition }
  const assigned = [...inputsOf(values?.variables), ...inputsOf(values?.outputsToAssign)]
  return { kind: 'logic', ...place, inputs, logic, connectedTo: row.connected_to ?? '', assigned }
}

function placeOf(row: Row) {
  return { uiId: row.ui_id ?? '', order: orderOf(row.order ?? ''), parent: row.parent_ui_id ?? '' }
}

/** Inside of parallel branches it reads `15➛16`: the branch, then the step. */
function orderOf(text: string): number {
  return Number(text.split('➛').at(-1)) || 0
}

/** A stage is entered at the components whose places, counted from 0, it names. */
function stageOf(row: Row): Stage {
  const indexes = (row.component_indexes ?? '').split(',').filter(Boolean)
  return { value: row.value ?? '', label: row.label ?? '', orders: indexes.map((index) => Number(index) + 1) }
}

function inputsOf(list: unknown): Input[] {
  if (!Array.isArray(list)) return []
  return (list as RawInput[]).map((raw) => {
    const scripts = Object.entries(raw.script ?? {})
    const own = scripts.find(([name, one]) => name === raw.name && one?.scriptActive !== false)
    const script =
      raw.scriptActive === true ? (own?.[1]?.script ?? scripts[0]?.[1]?.script ?? String(raw.value ?? '')) : ''
    const type = raw.parameter?.type ?? ''
    const fields = raw.scriptActive === true ? [] : scripts
    return { name: raw.name, value: withScripts(raw.value, fields), type, script }
  })
}

type RawInput = {
  name: string
  value?: unknown
  scriptActive?: boolean
  script?: Record<string, { script?: string; scriptActive?: boolean } | undefined>
  parameter?: { type?: string }
}

/** A template value may compute single fields by script; they travel beside the text as `scripts`. */
function withScripts(value: unknown, scripts: [string, { script?: string } | undefined][]): unknown {
  if (scripts.length === 0) return value
  return {
    text: String(value ?? ''),
    scripts: Object.fromEntries(scripts.map(([name, one]) => [name, one?.script ?? ''])),
  }
}

/** base64(gzip(JSON)), or JSON as it is. */
export function decode(text: string | undefined): unknown {
  if (!text) return null
  const json = text.startsWith('H4sI') ? gunzipSync(Buffer.from(text, 'base64')).toString('utf8') : text
  return JSON.parse(json)
}
