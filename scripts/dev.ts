import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { contractorPassword, employees, ldapPassword } from '@hallpass/counterparts/acme'
import { isPortFree } from '@hallpass/counterparts/free-port'
import { buildPortal } from './build-portal.ts'
import { forgetSampleCompany, startSampleCompany } from './sample-company.ts'
import { cloneFolder } from './service-process.ts'

/**
 * `npm start`: the sample company, on loopback, with everything it needs; Ctrl-C ends all of it. `-- --fresh` begins anew,
 * `-- --servicenow` has an instance of ServiceNow beside it, played by the simulator, with the app built and installed.
 */
const folder = join(cloneFolder, '.sample')
if (process.argv.includes('--fresh')) forgetSampleCompany(folder)
const isFirst = !existsSync(join(folder, 'ports.json'))

say(isFirst ? 'Setting up Acme, the sample company …' : 'Starting Acme, the sample company …')
await buildPortal()
const company = await startSampleCompany({
  folder,
  withWindows: true,
  ...(isFirst ? { ...(await usual('port', 8080)), ...(await usual('mailboxPort', 8025)) } : {}),
})
// Read only when asked for: it is half as much code again as all the rest.
const other = process.argv.includes('--servicenow') ? await import('./servicenow-company.ts') : null
const servicenow = other ? await other.startServiceNow(company, { folder }) : null

const people = ['molly', 'marcus', 'fiona', 'dora', 'ivan', 'axel'].map((login) =>
  employees.find((person) => person.login === login),
)
say(`
Hallpass is ready.

  Portal    ${company.url}
  Mailbox   ${company.mailbox.url}   every mail the service sends
  App       ${company.scimApp.url}   the app that accounts are made in

  Sign in as${people.map((person) => `\n    ${person?.login.padEnd(8)} ${person?.displayName}, ${person?.title}`).join('')}
    carla    Carla Núñez, contractor${company.samba ? '\n    wendy    Wendy Alder, Logistics Planner, in Active Directory\n    hana     Hana Kovář, Head of Warehouse, who approves for her' : ''}

  Password  ${ldapPassword}   (contractors: ${contractorPassword})
${servicenow ? `\n  ServiceNow  ${servicenow.url}/sp   the same people, password ${other?.serviceNowPassword}\n` : ''}${company.slapd ? '' : '\n  OpenLDAP is not installed, so all of Acme lives in built-in directories.\n  To see a real directory: apt-get install slapd ldap-utils, then npm start -- --fresh\n'}
Press Ctrl-C to stop. The data stays in .sample; "npm start -- --fresh" begins anew.`)

let isStopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (isStopping) return
    isStopping = true
    await company.stop()
    await servicenow?.stop()
    process.exit(0)
  })
}

/** The usual port where it is free; left out it becomes any. */
async function usual<N extends string>(name: N, port: number): Promise<{ [key in N]?: number }> {
  return (await isPortFree(port)) ? ({ [name]: port } as { [key in N]: number }) : {}
}

function say(text: string): void {
  console.log(text)
}
