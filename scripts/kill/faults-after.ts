import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { type ApiClient, apiClient } from '../api-client.ts'
import type { SampleCompany } from '../sample-company.ts'
import { cloneFolder } from '../service-process.ts'
import type { Chain } from './chain.ts'

type Tracker = {
  request: { id: string; state: string }
  stages: { approvals: { state: string; person: { id: string } }[] }[]
}

/** What is wrong after the kills, one sentence each; nothing when every promise held. */
export async function faultsAfter(company: SampleCompany, chains: Chain[]): Promise<string[]> {
  const faults: string[] = []
  const admin = apiClient(() => company.url)
  await admin.signIn('ivan', castPerson('ivan').password)

  for (const chain of chains) faults.push(...(await requestFaults(chain)))
  faults.push(...(await accountFaults(company, chains)))

  const { counts } = await admin.get<{ counts: Record<string, number> }>('/api/jobs')
  if (counts.dead) faults.push(`${counts.dead} jobs are dead`)

  const verify = spawnSync(process.execPath, [join(cloneFolder, 'identity/src/cli/main.ts'), 'audit', 'verify'], {
    env: { ...process.env, ...company.environment },
    encoding: 'utf8',
  })
  if (verify.status !== 0) faults.push(`the trail does not verify: ${verify.stdout}${verify.stderr}`)
  return faults
}

/** Every request ended once, fulfilled, and each stage was approved by somebody else. */
async function requestFaults(chain: Chain): Promise<string[]> {
  const faults: string[] = []
  const { items } = await chain.client.get<{ items: { id: string; state: string }[] }>('/api/requests?limit=200')
  for (const { id } of items) {
    const { request, stages } = await chain.client.get<Tracker>(`/api/requests/${id}`)
    if (request.state !== 'fulfilled') faults.push(`request ${id} of ${chain.login} is ${request.state}`)
    for (const stage of stages) {
      const approved = stage.approvals.filter((approval) => approval.state === 'approved')
      if (approved.length !== 1) faults.push(`a stage of ${id} has ${approved.length} approvals`)
    }
  }
  return faults
}

/** One account a person in the app itself, active exactly when the person holds the role. */
async function accountFaults(company: SampleCompany, chains: Chain[]): Promise<string[]> {
  const deadline = Date.now() + 30_000
  let faults: string[] = []
  do {
    const users = await company.scimApp.users()
    faults = []
    for (const chain of chains) {
      const mine = users.filter((user) => user.userName === castPerson(chain.login).mail)
      if (mine.length !== 1) faults.push(`${chain.login} has ${mine.length} accounts`)
      const { items } = await chain.client.get<{ items: { state: string; role: { name: string } }[] }>('/api/me/grants')
      const isHeld = items.some((grant) => grant.role.name === 'Salesforce users' && grant.state === 'active')
      if (mine[0] && mine[0].active !== isHeld)
        faults.push(
          `${chain.login}'s account is ${mine[0].active ? 'active' : 'inactive'}, access is ${isHeld ? 'held' : 'not held'}`,
        )
    }
    if (faults.length > 0) await new Promise((resolve) => setTimeout(resolve, 250))
  } while (faults.length > 0 && Date.now() < deadline)
  return faults
}

/** Why people were not let in, of the newest hundred: for whoever looks why a story did not go on. */
export async function refusedSignIns(admin: ApiClient): Promise<string> {
  type Entry = { after: { because?: string } | null }
  const { items } = await admin.get<{ items: Entry[] }>('/api/trail?action=sign_in.refused&limit=100')
  const reasons = Map.groupBy(items, ({ after }) => after?.because ?? 'unknown')
  const counted = [...reasons].map(([because, entries]) => `${because} ${entries.length}`)
  return `sign-ins refused: ${counted.join(', ') || 'none'}`
}
