import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { cloneFolder } from '../service-process.ts'
import type { Orderer } from './servicenow-order.ts'
import type { Pair } from './servicenow-pair.ts'

/** What is wrong after the kills, one sentence each; nothing when every order ended once, on both sides. */
export async function servicenowFaults(pair: Pair, orderers: readonly Orderer[]): Promise<string[]> {
  const faults: string[] = []
  for (const orderer of orderers) {
    for (const item of orderer.items) faults.push(...(await itemFaults(pair, orderer.login, item)))
    faults.push(...(await requestFaults(orderer)))
    faults.push(...(await accountFaults(pair, orderer)))
  }
  // Hours have passed by the clocks that were moved: whoever set all this up is signed out long since.
  const ivan = castPerson('ivan')
  await pair.administrator.signIn(ivan.login, ivan.password)
  const { counts } = await pair.administrator.get<{ counts: Record<string, number> }>('/api/jobs')
  if (counts.dead) faults.push(`${counts.dead} jobs are dead`)
  const { items } = await pair.administrator.get<{ items: { waiting: number }[] }>('/api/servicenow/connections')
  if (items[0]?.waiting) faults.push(`${items[0].waiting} answers were never taken by ServiceNow`)
  const verify = spawnSync(process.execPath, [join(cloneFolder, 'identity/src/cli/main.ts'), 'audit', 'verify'], {
    env: { ...process.env, ...pair.company.environment },
    encoding: 'utf8',
  })
  if (verify.status !== 0) faults.push(`the trail does not verify: ${verify.stdout}${verify.stderr}`)
  return faults
}

/** In ServiceNow: closed complete, said so once, approved by two, asked of Hallpass once, one access noted. */
async function itemFaults(pair: Pair, login: string, item: string): Promise<string[]> {
  const faults: string[] = []
  const [row] = await pair.rows('sc_req_item', `sys_id=${item}`, 'number,state')
  const name = `${row?.number} of ${login}`
  if (row?.state !== '3') faults.push(`${name} ended in state ${row?.state}`)
  const many = async (what: string, table: string, query: string, wanted: number) => {
    const found = (await pair.rows(table, query, 'sys_id')).length
    if (found !== wanted) faults.push(`${name} has ${found} ${what}, not ${wanted}`)
  }
  const said = `element_id=${item}^element=comments^valueLIKEready to use`
  await many('last words', 'sys_journal_field', said, 1)
  await many('approved stages', 'x_hlps_access_stage', `request_item=${item}^state=approved`, 2)
  // A stage that any of several may approve may be approved by two at one instant; nobody is asked twice.
  // A question that was withdrawn, because whatever asked it was killed before it could wait for the answer, is none; also
  // where the answer was on its way just then and stands on it. The stage notes which those were, and counts none of them.
  const stages = await pair.rows('x_hlps_access_stage', `request_item=${item}`, 'again')
  const withdrawn = new Set(stages.flatMap(({ again = '' }) => again.split(',')))
  const live = `sysapproval=${item}^state!=not_required`
  const rows = await pair.rows('sysapproval_approver', live, 'sys_id,approver.user_name')
  const asked = rows.filter(({ sys_id = '' }) => !withdrawn.has(sys_id))
  const names = asked.map((each) => each['approver.user_name'] ?? '')
  if (new Set(names).size !== names.length) faults.push(`${name} asked somebody twice: ${names.join(', ')}`)
  await many('calls to Hallpass', 'x_hlps_access_call', `request_item=${item}^kind=fulfilment`, 1)
  await many('revocations', 'x_hlps_access_call', `request_item=${item}^kind=revocation`, 0)
  await many('accesses noted', 'x_hlps_access_grant', `request_item=${item}`, 1)
  await many('tasks for the desk', 'sc_task', `request_item=${item}`, 0)
  return faults
}

/** In Hallpass: as many requests as items, all fulfilled. */
async function requestFaults({ client, login, items }: Orderer): Promise<string[]> {
  await client.signIn(login, castPerson(login).password)
  const found = await client.get<{ items: { id: string; state: string }[] }>('/api/requests?limit=200')
  const faults = found.items
    .filter(({ state }) => state !== 'fulfilled')
    .map(({ id, state }) => `request ${id} of ${login} is ${state}`)
  if (found.items.length !== items.length)
    faults.push(`${login} has ${found.items.length} requests for ${items.length} items`)
  return faults
}

/** In the app: one account, active exactly when the access is held. */
async function accountFaults(pair: Pair, { client, login }: Orderer): Promise<string[]> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const mine = (await pair.company.scimApp.users()).filter((user) => user.userName === castPerson(login).mail)
    const { items } = await client.get<{ items: { state: string; role: { name: string } }[] }>('/api/me/grants')
    const isHeld = items.some(({ role, state }) => role.name === 'Salesforce users' && state === 'active')
    const faults: string[] = []
    if (mine.length !== 1) faults.push(`${login} has ${mine.length} accounts`)
    if (mine[0] && mine[0].active !== isHeld)
      faults.push(
        `${login}'s account is ${mine[0].active ? 'active' : 'inactive'}, access is ${isHeld ? '' : 'not '}held`,
      )
    if (faults.length === 0 || Date.now() > deadline) return faults
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
