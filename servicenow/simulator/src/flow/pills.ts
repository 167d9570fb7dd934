import { standingOn } from '../glide/glide-record.ts'
import { parseQuery, type Query } from '../query/parse-query.ts'
import { runBody, scopeNameOf } from '../runtime/run-script.ts'
import type { Session } from '../runtime/session.ts'
import type { FlowPlan, Input } from './read-flow.ts'
import type { RunData } from './run-data.ts'
import { stepName } from './step-names.ts'
import { asText, isRef, walk } from './values.ts'

export type Pills = {
  /** What a pill's text, without its braces, stands for. */
  pill(text: string): unknown
  /** An input's value: of one pill alone whatever it is, else the text with its pills filled in. */
  input(input: Input | undefined): unknown
  /** The same to be kept rather than used: a secret stays sealed. */
  kept(input: Input | undefined): unknown
  text(input: Input | undefined): string
  fill(text: string): unknown
  /** `state=3^work_notes={{…}}^EQ` as columns and values. */
  template(input: Input | undefined): Record<string, string>
  /** An encoded query whose values are pills; what a pill holds cannot become a condition. */
  query(text: string): Query
}

const onePill = /^\{\{([^{}]+)\}\}$/
const anyPill = /\{\{([^{}]+)\}\}/g

export function openPills(session: Session, plan: FlowPlan, data: RunData): Pills {
  const { records } = session
  const pills: Pills = {
    pill(text) {
      const [head = '', ...path] = (text.split('|')[0] ?? '').trim().split('.')
      if (head === 'static') return path.join('.')
      if (head === 'subflow') return walk(records, data.inputs[path[0] ?? ''], path.slice(1))
      if (head === 'flow_variable') return walk(records, data.variables[path[0] ?? ''], path.slice(1))
      if (plan.steps.has(head)) return walk(records, data.results[head]?.[path[0] ?? ''], path.slice(1))
      if (/^(trigger|.+_1)$/.test(head)) return walk(records, data.trigger[path[0] ?? ''], path.slice(1))
      throw new Error(`The data pill {{${text}}} names nothing in this flow`)
    },
    fill(text) {
      const alone = onePill.exec(text)
      if (alone?.[1]) return masked(pills.pill(alone[1]))
      return text.replace(anyPill, (_whole, name: string) => asText(masked(pills.pill(name))))
    },
    input(input) {
      const value = pills.kept(input)
      // Only an input that is itself a secret is given one; the platform lets nobody put it anywhere else.
      return input?.type === 'password2' ? opened(value) : masked(value)
    },
    kept(input) {
      if (!input) return undefined
      if (input.script) return computed(input.script, input.name)
      if (typeof input.value !== 'string') return input.value
      const alone = onePill.exec(input.value)
      return alone?.[1] ? pills.pill(alone[1]) : pills.fill(input.value)
    },
    text: (input) => asText(pills.input(input)),
    template(input) {
      const given = input?.value as string | { text: string; scripts: Record<string, string> } | undefined
      const text = input?.script
        ? asText(computed(input.script, input.name))
        : typeof given === 'object'
          ? given.text
          : (given ?? '')
      const values: Record<string, string> = {}
      for (const piece of text.split('^')) {
        const at = piece.indexOf('=')
        if (at > 0 && piece !== 'EQ') values[piece.slice(0, at)] = asText(pills.fill(piece.slice(at + 1)))
      }
      if (typeof given === 'object')
        for (const [name, script] of Object.entries(given.scripts)) values[name] = asText(computed(script, name))
      return values
    },
    query(text) {
      const held: string[] = []
      const marked = text.replace(anyPill, (_whole, name: string) => `\uE000${held.push(name) - 1}\uE001`)
      const query = parseQuery(marked)
      const real = (value: string) =>
        value.replace(/\uE000(\d+)\uE001/g, (_all, at) => asText(pills.pill(held[Number(at)] ?? '')))
      const groups = query.groups.map((group) =>
        group.map((place) => place.map((one) => ({ ...one, value: real(one.value) }))),
      )
      return { ...query, groups }
    },
  }
  return pills

  /** Values of password2 travel sealed in the run's data and are opened where a step uses them. */
  function opened(value: unknown): unknown {
    return isSealed(value) ? records.secrets.open(value) : value
  }

  function masked(value: unknown): unknown {
    return isSealed(value) ? '' : value
  }

  /** An inline script sees the flow's data as `fd_data` and returns the value. */
  function computed(script: string, name: string): unknown {
    const source = { table: 'sys_hub_flow', id: plan.flow.sys_id ?? '', name: `${plan.flow.name} (${name})` }
    return runBody(session, { scope: scopeNameOf(session, plan.flow), source, script, given: { fd_data: flowData() } })
  }

  function flowData(): Record<string, unknown> {
    const steps = Object.entries(data.results).map(([uiId, result]) => {
      const step = plan.steps.get(uiId)
      return [step ? `_${step.order}__${stepName(records, step)}` : uiId, asRecords(result)]
    })
    return {
      trigger: asRecords(data.trigger),
      subflow_inputs: asRecords(data.inputs),
      flow_var: asRecords(data.variables),
      ...Object.fromEntries(steps),
    }
  }

  function asRecords(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (isRef(value)) {
          const row = records.get(value.$table, value.$id)
          return [name, row ? standingOn(row.sys_class_name || value.$table, records, row) : null]
        }
        return [name, masked(value)]
      }),
    )
  }
}

function isSealed(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('sealed:')
}
