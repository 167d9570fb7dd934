import type { Session } from '../runtime/session.ts'
import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'
import { runBuiltIn } from './built-in-subflows.ts'
import { nudge } from './nudge.ts'
import type { RunData } from './run-data.ts'
import { snake } from './step-names.ts'
import { asText, refTo } from './values.ts'

export type StartOptions = {
  /** Run it now, in this transaction, as far as it goes; otherwise the background does. */
  isForeground?: boolean
  parent?: string
  source?: { table: string; record: string }
  userId?: string
}

/** Makes the context of a run. @throws Error for a flow that is not published */
export function startFlow(
  records: Records,
  flow: Row,
  values: { trigger?: Record<string, unknown>; inputs?: Record<string, unknown> },
  options: StartOptions = {},
): string {
  if (flow.active !== 'true') throw new Error(`The flow "${flow.name}" is not active`)
  const id = flow.sys_id ?? ''
  const variables = Object.fromEntries(
    records
      .find('sys_hub_flow_variable', `model=${id}^sys_class_name=sys_hub_flow_variable`)
      .map((row) => [row.element ?? '', row.default_value ?? '']),
  )
  const data: RunData = {
    trigger: values.trigger ?? {},
    inputs: sealedInputs(records, id, values.inputs ?? {}),
    variables,
    outputs: {},
    results: {},
    threads: [{ id: '0', frames: [{ block: '', at: 0 }], wait: null, isOver: false }],
    stage: '',
  }
  const context = {
    name: flow.name ?? '',
    flow: id,
    state: 'QUEUED',
    source_table: options.source?.table ?? '',
    source_record: options.source?.record ?? '',
    parent_context: options.parent ?? '',
    started_by: options.userId ?? '',
    run_data: JSON.stringify(data),
    started: dateTimeText(records.clock.now()),
  }
  const made = records.insert('sys_flow_context', context, system, { withoutRules: true })
  if ('aborted' in made) throw new Error(made.aborted)
  const contextId = made.row.sys_id ?? ''
  if (!options.isForeground) nudge(records, contextId)
  return contextId
}

/** Starts a subflow by sys_id or by `scope.name`; one for the foreground is left to the caller to advance. */
export function startSubflow(
  session: Session,
  name: string,
  inputs: Record<string, unknown>,
  options: StartOptions = {},
): string {
  const { records } = session
  const flow = findFlow(records, name)
  if (!flow) {
    const outputs = runBuiltIn(records, name, asInputs(inputs))
    if (!outputs) throw new Error(`There is no flow ${name}`)
    return keepFinished(records, name, outputs)
  }
  const userId = session.who.userId
  return startFlow(records, flow, { inputs: asInputs(inputs) }, { userId, ...options })
}

/** A run of a built-in subflow is over at once; its context is for those who ask for outputs. */
function keepFinished(records: Records, name: string, outputs: Record<string, unknown>): string {
  const values = { name, state: 'COMPLETE', outputs: JSON.stringify(outputs) }
  const made = records.insert('sys_flow_context', values, system, { withoutRules: true })
  return 'row' in made ? (made.row.sys_id ?? '') : ''
}

export function findFlow(records: Records, name: string): Row | null {
  if (/^[0-9a-f]{32}$/.test(name)) return records.get('sys_hub_flow', name)
  const dot = name.indexOf('.')
  const [scope, own] = dot < 0 ? ['', name] : [name.slice(0, dot), name.slice(dot + 1)]
  const app =
    scope === '' || scope === 'global'
      ? ''
      : (records.find('sys_scope', `scope=${scope}`, { limit: 1 })[0]?.sys_id ?? '-')
  const flows = records.find('sys_hub_flow', app ? `sys_scope=${app}` : '')
  return flows.find((flow) => [flow.internal_name, snake(flow.name ?? '')].includes(own)) ?? null
}

/** Inputs from scripts: GlideRecords become records, everything else is kept as data. */
function asInputs(inputs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const record = value as { getRecordClassName?: () => string; getUniqueValue?: () => string } | null
      if (typeof value === 'object' && record && typeof record.getUniqueValue === 'function')
        return [name, refTo(record.getRecordClassName?.() ?? '', record.getUniqueValue())]
      return [name, value]
    }),
  )
}

/** Defaults filled in, references made records, and what is a secret sealed before it is kept anywhere. */
function sealedInputs(records: Records, flowId: string, given: Record<string, unknown>): Record<string, unknown> {
  const inputs: Record<string, unknown> = { ...given }
  for (const row of records.find('sys_hub_flow_input', `model=${flowId}`)) {
    const name = row.element ?? ''
    const value = inputs[name] === undefined || inputs[name] === '' ? (row.default_value ?? '') : inputs[name]
    if (row.internal_type === 'password2') inputs[name] = records.secrets.seal(asText(value))
    else if (row.internal_type === 'reference' && row.reference && asText(value))
      inputs[name] = refTo(row.reference, asText(value))
    else inputs[name] = value
    if (row.mandatory === 'true' && asText(inputs[name]) === '')
      throw new Error(`The input ${name} of the flow is missing`)
  }
  return inputs
}
