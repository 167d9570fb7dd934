import { createHash, createHmac, randomBytes } from 'node:crypto'
import { castPerson } from '@hallpass/counterparts/acme'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { type FastClient, fastClient } from './fast-client.ts'
import { httpCall } from './http-call.ts'
import { basic } from './oidc-app.ts'
import { withOwner } from './open-tickets.ts'
import { catalogItem, clientId, type SnowInstance } from './snow-instance.ts'

type Scope = 'desk.fulfil' | 'desk.password'
type Connection = { id: string; version: number; tokenUrl: string }
type Secrets = {
  connection: Connection
  clients: { scope: string; clientId: string; clientSecret: string }[]
  keys: { id: string; direction: string; base64: string }[]
}

/** Hallpass' door for ServiceNow, and the calls that the app in the instance makes to it, signed as the app signs them. */
export type SnowDoor = {
  post<T>(scope: Scope, path: string, body: object): Promise<T>
  /** From now on Hallpass looks for items itself; it is the catalog item that it knows them by. */
  pull(): Promise<void>
}

export const ratePerSecond = 500

/** Connects as an administrator would, and tries both directions. */
export async function connectSnow(company: SampleCompany, instance: SnowInstance): Promise<SnowDoor> {
  const admin = fastClient(company.url, 1)
  await admin.signIn('ivan', castPerson('ivan').password)
  const secrets = await admin.post<Secrets>('/api/servicenow/connections', {
    name: 'Bench',
    instanceUrl: instance.url,
    oauthClientId: clientId,
    oauthClientSecret: instance.clientSecret,
    mode: 'push',
    pollSeconds: 5,
    ratePerSecond,
    ownVerificationSuffices: true,
    resetsMax: 1000,
  })
  const { id } = secrets.connection
  const tested = await admin.post<{ ok: boolean; findings: object[]; connection: Connection }>(
    `/api/servicenow/connections/${id}/test`,
    {},
  )
  if (!tested.ok) throw new Error(`The instance cannot be used: ${JSON.stringify(tested.findings)}`)
  const tokens = new Map<Scope, Promise<string>>()
  const tokenFor = (scope: Scope): Promise<string> => {
    const known = tokens.get(scope) ?? askToken(company, secrets, scope)
    tokens.set(scope, known)
    return known
  }
  return {
    async post<T>(scope: Scope, path: string, body: object): Promise<T> {
      const text = JSON.stringify(body)
      const answer = await httpCall({
        method: 'POST',
        url: company.url + path,
        headers: {
          authorization: `Bearer ${await tokenFor(scope)}`,
          'content-type': 'application/json',
          'x-hallpass-signature': signature(secrets, instance.instanceId, path, text),
        },
        body: text,
      })
      if (answer.status >= 400) throw new Error(`${answer.status} POST ${path}: ${answer.text}`)
      return JSON.parse(answer.text) as T
    },
    pull: () => switchToPull(company, admin, id),
  }
}

async function askToken(company: SampleCompany, { clients }: Secrets, scope: Scope): Promise<string> {
  const client = clients.find((each) => each.scope === scope)
  if (!client) throw new Error(`There is no client for ${scope}.`)
  const { status, text } = await httpCall({
    method: 'POST',
    url: `${company.url}/oidc/token`,
    headers: {
      authorization: basic(client.clientId, client.clientSecret),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: `grant_type=client_credentials&scope=${scope}`,
  })
  if (status !== 200) throw new Error(`${status} for a token: ${text}`)
  return (JSON.parse(text) as { access_token: string }).access_token
}

function signature({ keys }: Secrets, instanceId: string, path: string, body: string): string {
  const key = keys.find(({ direction }) => direction === 'to_hallpass')
  if (!key) throw new Error('There is no key for calls to Hallpass.')
  const at = Math.floor(Date.now() / 1000)
  const nonce = randomBytes(16).toString('hex')
  const hash = createHash('sha256').update(body).digest('hex')
  const lines = ['hallpass-signature-1', key.id, instanceId, 'POST', path, hash, at, nonce]
  const mac = createHmac('sha256', Buffer.from(key.base64, 'base64')).update(lines.join('\n')).digest('base64')
  return `v=1,kid=${key.id},iid=${instanceId},ts=${at},nonce=${nonce},mac=${mac}`
}

/** The app tells which catalog item is its own; without the app it is written down here. */
async function switchToPull(company: SampleCompany, admin: FastClient, id: string): Promise<void> {
  await withOwner(company, (client) =>
    client.query('update servicenow_connections set settings = settings || $1, version = version + 1 where id = $2', [
      JSON.stringify({ catalogItem, mode: 'pull' }),
      id,
    ]),
  )
  await admin.get(`/api/servicenow/connections/${id}`)
}
