import { fork } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import Provider, { type JWK } from 'oidc-provider'

/** The library as it is, with its memory adapter, in a process of its own: what a provider costs without everything of ours. */
export type BareProvider = { readonly issuer: string; readonly pid: number; stop(): Promise<void> }

export const bareClient = {
  id: 'bench',
  secret: 'bench-secret-of-some-length',
  redirectUri: 'https://rp.example/callback',
}
/** Tokens for it are JWTs signed with ES256; without it they are opaque, as ours are. */
export const jwtResource = 'urn:bench'

export async function startBareProvider(): Promise<BareProvider> {
  const child = fork(fileURLToPath(import.meta.url), { stdio: 'ignore' })
  const [port] = (await once(child, 'message')) as [number]
  return {
    issuer: `http://127.0.0.1:${port}`,
    pid: child.pid as number,
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) serve()

function serve(): void {
  const server = createServer()
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const provider = openProvider(`http://127.0.0.1:${port}`)
    const answer = provider.callback()
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/interaction/')) return void finish(provider, request, response)
      return void answer(request, response)
    })
    process.send?.(port)
  })
  process.on('disconnect', () => process.exit(0))
}

function openProvider(issuer: string): Provider {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK
  return new Provider(issuer, {
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig', kid: 'one' }] },
    clients: [
      {
        client_id: bareClient.id,
        client_secret: bareClient.secret,
        redirect_uris: [bareClient.redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code', 'client_credentials'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    cookies: { keys: ['bench'] },
    claims: { openid: ['sub'], profile: ['name', 'given_name', 'family_name', 'preferred_username'], email: ['email'] },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: jwtResource,
          accessTokenTTL: 600,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: { AccessToken: 3600, ClientCredentials: 600, Grant: 86_400, IdToken: 3600, Interaction: 900, Session: 43_200 },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: 'Leo Larsen',
        given_name: 'Leo',
        family_name: 'Larsen',
        email: 'leo@acme.example',
      }),
    }),
    async loadExistingGrant(context) {
      const { client, session, provider: self } = context.oidc
      if (!client || !session?.accountId) return undefined
      const grant = new self.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(String(context.oidc.params?.scope ?? 'openid'))
      await grant.save()
      return grant
    },
  })
}

/** Everybody is let in at once. */
async function finish(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await provider.interactionFinished(request, response, { login: { accountId: 'leo' }, consent: {} })
}
