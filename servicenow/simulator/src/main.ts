import { parseArgs } from 'node:util'
import { administrator } from './seed/base-system.ts'
import { companyPassword } from './seed/company.ts'
import { startSimulator } from './start-simulator.ts'

/** Starts one instance and keeps it running: `node main.ts --port 8090 --data ./instance.db`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8090' },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string' },
    'basic-auth': { type: 'string', default: 'open' },
    'public-url': { type: 'string' },
    'without-company': { type: 'boolean', default: false },
  },
})

const simulator = await startSimulator({
  port: Number(values.port),
  host: values.host,
  basicAuth: values['basic-auth'] === 'restricted' ? 'restricted' : 'open',
  people: values['without-company'] ? 'none' : 'company',
  ...(values.data ? { dataFile: values.data } : {}),
  ...(values['public-url'] ? { publicUrl: values['public-url'] } : {}),
})
console.log(`A simulated ServiceNow instance: ${simulator.url}/sp`)
console.log(`Administrator: ${administrator.userName}, ${administrator.password}`)
if (!values['without-company']) console.log(`Everybody else: molly, marcus, fiona, dora …, ${companyPassword}`)
if (!values.data) console.log('Nothing of it is kept: name a file with --data to keep it.')

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    simulator.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
