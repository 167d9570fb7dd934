import { readFileSync } from 'node:fs'
import { caller } from '../rest/testing-caller.ts'
import { administrator } from '../seed/base-system.ts'
import { companyPassword } from '../seed/company.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../start-simulator.ts'
import { movableClock } from '../store/clock.ts'
import { system } from '../store/open-records.ts'

export const loansZip = readFileSync(new URL('./loans/equipment-loans.zip', import.meta.url))
export const laptopItem = '4ec603e12a19420daf9a209af88be9f2'

export type Loans = {
  simulator: Simulator
  as(login: string): ReturnType<typeof caller>
  /** Runs a script of the app's scope, as Scripts - Background does. */
  script(text: string, scope?: string): Promise<unknown>
  userId(login: string): string
  /** Puts the clock on by minutes and waits until what has become due is done. */
  later(minutes: number): Promise<void>
}

/** A simulator with the app of equipment loans installed and its flows published; its clock stands at a Monday, 09:00. */
export async function startWithLoans(options: SimulatorOptions = {}): Promise<Loans> {
  const clock = options.clock ?? movableClock({ start: new Date('2026-03-02T09:00:00Z') })
  const simulator = await startSimulator({ basicAuth: 'open', ...options, clock })
  const isThere = simulator.records.find('sys_scope', 'scope=x_acme_loans').length > 0
  if (!isThere) await install(simulator, loansZip)
  return loansOf(simulator)
}

/** Installs a package as the upload does, and publishes all flows. @returns what the progress says */
export async function install(simulator: Simulator, zip: Uint8Array): Promise<string> {
  const made = simulator.records.insert('sys_execution_tracker', { name: 'test' }, system)
  const tracker = 'row' in made ? (made.row.sys_id ?? '') : ''
  const act = (name: string, input: unknown) =>
    simulator.runtime.executor.perform({ kind: 'operation', name, input, who: system })
  await act('app.install', { zip, tracker, loadDemo: false })
  const flows = simulator.records.find('sys_hub_flow', '').map((row) => row.sys_id)
  await act('app.activate_flows', { flows, actions: [] })
  return simulator.records.get('sys_execution_tracker', tracker)?.message ?? ''
}

function loansOf(simulator: Simulator): Loans {
  const passwordOf = (login: string) => (login === administrator.userName ? administrator.password : companyPassword)
  return {
    simulator,
    as: (login) => caller(simulator.url, login, passwordOf(login)),
    script: (text, scope = 'x_acme_loans') =>
      simulator.runtime.executor.perform({
        kind: 'operation',
        name: 'script.background',
        input: { script: text, scope },
        who: system,
      }),
    userId: (login) => simulator.records.find('sys_user', `user_name=${login}`)[0]?.sys_id ?? '',
    async later(minutes) {
      simulator.clock.advance(minutes * 60_000)
      await simulator.runtime.settle()
    },
  }
}
