import { castPerson } from '@hallpass/counterparts/acme'
import { type ApiClient, apiClient } from '../api-client.ts'
import { asPerson, type Pair } from './servicenow-pair.ts'

/** What an order has gone through, as it is seen from outside. */
export const moments = ['ordered', 'asked', 'half_approved', 'approved', 'account_made', 'closed'] as const
export type Moment = (typeof moments)[number]

export type Orderer = {
  readonly login: string
  readonly client: ApiClient
  /** sys_ids of the items ordered so far. */
  readonly items: readonly string[]
  run(): Promise<void>
  finishUp(): void
  finished(): number
}

/**
 * One person who orders Salesforce in ServiceNow, has it approved there, gets it and gives it back in Hallpass, again and
 * again, whatever happens to either side. `passed` hears of each moment as it passes.
 */
export function ordererOf(pair: Pair, login: string, passed: (moment: Moment) => void): Orderer {
  const client = apiClient(() => pair.company.url)
  const items: string[] = []
  let isEnding = false
  let finished = 0

  const story = async (number: number) => {
    const reason = `Campaign ${number} of ${login}`
    const item = await persist(() => order(pair, login, reason))
    items.push(item)
    passed('ordered')
    await untilClosed(pair, item, login, passed)
    passed('closed')
    if (isEnding) return
    await persist(() => giveBack(client, login))
  }
  return {
    login,
    client,
    items,
    finished: () => finished,
    finishUp: () => {
      isEnding = true
    },
    async run() {
      while (!isEnding) {
        await story(finished + 1)
        finished += 1
      }
    },
  }
}

/** Orders, or finds what an answer that was lost had ordered already. */
async function order(pair: Pair, login: string, reason: string): Promise<string> {
  const known = await itemOf(pair, reason)
  if (known) return known
  const path = `/api/sn_sc/v1/servicecatalog/items/${pair.itemId}/order_now`
  const [person] = await pair.rows('sys_user', `user_name=${login}`, 'sys_id')
  await pair.simulator.call(asPerson(login), 'POST', path, {
    sysparm_quantity: 1,
    variables: { requested_for: person?.sys_id ?? '', apps: pair.appId, duration_days: '30', reason },
  })
  const made = await itemOf(pair, reason)
  if (!made) throw new Error('an order that was taken is not there')
  return made
}

async function itemOf(pair: Pair, reason: string): Promise<string | undefined> {
  const query = `sc_item_option.value=${reason}`
  const rows = await pair.rows('sc_item_option_mtom', query, 'request_item')
  const link = rows[0]?.request_item as unknown as { value: string } | string | undefined
  return typeof link === 'object' ? link.value : link
}

/** Approves what is asked, as whoever is asked, until the item is closed. */
async function untilClosed(pair: Pair, item: string, login: string, passed: (moment: Moment) => void): Promise<void> {
  const mail = castPerson(login).mail
  const heard = new Set<Moment>()
  const once = (moment: Moment) => {
    if (!heard.has(moment)) passed(moment)
    heard.add(moment)
  }
  const deadline = Date.now() + closedWithinMs
  for (let isClosed = false; !isClosed; ) {
    if (Date.now() > deadline) throw new Error(`the item ${item} of ${login} was not closed in ten minutes`)
    await new Promise((resolve) => setTimeout(resolve, 60))
    isClosed = await persist(async () => {
      const asked = await pair.rows('sysapproval_approver', `sysapproval=${item}`, 'sys_id,state,approver.user_name')
      const [open] = asked.filter(({ state }) => state === 'requested')
      if (open) {
        once('asked')
        const who = asPerson(open['approver.user_name'] ?? '')
        const path = `/api/now/table/sysapproval_approver/${open.sys_id}`
        await pair.simulator.call(who, 'PATCH', path, { state: 'approved' })
      }
      const approved = asked.filter(({ state }) => state === 'approved').length + (open ? 1 : 0)
      if (approved >= 1) once('half_approved')
      if (approved >= 2) once('approved')
      const accounts = await pair.company.scimApp.users()
      if (heard.has('approved') && accounts.some((user) => user.userName === mail && user.active)) once('account_made')
      const [row] = await pair.rows('sc_req_item', `sys_id=${item}`, 'state')
      return ['3', '4', '7'].includes(row?.state ?? '')
    })
  }
}

async function giveBack(client: ApiClient, login: string): Promise<void> {
  await client.signIn(login, castPerson(login).password)
  const { items } = await client.get<{ items: { id: string; state: string; role: { name: string } }[] }>(
    '/api/me/grants',
  )
  const held = items.find(({ state, role }) => state !== 'ended' && role.name === 'Salesforce users')
  if (held) await client.post(`/api/grants/${held.id}/give-back`, {})
}

/** An item that nobody closes is a fault to be told, not to be waited for. */
const closedWithinMs = 600_000
/** How long two services that nobody kills may take for one call. */
const patienceMs = 180_000

/** Goes on until it worked: either side is away some of the time, sessions end, and answers are lost. */
async function persist<T>(act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    try {
      return await act()
    } catch (error) {
      if (Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
