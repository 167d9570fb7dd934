import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  answerWithFault,
  createFaultQueue,
  errorSchema,
  type FaultRule,
  isApplied,
  type ScimCall,
  type ScimFault,
} from './scim-faults.ts'
import { ScimError } from './scim-filter.ts'
import { createScimStore, type ScimKind, type ScimResource, type ScimTraits, wellBehaved } from './scim-store.ts'

export type RecordedCall = {
  call: ScimCall
  method: string
  path: string
  body: unknown
  fault: ScimFault['kind'] | null
}

/** A SCIM 2.0 server of our own that fails on demand, one request at a time or in its whole character. */
export type MisbehavingScim = {
  readonly baseUrl: string
  readonly token: string
  /** Its character; change it at any time. */
  readonly traits: ScimTraits
  /** The next calls of this sort go wrong. Rules are used in the order they were given. */
  fail(rule: FaultRule): void
  /** Holds the next call of this sort until released. `arrived` settles when it is there. */
  hold(on: ScimCall): { arrived: Promise<void>; release(): void }
  /** Forgets every fault and is well behaved again. */
  heal(): void
  /** Accounts and groups as stored. */
  users(): ScimResource[]
  groups(): ScimResource[]
  /** Puts an account there without being asked by SCIM: somebody made it by hand. */
  addUser(user: Record<string, unknown>): ScimResource
  /** Changes an account behind everyone's back. */
  changeUser(id: string, attributes: Record<string, unknown>): void
  removeUser(id: string): void
  readonly calls: readonly RecordedCall[]
  count(call: ScimCall): number
  forgetCalls(): void
  stop(): Promise<void>
}

export async function startMisbehavingScim(options: { port?: number; token?: string } = {}): Promise<MisbehavingScim> {
  const token = options.token ?? 'misbehaving-scim-token-0123456789'
  const traits: ScimTraits = { ...wellBehaved }
  const store = createScimStore(traits)
  const faults = createFaultQueue()
  const calls: RecordedCall[] = []
  const holds: { on: ScimCall; arrive(): void; released: Promise<void> }[] = []

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sendError(response, error))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://scim.invalid')
    const text = await readBody(request)
    const [, kindName = '', id = ''] = url.pathname.split('/').map(decodeURIComponent)
    const call = callOf(request.method ?? 'GET', kindName, id, url.searchParams)
    const fault = faults.take(call)
    const body = text ? parseJson(text) : undefined
    calls.push({ call, method: request.method ?? '', path: request.url ?? '', body, fault: fault?.kind ?? null })
    await waitWhileHeld(call)
    if (request.headers.authorization !== `Bearer ${token}`) throw new ScimError(401, 'The token is not known.')
    const result = isApplied(fault) ? perform(call, kindName === 'Groups' ? 'Group' : 'User', id, url, body) : null
    const sent = result?.body === undefined ? '' : JSON.stringify(result.body)
    if (fault?.kind === 'slow') await sleep(fault.ms)
    else if (fault) return answerWithFault(request, response, fault, sent)
    response.writeHead(result?.status ?? 200, { 'content-type': 'application/scim+json' }).end(sent)
  }

  async function waitWhileHeld(call: ScimCall): Promise<void> {
    const index = holds.findIndex((hold) => hold.on === call)
    if (index < 0) return
    const [hold] = holds.splice(index, 1)
    hold?.arrive()
    await hold?.released
  }

  function perform(call: ScimCall, kind: ScimKind, id: string, url: URL, body: unknown): Result {
    if (call === 'discovery')
      return { status: 200, body: url.pathname.startsWith('/Schemas') ? schemas(traits) : discovery(traits) }
    if (call === 'unknown' || (kind === 'Group' && traits.withoutGroups)) throw new ScimError(404, 'Nothing is here.')
    switch (call.split('.')[1]) {
      case 'find':
      case 'list':
        return { status: 200, body: store.list(kind, url.searchParams) }
      case 'get':
        return { status: 200, body: store.asSent(kind, store.get(kind, id)) }
      case 'create':
        return { status: 201, body: store.asSent(kind, store.create(kind, body)) }
      case 'replace':
        return { status: 200, body: store.asSent(kind, store.replace(kind, id, body)) }
      case 'patch':
        if (traits.withoutPatch) throw new ScimError(501, 'PATCH is not supported.')
        return { status: 200, body: store.asSent(kind, store.patch(kind, id, body)) }
      default:
        store.remove(kind, id)
        return { status: 204, body: undefined }
    }
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    token,
    traits,
    fail: (rule) => faults.add(rule),
    hold(on) {
      const arrived = Promise.withResolvers<void>()
      const released = Promise.withResolvers<void>()
      holds.push({ on, arrive: arrived.resolve, released: released.promise })
      return { arrived: arrived.promise, release: released.resolve }
    },
    heal() {
      faults.clear()
      Object.assign(traits, wellBehaved)
    },
    users: () => store.all('User'),
    groups: () => store.all('Group'),
    addUser: (user) => store.create('User', user),
    changeUser: (id, attributes) => void store.replace('User', id, { ...store.get('User', id), ...attributes }),
    removeUser: (id) => store.remove('User', id),
    calls,
    count: (call) => calls.filter((recorded) => recorded.call === call).length,
    forgetCalls: () => void calls.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Result = { status: number; body: unknown }

function callOf(method: string, kindName: string, id: string, query: URLSearchParams): ScimCall {
  if (['ServiceProviderConfig', 'ResourceTypes', 'Schemas'].includes(kindName)) return 'discovery'
  const kind = kindName === 'Users' ? 'user' : kindName === 'Groups' ? 'group' : null
  if (!kind) return 'unknown'
  if (method === 'GET') return `${kind}.${id ? 'get' : query.has('filter') ? 'find' : 'list'}`
  if (method === 'POST' && !id) return `${kind}.create`
  if (!id) return 'unknown'
  if (method === 'PUT') return `${kind}.replace`
  if (method === 'PATCH') return `${kind}.patch`
  return method === 'DELETE' ? `${kind}.delete` : 'unknown'
}

function discovery(traits: ScimTraits): unknown {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
    patch: { supported: !traits.withoutPatch },
    filter: { supported: traits.filters === 'kept', maxResults: traits.pageSizeMax },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    authenticationSchemes: [{ type: 'oauthbearertoken', name: 'Token', description: 'A bearer token' }],
  }
}

function schemas(traits: ScimTraits): unknown {
  const ids = ['core:2.0:User', 'core:2.0:Group', ...(traits.withoutExtension ? [] : ['extension:enterprise:2.0:User'])]
  const Resources = ids.map((id) => ({ id: `urn:ietf:params:scim:schemas:${id}` }))
  const list = ['urn:ietf:params:scim:api:messages:2.0:ListResponse']
  return { schemas: list, totalResults: Resources.length, startIndex: 1, itemsPerPage: Resources.length, Resources }
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) return
  const status = error instanceof ScimError ? error.status : 500
  const scimType = error instanceof ScimError ? error.scimType : undefined
  const detail = error instanceof Error ? error.message : 'Something went wrong.'
  response.writeHead(status, { 'content-type': 'application/scim+json' })
  response.end(
    JSON.stringify({ schemas: [errorSchema], status: String(status), ...(scimType ? { scimType } : {}), detail }),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ScimError(400, 'The body is not JSON.', 'invalidSyntax')
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
