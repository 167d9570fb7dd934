import { randomBytes } from 'node:crypto'
import { castPerson } from '@hallpass/counterparts/acme'
import { startPromptScim } from '@hallpass/counterparts/prompt-scim'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { withCompany } from './company.ts'
import { cpuBetween, isPostgres, markCpu } from './cpu.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, type Figure, figure, load, percentile } from './figure.ts'
import { startMailSink } from './mail-sink.ts'
import { connectSnow, ratePerSecond, type SnowDoor } from './snow-door.ts'
import { type Item, type SnowInstance, startSnowInstance } from './snow-instance.ts'

const count = { push: 60, passwords: 60, late: 60, pull: 1000 }
const warmUp = 12
const atOnce = 4
/** What is not done by then is not waited for. */
const drainMsMax = 90_000
/** What was approved is taken once it has come to rest for 20 seconds. */
const restMs = 21_000
/** What is said to wait for the next look, and how often that is. */
const pollMs = 5000
const goal = { pushMs: 2000, pullMs: pollMs + 2000, drainPerSecond: 50, resetMs: 1000 }
const people = count.push + count.passwords + count.late + count.pull + 3 * warmUp

type House = { company: SampleCompany; instance: SnowInstance; door: SnowDoor; roleId: string; next(): string }

/** What an instance of ServiceNow waits for: pushed items, a thousand to be found, and passwords; on the simulator. */
export const bench: Bench = {
  name: 'servicenow',
  async run() {
    const [scim, mail, instance] = await Promise.all([startPromptScim(), startMailSink(), startSnowInstance()])
    try {
      const environment = { HALLPASS_SMTP_URL: mail.url }
      return await withCompany({ extraPeople: people, scim, environment }, async (company) => {
        for (let n = 1; n <= people; n++) instance.addPerson(loginOf(n))
        if (instance.userId('frank') === '') instance.addPerson('frank')
        let taken = 0
        const next = () => loginOf(++taken)
        const door = await connectSnow(company, instance)
        const house: House = { company, instance, door, roleId: await salesforce(company), next }
        return [await pushed(house), await passwords(house), await pulled(house), await drained(house)]
      })
    } finally {
      await Promise.all([scim.stop(), mail.stop(), instance.stop()])
    }
  },
}

/** From the last approval there to the account made and the item told to be done. */
async function pushed(house: House): Promise<Figure> {
  const say = (path: string, body: object) => house.door.post('desk.fulfil', path, body)
  const waits = await fulfilled(house, { items: count.push, atOnce, say })
  return figure({
    name: 'servicenow-push-p95',
    value: percentile(waits, 0.95),
    limit: goal.pushMs,
    goal: 1,
    unit: 'ms',
    lowerIsBetter: true,
    note: `from the last approval until the instance was told that the account is there; ${waits.length} items, ${atOnce} at once; median ${percentile(waits, 0.5).toFixed(0)} ms; the app's own flow is not in it`,
  })
}

/** The same where the instance cannot reach us: its app leaves the call in its outbox, where we look every few seconds. */
async function pulled(house: House): Promise<Figure> {
  const { instance, door } = house
  await door.pull()
  const say = async (path: string, body: object) => instance.leave(path, body)
  const waits = await fulfilled(house, { items: count.late, atOnce: 2 * atOnce, say })
  return figure({
    name: 'servicenow-pull-p95',
    value: percentile(waits, 0.95),
    limit: goal.pullMs,
    goal: 1,
    unit: 'ms',
    lowerIsBetter: true,
    note: `as pushed, but by the outbox of the app, looked at every ${pollMs / 1000} s; ${waits.length} items, ${2 * atOnce} at once; median ${percentile(waits, 0.5).toFixed(0)} ms`,
  })
}

type Saying = { items: number; atOnce: number; say(path: string, body: object): Promise<unknown> }

/** Milliseconds from the last approval of each until the instance was told that it is done, the first few left out. */
async function fulfilled({ instance, roleId, next }: House, { items: wanted, atOnce: many, say }: Saying) {
  const items = Array.from({ length: warmUp + wanted }, () => next()).map((login) => ({
    login,
    item: instance.order(login, roleId),
  }))
  const approvedAt = new Map<string, number>()
  await load(items.length, many, async (n) => {
    const { login, item } = items[n] as (typeof items)[number]
    instance.approve(item, 'diana')
    instance.approve(item, 'frank')
    approvedAt.set(item.sysId, Date.now())
    instance.set(item, { approval: 'approved' })
    const person = { sysId: instance.userId(login), userName: login, email: `${login}@acme.example` }
    await say('/desk/v1/fulfilments', {
      ritm: { sysId: item.sysId, number: item.number },
      request: { sysId: item.requestSysId, number: 'REQ0010001' },
      requestedFor: person,
      openedBy: person,
      roles: [roleId],
      durationDays: 30,
      reason: 'Measuring',
    })
    await until(() => instance.fulfilledAt.has(item.sysId), 60_000, `item ${item.number} was not fulfilled`)
  })
  return items
    .slice(warmUp)
    .map(({ item: { sysId } }) => (instance.fulfilledAt.get(sysId) ?? Number.NaN) - (approvedAt.get(sysId) ?? 0))
}

/** The call behind the reset subflow, for people whom ServiceNow itself verified, on OpenLDAP. */
async function passwords({ instance, door, next }: House): Promise<Figure> {
  const logins = Array.from({ length: warmUp + count.passwords }, next)
  const { milliseconds } = await load(logins.length, atOnce, async (n) => {
    const login = logins[n] as string
    const { status, message } = await door.post<{ status: string; message: string }>(
      'desk.password',
      '/desk/v1/password-resets',
      {
        requestId: randomBytes(16).toString('hex'),
        person: { sysId: instance.userId(login), userName: login, email: `${login}@acme.example` },
        process: 'self_service',
        challengeId: null,
        newPassword: `Quiet-${randomBytes(9).toString('base64url')}-7x`,
      },
    )
    if (status !== 'success') throw new Error(`${login}: ${status} ${message}`)
  })
  const waits = milliseconds.slice(warmUp)
  return figure({
    name: 'servicenow-reset-p95',
    value: percentile(waits, 0.95),
    limit: goal.resetMs,
    goal: 1,
    unit: 'ms',
    lowerIsBetter: true,
    note: `${waits.length} resets, ${atOnce} at once, on OpenLDAP; median ${percentile(waits, 0.5).toFixed(0)} ms`,
  })
}

/**
 * Approved items that nobody told us of, where our app is not installed: found, decided, given, closed. All of them have come
 * to rest before anybody looks; from the first look until the last is closed.
 */
async function drained({ company, instance, door, roleId, next }: House): Promise<Figure> {
  const items: Item[] = []
  for (let n = 0; n < count.pull; n++) {
    const item = instance.order(next(), roleId)
    instance.approve(item, 'diana')
    instance.approve(item, 'frank')
    instance.set(item, { approval: 'approved' })
    items.push(item)
  }
  instance.callbacks = false
  await pause(restMs)
  const looks = instance.nextLook()
  await door.pull()
  await looks
  const startedAt = Date.now()
  const [before, ownBefore] = [markCpu(), process.cpuUsage()]
  let firstMs: number | null = null
  while (instance.closedCount() < items.length && Date.now() - startedAt < drainMsMax) {
    await pause(20)
    if (instance.closedCount() > 0) firstMs ??= Date.now() - startedAt
  }
  const seconds = (Date.now() - startedAt) / 1000
  const own = process.cpuUsage(ownBefore)
  const used = cpuBetween(before, markCpu(), company.service.pid)
  const ofPostgres = cpuBetween(before, markCpu(), company.service.pid, isPostgres)
  const each = (ms: number) => `${(ms / instance.closedCount()).toFixed(1)} ms`
  const cpu = `service ${each(used - ofPostgres)}, PostgreSQL ${each(ofPostgres)}, instance and load generator ${each((own.user + own.system) / 1000)}`
  const done = items.filter((item) => instance.isClosed(item)).length
  const busiest = instance.busiestSecond()
  if (busiest > ratePerSecond * 1.1) throw new Error(`${busiest} calls in one second, ${ratePerSecond} are allowed.`)
  return figure({
    name: 'servicenow-drained',
    value: done / seconds,
    limit: goal.drainPerSecond,
    goal: 1,
    unit: '/s',
    note: `${done} of ${items.length} approved items, from the first look until the last was closed; the first after ${((firstMs ?? Number.NaN) / 1000).toFixed(1)} s; at most ${busiest} calls a second, ${ratePerSecond} allowed; accounts made and mails sent; CPU an item: ${cpu}`,
  })
}

async function salesforce(company: SampleCompany): Promise<string> {
  const client = fastClient(company.url, 2)
  await client.signIn('frank', castPerson('frank').password)
  const { items } = await client.get<{ items: { roleId: string; name: string }[] }>('/api/catalog?q=Salesforce')
  const role = items.find((item) => item.name === 'Salesforce users')
  if (!role) throw new Error('The sample has no role called Salesforce users.')
  return role.roleId
}

async function until(isSo: () => boolean, milliseconds: number, fault: string): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`Within ${milliseconds / 1000} s ${fault}.`)
    await pause(20)
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const loginOf = (n: number): string => `person-${String(n).padStart(6, '0')}`
