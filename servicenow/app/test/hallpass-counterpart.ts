import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseSignature, signingText } from '../src/server/signature.ts'
import type { CatalogEntry, Fulfilment, FulfilmentRequest, PolicyStage } from '../src/server/wire.ts'

/** What was asked of the counterpart, after its token and its signature were found right. */
export type Heard = { readonly method: string; readonly path: string; readonly scope: string; readonly body: unknown }

export type Counterpart = {
  readonly url: string
  readonly heard: readonly Heard[]
  /** Calls whose token or signature was not right. */
  readonly refused: readonly string[]
  policies: Record<string, readonly PolicyStage[]>
  held: Record<string, readonly string[]>
  /** What a call answers instead, by `METHOD /path`; a status alone answers without a body. */
  answers: Map<string, { status: number; body?: unknown }>
  stop(): Promise<void>
}

const nameOf: Readonly<Record<string, string>> = { 'role-sf': 'Salesforce', 'role-wiki': 'Wiki' }

/**
 * Hallpass as far as the app hears of it: a token endpoint and /desk/v1 over HTTP. It holds every token and signature to
 * the contract, keeps what it was asked, and decides nothing by itself.
 */
export async function startCounterpart(keyId: string, key: string, instanceId: string): Promise<Counterpart> {
  const heard: Heard[] = []
  const refused: string[] = []
  const it = {
    policies: {} as Counterpart['policies'],
    held: {} as Counterpart['held'],
    answers: new Map<string, { status: number; body?: unknown }>(),
  }

  const server = createServer(async (request, response) => {
    const body = await textOf(request)
    const path = request.url ?? ''
    const send = (status: number, answer: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    }
    if (path === '/oidc/token') return send(200, tokenFor(new URLSearchParams(body)))
    const fault = faultOf(request, body)
    if (fault !== '') {
      refused.push(`${request.method} ${path}: ${fault}`)
      return send(401, { code: fault, title: fault, status: 401 })
    }
    const scope = (request.headers.authorization ?? '').replace('Bearer token of ', '')
    const call = { method: request.method ?? '', path, scope, body: body === '' ? null : JSON.parse(body) }
    heard.push(call)
    const set = it.answers.get(`${call.method} ${path.split('?')[0]}`)
    if (set !== undefined) return send(set.status, set.body ?? {})
    const answer = answerTo(call)
    send(answer === null ? 404 : call.method === 'POST' && path.includes('fulfilments') ? 202 : 200, answer ?? {})
  })

  function faultOf(request: IncomingMessage, body: string): string {
    if (!/^Bearer token of desk\.\w+$/.test(request.headers.authorization ?? '')) return 'token_wrong'
    const signature = parseSignature(String(request.headers['x-hallpass-signature'] ?? ''))
    if (signature === null || signature.keyId !== keyId) return 'signature_missing'
    if (signature.instanceId !== instanceId) return 'wrong_instance'
    const bodyHash = createHash('sha256').update(body).digest('hex')
    const text = signingText({ method: request.method ?? '', path: request.url ?? '', bodyHash }, signature)
    const mac = createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64')
    return mac === signature.mac ? '' : 'signature_wrong'
  }

  function answerTo({ method, path, body }: Heard): unknown {
    const url = new URL(path, 'http://here')
    const person = url.searchParams.get('requestedFor') ?? ''
    if (url.pathname === '/desk/v1/connection') return { connectionId: 'c-1', name: 'Acme' }
    if (url.pathname === '/desk/v1/apps') return { version: 1, apps: appsFor(person) }
    const policy = /^\/desk\/v1\/policies\/(.+)$/.exec(url.pathname)?.[1]
    if (policy !== undefined) return { roleId: policy, version: 1, stages: it.policies[policy] ?? [] }
    if (method === 'POST' && url.pathname === '/desk/v1/fulfilments') {
      const { ritm } = body as FulfilmentRequest
      return { id: 'f-1', ritm, state: 'checking', message: '', version: 1, items: [] } satisfies Fulfilment
    }
    return null
  }

  function appsFor(person: string): readonly CatalogEntry[] {
    return Object.keys(it.policies).map((id) => ({
      id,
      name: nameOf[id] ?? id,
      description: '',
      appName: id,
      icon: null,
      held: it.held[person]?.includes(id) ?? false,
      requestable: true,
      daysMax: null,
      daysDefault: null,
      policyVersion: 1,
    }))
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(it, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    refused,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  })
}

function tokenFor(form: URLSearchParams) {
  return {
    access_token: `token of ${form.get('scope')}`,
    token_type: 'Bearer',
    expires_in: 600,
    scope: form.get('scope'),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
