import { afterAll } from 'vitest'
import { administrator } from '../seed/base-system.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { tableApiConformance } from './table-api-conformance.ts'

let simulator: Simulator | undefined
afterAll(() => simulator?.stop())

tableApiConformance('the simulator', async () => {
  simulator = await startSimulator()
  return { url: simulator.url, ...administrator }
})

/** A developer instance: SERVICENOW_INSTANCE, and SERVICENOW_USER with SERVICENOW_PASSWORD, or SERVICENOW_TOKEN. */
const { SERVICENOW_INSTANCE, SERVICENOW_USER, SERVICENOW_PASSWORD, SERVICENOW_TOKEN } = process.env
if (SERVICENOW_INSTANCE)
  tableApiConformance(SERVICENOW_INSTANCE, async () => ({
    url: SERVICENOW_INSTANCE.replace(/\/$/, ''),
    ...(SERVICENOW_TOKEN
      ? { userName: SERVICENOW_TOKEN }
      : { userName: SERVICENOW_USER ?? '', password: SERVICENOW_PASSWORD ?? '' }),
  }))
