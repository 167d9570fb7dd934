import { customAction } from '../flow/custom-action.ts'
import { cancelFlow, sendMessage } from '../flow/message.ts'
import { openPills } from '../flow/pills.ts'
import type { FlowPlan } from '../flow/read-flow.ts'
import type { RunData } from '../flow/run-data.ts'
import { advanceFlow } from '../flow/run-flow.ts'
import { startSubflow } from '../flow/start-flow.ts'
import { snake } from '../flow/step-names.ts'
import { isRef } from '../flow/values.ts'
import { asSource, noSource, type Session } from '../runtime/session.ts'
import type { Row } from '../store/records.ts'
import { loaded } from './glide-record.ts'

type Inputs = Record<string, unknown>

/** sn_fd.FlowAPI: what scripts may do with flows. */
export function flowApi(session: Session) {
  const { records } = session
  const inBackground = (name: string, inputs: Inputs = {}) => startSubflow(session, name, inputs)
  const inForeground = (name: string, inputs: Inputs = {}) => runNow(session, name, inputs)
  const outputs = (contextId: string): Inputs => {
    const text = records.get('sys_flow_context', contextId)?.outputs
    return scriptValues(session, JSON.parse(text || '{}') as Inputs)
  }
  const finished = (contextId: string): Inputs => {
    const run = records.get('sys_flow_context', contextId)
    if (run?.state === 'ERROR') throw new Error(run.error_message ?? 'The flow failed')
    return outputs(contextId)
  }

  class FlowRunner {
    #kind: 'subflow' | 'action' = 'subflow'
    #name = ''
    #inputs: Inputs = {}
    #isForeground = true
    subflow(name: string): FlowRunner {
      this.#name = name
      return this
    }
    flow(name: string): FlowRunner {
      return this.subflow(name)
    }
    action(name: string): FlowRunner {
      this.#kind = 'action'
      this.#name = name
      return this
    }
    inForeground(): FlowRunner {
      this.#isForeground = true
      return this
    }
    inBackground(): FlowRunner {
      this.#isForeground = false
      return this
    }
    withInputs(inputs: Inputs): FlowRunner {
      this.#inputs = { ...inputs }
      return this
    }
    addInput(name: string, value: unknown): FlowRunner {
      this.#inputs[name] = value
      return this
    }
    timeout(): FlowRunner {
      return this
    }
    quick(): FlowRunner {
      return this
    }
    run() {
      if (this.#kind === 'action') {
        const result = executeAction(this.#name, this.#inputs)
        return { getContextId: () => '', getOutputs: () => result, getFlowObjectName: () => this.#name }
      }
      const start = this.#isForeground ? inForeground : inBackground
      const contextId = start(this.#name, this.#inputs)
      return {
        getContextId: () => contextId,
        getOutputs: () => finished(contextId),
        getFlowObjectName: () => this.#name,
      }
    }
  }

  return {
    FlowAPI: {
      getRunner: () => new FlowRunner(),
      startSubflow: inBackground,
      startSubflowQuick: inBackground,
      startFlow: inBackground,
      startFlowQuick: inBackground,
      executeSubflow: (name: string, inputs?: Inputs) => finished(inForeground(name, inputs)),
      executeSubflowQuick: (name: string, inputs?: Inputs) => finished(inForeground(name, inputs)),
      executeFlow: (name: string, inputs?: Inputs) => void finished(inForeground(name, inputs)),
      executeAction,
      executeActionQuick: executeAction,
      getOutputs: outputs,
      getState: (contextId: string) => records.get('sys_flow_context', contextId)?.state ?? '',
      getErrorMessage: (contextId: string) => records.get('sys_flow_context', contextId)?.error_message ?? '',
      sendMessage: (contextId: string, message: string, payload?: string) =>
        void sendMessage(records, String(contextId), String(message), String(payload ?? '')),
      cancel: (contextId: string, reason?: string) =>
        cancelFlow(records, String(contextId), reason ?? 'Cancelled by a script'),
      nudgeFlow: (contextId: string) => {
        advanceFlow(session, contextId)
        return true
      },
    },
  }

  function executeAction(name: string, inputs: Inputs = {}): Inputs {
    const own = name.includes('.') ? name.slice(name.indexOf('.') + 1) : name
    const definition = records
      .find('sys_hub_action_type_definition', 'active=true')
      .find((row) => row.sys_id === name || row.internal_name === own || snake(row.name ?? '') === own)
    if (!definition) throw new Error(`There is no action ${name}`)
    return runAlone(session, definition, inputs)
  }
}

/** A subflow in this transaction, as far as it goes. */
function runNow(session: Session, name: string, inputs: Inputs): string {
  const contextId = startSubflow(session, name, inputs, { isForeground: true })
  asSource(session, session.scope, noSource, () => advanceFlow(session, contextId))
  return contextId
}

/** An action outside of any flow: its inputs are given as they are. */
function runAlone(session: Session, definition: Row, given: Inputs): Inputs {
  const plan: FlowPlan = { flow: definition, children: new Map(), steps: new Map(), stages: [] }
  const data: RunData = { trigger: {}, inputs: {}, variables: {}, outputs: {}, results: {}, threads: [], stage: '' }
  const pills = openPills(session, plan, data)
  const input = (name: string) => ({ name, value: given[name], type: '', script: '' })
  const outcome = customAction(definition)({
    session,
    who: session.who,
    context: { sys_id: session.flowContext },
    plan,
    data,
    pills: { ...pills, input: (one) => one?.value },
    step: { kind: 'unknown', uiId: '', order: 0, parent: '', inputs: [], definition: '' },
    input,
    text: (name) => String(given[name] ?? ''),
    isOn: (name) => String(given[name]) === 'true',
  })
  return scriptValues(session, outcome.outputs ?? {})
}

function scriptValues(session: Session, values: Inputs): Inputs {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isRef(value) ? loaded(value.$table, session.records, value.$id) : value,
    ]),
  )
}
