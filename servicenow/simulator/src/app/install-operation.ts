import { flowFaults } from '../flow/flow-faults.ts'
import { planSchedules } from '../runtime/schedule.ts'
import { system } from '../store/open-records.ts'
import { registerOperation } from '../store/operations.ts'
import type { Records } from '../store/records.ts'
import { loadPackage } from './load-package.ts'
import { BadPackage, readPackage } from './read-package.ts'

export type InstallInput = { zip: Uint8Array; tracker: string; loadDemo: boolean }

/** Installs a package and says on the tracker how it went: state 2 for done, 3 for failed. */
export function installPackage(records: Records, input: InstallInput): void {
  const tell = (values: Readonly<Record<string, string>>) =>
    records.update('sys_execution_tracker', input.tracker, values, system, { withoutRules: true })
  tell({ state: '1', percent_complete: '10', message: 'Installing' })
  try {
    const loaded = loadPackage(records, readPackage(input.zip), input.loadDemo)
    planSchedules(records)
    const count = loaded.warnings.length
    const note = count === 0 ? '' : ` with ${count} warning${count === 1 ? '' : 's'}: ${loaded.warnings.join(' | ')}`
    tell({
      state: '2',
      percent_complete: '100',
      message: `${loaded.scope} ${loaded.version} installed${note}`,
      source: loaded.app,
    })
  } catch (error) {
    const message = error instanceof BadPackage ? error.message : `The package could not be installed: ${String(error)}`
    tell({ state: '3', percent_complete: '100', message })
  }
}

export type ActivateInput = { flows: readonly string[]; actions: readonly string[] }
export type Activation = { sys_id: string; flow_name: string; status: 'success' | 'error'; message: string }

/** Publishes flows and actions. One with a step that nothing here can run stays a draft, and the answer names the step. */
export function activateFlows(records: Records, input: ActivateInput): Activation[] {
  const results = input.flows.map((id): Activation => {
    const flow = records.get('sys_hub_flow', id)
    if (!flow) return { sys_id: id, flow_name: id, status: 'error', message: 'There is no such flow.' }
    const faults = flowFaults(records, flow)
    if (faults.length > 0)
      return { sys_id: id, flow_name: flow.name ?? '', status: 'error', message: faults.join('; ') }
    records.update('sys_hub_flow', id, { active: 'true', status: 'published' }, system, { withoutRules: true })
    return { sys_id: id, flow_name: flow.name ?? '', status: 'success', message: 'Flow activated' }
  })
  for (const id of input.actions)
    records.update('sys_hub_action_type_definition', id, { state: 'published' }, system, { withoutRules: true })
  planSchedules(records)
  return results
}

registerOperation('app.install', installPackage)
registerOperation('app.activate_flows', activateFlows)
