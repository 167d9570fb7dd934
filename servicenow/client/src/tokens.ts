import { ServiceNowFailure, unexpected, unreachable } from './failures.ts'
import { failureOf } from './read-answer.ts'
import type { Transport } from './transport.ts'

export type OAuthClient = {
  clientId: string
  /** Read only when it is sent; never kept, logged or put into a failure. */
  clientSecret: () => string
}

export type Tokens = {
  /** A token good for a while; `isFresh` asks for a new one whatever is remembered (a 401 came for the old one). */
  token(options?: { instead?: string }): Promise<string>
}

export type TokensDeps = { instanceUrl: URL; oauth: OAuthClient; transport: Transport; now: () => Date }

/** A token is renewed this long before it ends, so that none ends on its way. */
const earlySeconds = 60

/** Tokens of the grant `client_credentials` (`/oauth_token.do`). Callers at the same time share one request for one. */
export function createTokens(deps: TokensDeps): Tokens {
  let known: { token: string; endsAt: number } | null = null
  let asking: Promise<string> | null = null
  const ask = async () => {
    const issued = await fetchToken(deps)
    known = { token: issued.token, endsAt: deps.now().getTime() + issued.seconds * 1000 }
    return issued.token
  }
  return {
    async token({ instead } = {}) {
      if (known && known.token !== instead && known.endsAt - earlySeconds * 1000 > deps.now().getTime())
        return known.token
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
  }
}

async function fetchToken({
  instanceUrl,
  oauth,
  transport,
  now,
}: TokensDeps): Promise<{ token: string; seconds: number }> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret(),
  })
  const answer = await transport
    .fetch(new URL('/oauth_token.do', instanceUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
      timeoutMs: 15_000,
      bytesMax: 64 * 1024,
    })
    .catch((cause) => {
      throw unreachable(cause)
    })
  if (answer.status === 400 || answer.status === 401) throw refusedClient(answer.status)
  if (answer.status !== 200) throw failureOf(answer, 'the token endpoint', now())
  return read(answer.text)
}

function read(text: string): { token: string; seconds: number } {
  let body: { access_token?: unknown; expires_in?: unknown; error?: unknown }
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw unexpected('the token endpoint', cause)
  }
  if (typeof body.error === 'string') throw refusedClient(200)
  if (typeof body.access_token !== 'string' || body.access_token === '') throw unexpected('the token endpoint')
  const seconds = Number(body.expires_in)
  return { token: body.access_token, seconds: Number.isFinite(seconds) && seconds > 0 ? seconds : 300 }
}

const refusedClient = (status: number): ServiceNowFailure =>
  new ServiceNowFailure(
    'unauthorized',
    'ServiceNow refused the OAuth client: check its id and secret, that client credentials are enabled (property glide.oauth.inbound.client.credential.grant_type.enabled), and that the client names an OAuth application user.',
    { status, subject: 'oauth' },
  )
