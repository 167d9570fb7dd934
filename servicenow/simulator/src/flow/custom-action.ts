import { explain } from '../runtime/log.ts'
import { runScript, scopeNameOf } from '../runtime/run-script.ts'
import type { Records, Row } from '../store/records.ts'
import { type Action, type ActionContext, StepFailed } from './action-context.ts'
import { scriptStep } from './flow-ids.ts'
import { asText, isRef, refTo, walk } from './values.ts'

type StepResults = Record<string, Record<string, unknown>>

/** Runs an app's own action: its script steps in order, each fed by pills of the action's inputs and of steps before. */
export function customAction(definition: Row): Action {
  return (context) => {
    const { records } = context.session
    const inputs = inputValues(context, definition)
    const results: StepResults = {}
    for (const step of stepsOf(records, definition)) {
      const pill = (text: string) => actionPill(records, text, inputs, results)
      results[step.cid ?? ''] = runStep(context, definition, step, pill)
    }
    const outputs: Record<string, unknown> = { __action_status__: { code: 0, message: '' } }
    for (const output of records.find('sys_hub_action_output', `model=${definition.sys_id}`)) {
      const name = output.element ?? ''
      const mapped = mapping(
        records,
        `var__m_sys_hub_action_output_${definition.sys_id}`,
        definition.sys_id ?? '',
        name,
      )
      if (mapped === undefined) continue
      const value = filled(mapped, (text) => actionPill(records, text, inputs, results))
      outputs[name] = typed(value, output, (text) => records.secrets.seal(text))
    }
    return { outputs }
  }
}

export function stepsOf(records: Records, definition: Row): Row[] {
  return records.find('sys_hub_step_instance', `action=${definition.sys_id}^ORDERBYorder`)
}

function inputValues(context: ActionContext, definition: Row): Record<string, unknown> {
  const { records } = context.session
  const values: Record<string, unknown> = {}
  for (const input of records.find('sys_hub_action_input', `model=${definition.sys_id}`)) {
    const name = input.element ?? ''
    const given = context.pills.input(context.input(name))
    const value = given === undefined || given === '' ? (input.default_value ?? '') : given
    values[name] = typed(value, input, (text) => text)
  }
  return values
}

/** A reference given as a sys_id becomes a record, so that pills can walk on from it. */
function typed(value: unknown, variable: Row, seal: (text: string) => string): unknown {
  const type = variable.internal_type ?? ''
  if (type === 'reference' && variable.reference && !isRef(value) && asText(value))
    return refTo(variable.reference, asText(value))
  if (type === 'password2') return seal(asText(value))
  if (type === 'integer' && asText(value) !== '') return Number(asText(value))
  if (type === 'boolean') return ['true', '1'].includes(asText(value)) ? 'true' : 'false'
  return value
}

function runStep(
  context: ActionContext,
  definition: Row,
  step: Row,
  pill: (text: string) => unknown,
): Record<string, unknown> {
  const { records } = context.session
  const id = step.sys_id ?? ''
  const title = `${definition.name} / ${step.label}`
  if (step.step_type !== scriptStep.type)
    throw new StepFailed(`${title}: a step of type ${step.step_type} is not run here`)
  const inputs: Record<string, unknown> = {}
  for (const input of records.find('sys_hub_step_ext_input', `model=${id}`)) {
    const name = input.element ?? ''
    const text = mapping(records, `var__m_sys_hub_step_ext_input_${id}`, id, name) ?? input.default_value ?? ''
    const value = filled(text, pill)
    inputs[name] = isRef(value) ? asText(value) : value
  }
  const outputs: Record<string, unknown> = {}
  const script =
    records.find('sys_variable_value', `document_key=${id}^variable=${scriptStep.script}`, { limit: 1 })[0]?.value ?? ''
  const source = { table: 'sys_hub_step_instance', id, name: title }
  try {
    runScript(context.session, {
      scope: scopeNameOf(context.session, definition),
      source,
      script,
      given: { inputs, outputs },
    })
  } catch (error) {
    if (step.error_handling_type === '2') return { __step_status__: { code: 1, message: explain(error) } }
    throw new StepFailed(`${title}: ${explain(error)}`, { cause: error })
  }
  return { ...plain(outputs), __step_status__: { code: 0, message: '' } }
}

/** Outputs of a script as data: what is a GlideElement or the like becomes its text. */
function plain(outputs: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(outputs, (_name, value) => (typeof value === 'bigint' ? String(value) : value)),
  ) as Record<string, unknown>
}

function mapping(records: Records, table: string, id: string, field: string): string | undefined {
  return records.find('sys_element_mapping', `table=${table}^id=${id}^field=${field}`, { limit: 1 })[0]?.value
}

function filled(text: string, pill: (text: string) => unknown): unknown {
  const alone = /^\{\{([^{}]+)\}\}$/.exec(text)
  if (alone?.[1]) return pill(alone[1])
  return text.replace(/\{\{([^{}]+)\}\}/g, (_whole, name: string) => asText(pill(name)))
}

/** `action.model`, `step[cid].price`. */
function actionPill(records: Records, text: string, inputs: Record<string, unknown>, results: StepResults): unknown {
  const name = text.split('|')[0] ?? ''
  const step = /^step\[([^\]]+)\]\.?(.*)$/.exec(name)
  if (step) return walk(records, results[step[1] ?? ''], (step[2] ?? '').split('.').filter(Boolean))
  const [head, ...path] = name.split('.')
  if (head !== 'action') throw new StepFailed(`The data pill {{${text}}} names nothing in this action`)
  return walk(records, inputs[path[0] ?? ''], path.slice(1))
}
