import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type HeardToken = {
  path: string
  /** When it came, in milliseconds since 1970. */
  at: number
  header: Record<string, unknown>
  claims: Record<string, unknown> & { events: Record<string, Record<string, unknown>> }
  authorization: string | null
}

/**
 * An app that listens for what an identity provider pushes: logout tokens at `/logout` (OpenID Connect Back-Channel Logout
 * 1.0) and security event tokens at `/events` (RFC 8935). It takes only what is signed with a published key and is for it.
 */
export type TokenListener = {
  readonly logoutUri: string
  readonly eventsUri: string
  readonly heard: HeardToken[]
  /** Tokens that it did not believe, and why. */
  readonly refused: string[]
  /** Answers the next calls with this, each once, before it takes anything again. */
  failNext(...answers: { status: number; body?: object; retryAfter?: string }[]): void
  /** Resolves with what comes next, or with what came while nobody waited. */
  next(): Promise<HeardToken>
  stop(): Promise<void>
}

export async function startTokenListener(options: {
  jwksUrl: string
  /** `aud` of tokens at each path. */
  audience: { logout: () => string; events: string }
  /** Expected `iss` at each path. */
  issuer: { logout: string; events: string }
}): Promise<TokenListener> {
  const heard: HeardToken[] = []
  const refused: string[] = []
  const failures: { status: number; body?: object; retryAfter?: string }[] = []
  const waiting: ((token: HeardToken) => void)[] = []
  let told = 0
  const server = createServer((request, response) => {
    void take(request, response).catch((error) => {
      refused.push(String(error.message))
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"err":"invalid_request"}')
    })
  })
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request)
    const failure = failures.shift()
    if (failure) {
      response.writeHead(failure.status, failure.retryAfter ? { 'retry-after': failure.retryAfter } : {})
      response.end(failure.body ? JSON.stringify(failure.body) : '')
      return
    }
    const isLogout = request.url === '/logout'
    const token = isLogout ? (new URLSearchParams(body).get('logout_token') ?? '') : body
    const { header, claims } = await verified(options.jwksUrl, token)
    const issuer = isLogout ? options.issuer.logout : options.issuer.events
    const audience = isLogout ? options.audience.logout() : options.audience.events
    if (claims.iss !== issuer || claims.aud !== audience) throw new Error(`for ${claims.aud} of ${claims.iss}`)
    if (header.typ !== (isLogout ? 'logout+jwt' : 'secevent+jwt')) throw new Error(`of type ${header.typ}`)
    if (isLogout && 'nonce' in claims) throw new Error('a logout token never carries a nonce')
    const authorization = request.headers.authorization ?? null
    const found = { path: request.url ?? '', at: Date.now(), header, claims, authorization }
    heard.push(found)
    const next = waiting.shift()
    if (next) {
      told++
      next(found)
    }
    response.writeHead(isLogout ? 200 : 202).end()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    logoutUri: `${url}/logout`,
    eventsUri: `${url}/events`,
    heard,
    refused,
    failNext: (...answers) => void failures.push(...answers),
    next() {
      const known = heard[told]
      if (known) {
        told++
        return Promise.resolve(known)
      }
      return new Promise((resolve) => waiting.push(resolve))
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

type PublishedKey = JsonWebKey & { kid?: string }

/** JWS with a key that is published now (RFC 7515 §5.2); RS256 and ES256. */
async function verified(jwksUrl: string, token: string): Promise<Pick<HeardToken, 'header' | 'claims'>> {
  const [head = '', content = '', signature = ''] = token.split('.')
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>
  const { keys } = (await (await fetch(jwksUrl)).json()) as { keys: PublishedKey[] }
  const jwk = keys.find((each) => each.kid === header.kid)
  if (!jwk || !['RS256', 'ES256'].includes(String(header.alg)))
    throw new Error(`signed with an unknown key ${header.kid}`)
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  const options = header.alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' as const } : { key }
  if (!verify('sha256', Buffer.from(`${head}.${content}`), options, Buffer.from(signature, 'base64url')))
    throw new Error('the signature does not fit')
  const claims = JSON.parse(Buffer.from(content, 'base64url').toString()) as HeardToken['claims']
  return { header, claims }
}
