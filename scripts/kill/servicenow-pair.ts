import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { type ApiClient, apiClient } from '../api-client.ts'
import { type SampleCompany, startSampleCompany } from '../sample-company.ts'
import { serviceNowAdministrator, serviceNowPassword, startServiceNow } from '../servicenow-company.ts'
import { type SimulatorProcess, startSimulatorProcess, type Who } from './simulator-process.ts'

export type Mode = 'push' | 'pull'

/** Hallpass and ServiceNow, two processes that know each other, and both may be killed. */
export type Pair = {
  company: SampleCompany
  simulator: SimulatorProcess
  /** sys_id of the catalog item "App access". */
  itemId: string
  /** sys_id of "Salesforce users" in the list that the order form offers. */
  appId: string
  administrator: ApiClient
  rows(table: string, query: string, fields: string): Promise<Record<string, string>[]>
  setMode(mode: Mode): Promise<void>
  /** Moves both clocks together: what waits for its next try gets its turn. */
  advanceClocks(milliseconds: number): Promise<void>
  /** Ends Hallpass at once, starts the simulator again while it is away, then Hallpass. `between` looks at what is left. */
  strike(how: 'kill' | 'stop', between: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** As ServiceNow has them; everybody of the company has one password there. */
export const asPerson = (login: string): Who => ({ name: login, password: serviceNowPassword })

export async function startPair(folder: string): Promise<Pair> {
  const company = await startSampleCompany({ folder })
  // Set up beside this process, where its records are at hand; then it is a process like any other.
  const beside = await startServiceNow(company, { folder })
  await beside.stop()
  const simulator = await startSimulatorProcess({
    url: beside.url,
    dataFile: join(folder, 'servicenow.db'),
    logPath: join(folder, 'servicenow.log'),
    administrator: serviceNowAdministrator,
  })
  const rows: Pair['rows'] = (table, query, fields) => {
    const asked = new URLSearchParams({ sysparm_query: query, sysparm_fields: fields, sysparm_limit: '1000' })
    return simulator.call(serviceNowAdministrator, 'GET', `/api/now/table/${table}?${asked}`)
  }
  const ivan = castPerson('ivan')
  const administrator = apiClient(() => company.url)
  const signIn = async () => {
    await administrator.signIn(ivan.login, ivan.password)
    await administrator.post('/api/session/confirm', { password: ivan.password })
  }
  const clockPath = join(folder, 'clock')
  return {
    company,
    simulator,
    administrator,
    rows,
    itemId: beside.itemId,
    appId: await firstApp(rows),
    async setMode(mode) {
      const [property] = await rows('sys_properties', 'name=x_hlps_access.mode', 'sys_id')
      const path = `/api/now/table/sys_properties/${property?.sys_id}`
      await simulator.call(serviceNowAdministrator, 'PATCH', path, { value: mode })
      await signIn()
      const url = '/api/servicenow/connections'
      const { items } = await administrator.get<{ items: { id: string; version: number }[] }>(url)
      const [connection] = items
      await administrator.patch(`${url}/${connection?.id}`, { version: connection?.version, mode, pollSeconds: 5 })
    },
    async advanceClocks(milliseconds) {
      writeFileSync(clockPath, String(offsetIn(clockPath) + milliseconds))
      await simulator.advanceClock(milliseconds)
    },
    async strike(how, between) {
      await company.service.kill()
      await between()
      await simulator.restart(how)
      await company.restartService()
    },
    async stop() {
      await company.stop()
      await simulator.stop()
    },
  }
}

/** The list of apps is sent within seconds of connecting. */
async function firstApp(rows: Pair['rows']): Promise<string> {
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    const [app] = await rows('x_hlps_access_app', 'name=Salesforce users', 'sys_id')
    if (app?.sys_id) return app.sys_id
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The list of apps did not arrive in ServiceNow.')
}

function offsetIn(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8')) || 0
  } catch {
    return 0
  }
}
