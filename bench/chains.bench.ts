import { castPerson, ldapPassword } from '@hallpass/counterparts/acme'
import { type PromptScim, startPromptScim } from '@hallpass/counterparts/prompt-scim'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { boundOfChains } from './bound-chains.ts'
import { withCompany } from './company.ts'
import { type CpuMark, cpuBetween, isPostgres, markCpu } from './cpu.ts'
import { type FastClient, fastClient } from './fast-client.ts'
import { type Bench, type Figure, figure, load, percentile } from './figure.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'

const chains = { warmUp: 60, saturated: 400, half: 150 }
const people = chains.warmUp + chains.saturated + chains.half
/** Who is left for the bound, which signs nobody in. */
const boundPeople = 500
const atOnce = 16
const goal = { chainsPerSecond: 100, accountMs: 250 }

type House = {
  company: SampleCompany
  scim: PromptScim
  mail: MailSink
  roleId: string
  approvers: [FastClient, FastClient]
}
type Requester = { personId: string; client: FastClient }

/**
 * Request, two approvals, account: through the API as people use it, every mail sent, every entry of the trail written.
 * Beside it what the same rows cost with prepared statements in one file.
 */
export const bench: Bench = {
  name: 'chains',
  async run() {
    const [scim, mail] = await Promise.all([startPromptScim(), startMailSink()])
    try {
      const environment = { HALLPASS_SMTP_URL: mail.url }
      return await withCompany({ extraPeople: people + boundPeople, scim, environment }, async (company) => {
        const finance = await signedIn(company, 'frank', 2)
        const house: House = {
          company,
          scim,
          mail,
          roleId: await roleToAskFor(finance),
          approvers: [await signedIn(company, 'diana', 1), finance],
        }
        return measure(house)
      })
    } finally {
      await Promise.all([scim.stop(), mail.stop()])
    }
  },
}

async function measure(house: House): Promise<Figure[]> {
  const requesters = await signInAll(house.company)
  const take = (count: number) => requesters.splice(0, count)
  await saturate(house, take(chains.warmUp))
  const busy = await saturate(house, take(chains.saturated))
  const ratePerSecond = busy.perSecond / 2
  const waits = await atRate(house, take(chains.half), ratePerSecond)
  const bound = await boundOfChains(house.company.environment, house.roleId)
  const count = `${chains.saturated} chains, ${atOnce} people at once`
  return [
    figure({
      name: 'chains-per-second',
      value: busy.perSecond,
      limit: goal.chainsPerSecond,
      goal: 1,
      unit: '/s',
      note: `${count}; CPU a chain: ${busy.cpu}`,
    }),
    figure({
      name: 'chains-of-bound',
      value: busy.perSecond,
      limit: bound.perSecond,
      goal: 0.1,
      unit: '/s',
      note: `the limit writes and reads what a chain needs, prepared, ${bound.statements} statements in ${bound.transactions} transactions, no mail, no app`,
    }),
    figure({
      name: 'chains-account-p95',
      value: percentile(waits, 0.95),
      limit: goal.accountMs,
      goal: 1,
      unit: 'ms',
      lowerIsBetter: true,
      note: `from sending the last approval until the app has made the account; ${waits.length} chains, ${ratePerSecond.toFixed(1)}/s; median ${percentile(waits, 0.5).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms`,
    }),
  ]
}

/** As many chains as go through: the time counts until the last account is made. */
async function saturate(house: House, who: Requester[]): Promise<{ perSecond: number; cpu: string }> {
  const before = markCpu()
  const ownBefore = process.cpuUsage()
  const startedAt = Date.now()
  await load(who.length, atOnce, async (n) => void (await runChain(house, who[n] as Requester)))
  const madeAt = await untilMade(house.scim, who)
  const endedAt = Math.max(...madeAt.values())
  const own = process.cpuUsage(ownBefore)
  const each = (ms: number) => `${(ms / who.length).toFixed(1)} ms`
  const cpu = `${describeCpu(house, before, markCpu(), each)}, load generator ${each((own.user + own.system) / 1000)}`
  return { perSecond: who.length / ((endedAt - startedAt) / 1000), cpu }
}

/** Chains begun at a steady rate, whatever becomes of the earlier ones. Milliseconds from last approval to account. */
async function atRate(house: House, who: Requester[], perSecond: number): Promise<number[]> {
  const approvedAt = new Map<string, number>()
  const startedAt = performance.now()
  await Promise.all(
    who.map(async (requester, n) => {
      const dueMs = Math.max(0, startedAt + (n * 1000) / perSecond - performance.now())
      await new Promise((resolve) => setTimeout(resolve, dueMs))
      approvedAt.set(requester.personId, await runChain(house, requester))
    }),
  )
  const madeAt = await untilMade(house.scim, who)
  return who.map(({ personId }) => (madeAt.get(personId) ?? Number.NaN) - (approvedAt.get(personId) ?? Number.NaN))
}

/** Answers when the last approval was sent. */
async function runChain({ roleId, approvers }: House, { client }: Requester): Promise<number> {
  const asked = await client.post<{ items: [{ request: { id: string } }] }>('/api/requests', {
    items: [{ roleId, durationDays: 30 }],
    reason: 'Measuring how fast this is',
  })
  const path = `/api/requests/${asked.items[0].request.id}/approve`
  const [manager, finance] = approvers
  await manager.post(path, { stage: 0 })
  const sentAt = Date.now()
  await finance.post(path, { stage: 1 })
  return sentAt
}

async function untilMade(scim: PromptScim, who: Requester[]): Promise<Map<string, number>> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    const { madeAt } = await scim.stats()
    const mine = who.flatMap(({ personId }) => (madeAt[personId] ? [[personId, madeAt[personId]] as const] : []))
    if (mine.length === who.length) return new Map(mine)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Not every account was made within two minutes.')
}

async function signInAll(company: SampleCompany): Promise<Requester[]> {
  const requesters: Requester[] = []
  await load(people, 8, async (n) => {
    const login = `person-${String(n + 1).padStart(6, '0')}`
    const client = await signedIn(company, login, n + 10)
    const { person } = await client.get<{ person: { id: string } }>('/api/session')
    requesters.push({ personId: person.id, client })
  })
  return requesters
}

async function signedIn(company: SampleCompany, login: string, n: number): Promise<FastClient> {
  const client = fastClient(company.url, n)
  await client.signIn(login, login.startsWith('person-') ? ldapPassword : castPerson(login).password)
  return client
}

async function roleToAskFor(client: FastClient): Promise<string> {
  const { items } = await client.get<{ items: { roleId: string; name: string }[] }>('/api/catalog?q=Salesforce')
  const role = items.find((item) => item.name === 'Salesforce users')
  if (!role) throw new Error('The sample has no role called Salesforce users.')
  return role.roleId
}

function describeCpu(house: House, before: CpuMark, after: CpuMark, each: (ms: number) => string): string {
  const ofService = (isMeant: (command: string) => boolean) =>
    cpuBetween(before, after, house.company.service.pid, isMeant)
  const service = ofService((command) => !isPostgres(command))
  const others = cpuBetween(before, after, house.scim.pid) + cpuBetween(before, after, house.mail.pid)
  return `service ${each(service)}, PostgreSQL ${each(ofService(isPostgres))}, app and mail server ${each(others)}`
}
