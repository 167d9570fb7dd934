import { castPerson } from '@hallpass/counterparts/acme'
import { type ApiClient, ApiProblem, apiClient } from '../api-client.ts'
import type { SampleCompany } from '../sample-company.ts'

export type Chain = {
  login: string
  client: ApiClient
  /**
   * Signs everybody in, as people at work are before anything happens. A try at a password that dies with the service stays
   * counted, so that whoever can make it die gains no guesses; people who only come while it dies every second wait for it.
   */
  arrive(): Promise<void>
  run(): Promise<void>
  /** Ends after the story in hand. */
  finishUp(): void
  finished(): number
  /** The service was killed just now: what is waited for gets its whole time again. */
  killed(): void
  stage(): 'idle' | 'asking' | 'approving' | 'fulfilling' | 'giving_back'
}

type RequestRow = { id: string; state: string; stage: number | null; stageName: string | null }
type Grant = { id: string; state: string; role: { id: string } }

/** One person who asks for Salesforce, gets it and gives it back, again and again, whatever happens to the service. */
export function chainOf(company: SampleCompany, login: string): Chain {
  const origin = () => company.url
  const requester = signedIn(origin, login)
  const approvers = [signedIn(origin, 'marcus'), signedIn(origin, 'fiona')]
  let stage: ReturnType<Chain['stage']> = 'idle'
  let finished = 0
  let isEnding = false
  let leftAloneSince = Date.now()
  const persist = <T>(act: () => Promise<T>) => persistUntil(() => leftAloneSince + patienceMs, act)

  const story = async () => {
    stage = 'asking'
    const { roleId } = await persist(() => salesforceRole(requester))
    const requestId = await persist(() => ask(requester, roleId))
    await persist(async () => {
      const request = await requestOf(requester, requestId)
      stage = request.state === 'waiting' ? 'approving' : 'fulfilling'
      if (request.state === 'waiting') await approve(approvers, request)
      if (request.state === 'denied' || request.state === 'cancelled')
        throw new Error(`request ${requestId} ended ${request.state}`)
      if (request.state !== 'fulfilled') throw new Retry()
    })
    if (isEnding) return
    stage = 'giving_back'
    await persist(() => giveBack(requester, roleId))
  }
  return {
    login,
    client: requester,
    finished: () => finished,
    killed: () => {
      leftAloneSince = Date.now()
    },
    stage: () => stage,
    finishUp: () => {
      isEnding = true
    },
    async arrive() {
      for (const client of [requester, ...approvers]) await persist(() => client.get('/api/me/grants'))
    },
    async run() {
      while (!isEnding) {
        await story()
        finished += 1
        stage = 'idle'
      }
    },
  }
}

class Retry extends Error {}

/** How long a service that nobody kills may take for one thing. */
const patienceMs = 90_000

/**
 * Goes on until it worked: the service is away half of the time, sessions end, and answers are lost. On a busy machine a
 * service that is killed every two seconds may get nothing done for long; that is no fault of its.
 */
async function persistUntil<T>(deadline: () => number, act: () => Promise<T>): Promise<T> {
  const from = Date.now()
  let last: unknown
  while (Date.now() < Math.max(deadline(), from + patienceMs)) {
    try {
      return await act()
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('request ')) throw error
      last = error
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  }
  throw new Error(
    `not done within ${patienceMs / 1000} s of a service left alone: ${last instanceof Error ? last.message : last}`,
  )
}

/** A client that signs in again whenever its session is gone. */
function signedIn(origin: () => string, login: string): ApiClient {
  const client = apiClient(origin)
  const again = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      if (!(error instanceof ApiProblem) || (error.status !== 401 && error.code !== 'csrf_failed')) throw error
      await client.signIn(login, castPerson(login).password)
      return act()
    }
  }
  return {
    signIn: client.signIn,
    get: (path) => again(() => client.get(path)),
    post: (path, body) => again(() => client.post(path, body)),
    put: (path, body) => again(() => client.put(path, body)),
    patch: (path, body) => again(() => client.patch(path, body)),
  }
}

async function salesforceRole(client: ApiClient): Promise<{ roleId: string }> {
  const { items } = await client.get<{ items: { roleId: string; name: string }[] }>('/api/catalog?q=salesforce')
  const role = items.find((item) => item.name === 'Salesforce users')
  if (!role) throw new Retry()
  return role
}

/** Asks, or finds what an answer that was lost had already asked. */
async function ask(client: ApiClient, roleId: string): Promise<string> {
  const { items } = await client.get<{ items: RequestRow[] }>('/api/requests?state=open')
  if (items[0]) return items[0].id
  if (await heldGrant(client, roleId)) await giveBack(client, roleId)
  const answer = await client.post<{ items: { request: RequestRow | null }[] }>('/api/requests', {
    items: [{ roleId, durationDays: 30 }],
    reason: 'Campaign with sales',
  })
  const id = answer.items[0]?.request?.id
  if (!id) throw new Retry()
  return id
}

async function requestOf(client: ApiClient, id: string): Promise<RequestRow> {
  return (await client.get<{ request: RequestRow }>(`/api/requests/${id}`)).request
}

async function approve(approvers: ApiClient[], request: RequestRow): Promise<void> {
  const approver = approvers[request.stage ?? 0]
  await approver?.post(`/api/requests/${request.id}/approve`, { stage: request.stage ?? 0 })
}

async function heldGrant(client: ApiClient, roleId: string): Promise<Grant | undefined> {
  const { items } = await client.get<{ items: Grant[] }>('/api/me/grants')
  return items.find((grant) => grant.role.id === roleId && grant.state !== 'ended')
}

async function giveBack(client: ApiClient, roleId: string): Promise<void> {
  const grant = await heldGrant(client, roleId)
  if (grant) await client.post(`/api/grants/${grant.id}/give-back`, {})
}
