import { createPrivateKey, createSecretKey } from 'node:crypto'
import Provider, { type Configuration, type JWK } from 'oidc-provider'
import { acr } from '../acr.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { knownSubjectOf } from '../sign-on/subjects.ts'
import { claimsOfScope, findAccount } from './account.ts'
import { createAdapter } from './adapter.ts'
import { assertionAlgorithms } from './client-keys.ts'
import { type FurtherMetadata, furtherNames, issuerOf, sectorPrefix } from './client-metadata.ts'
import { compareSecretsByHash } from './compare-secrets.ts'
import { cookieNames } from './cookie-names.ts'
import { CookieSignatures } from './cookie-signatures.ts'
import { forEachCall } from './each-call.ts'
import { endWithApp } from './end-with-app.ts'
import { hintsOf } from './hints.ts'
import { createInteractionPolicy } from './interaction-policy.ts'
import { judgeAssertion } from './judge-assertion.ts'
import { keepRecords } from './keep-records.ts'
import { createKeysAtAddress } from './keys-at-address.ts'
import { noteContexts } from './let-go.ts'
import { neverAskConsent } from './never-ask-consent.ts'
import { programScopes } from './programs.ts'
import { takeProofsOnce } from './proofs-once.ts'
import { noteProvenCallers } from './proven-callers.ts'
import { askToSignOut, showError, signedOut } from './provider-pages.ts'
import { oidcClientById } from './store-clients.ts'

const day = 86_400
/** Seconds after which a grant that is given again begins anew: it is not written for every sign-on. */
const grantAgeMax = 3600

/** What a code or token says of what it was given for. */
type Given = {
  accountId?: string | undefined
  clientId?: string | undefined
  authTime?: number | undefined
  iat?: number | undefined
  kind?: string | undefined
  grantId?: string | undefined
}

/** The OpenID Connect provider: a certified library, with our sessions, people, apps, keys and policy behind it. */
export async function openProvider(platform: SignOnDeps): Promise<Provider> {
  const deps = forEachCall(platform)
  const records = keepRecords(platform)
  const issuer = issuerOf(deps.publicUrl)
  const account = async (personId: string, { clientId, authTime, iat, kind, grantId }: Given) => {
    if (clientId === undefined) return undefined
    const begunAt = authTime ?? iat ?? null
    const isRefresh = kind === 'RefreshToken'
    return await findAccount(deps, { personId, clientId, begunAt, grantId, isRefresh, userinfoUrl: `${issuer}/me` })
  }
  const provider = new Provider(issuer, {
    adapter: createAdapter(deps, records, hintsOf(platform), createKeysAtAddress(platform)),
    jwks: { keys: await signingKeys(deps) },
    cookies: cookies(deps),
    interactions: {
      policy: createInteractionPolicy(deps),
      url: (_context, interaction) => `/oidc/interaction/${interaction.uid}`,
    },
    ...claims,
    ...features(
      deps,
      async (token) => token.accountId === undefined || (await account(token.accountId, token)) !== undefined,
    ),
    ...lifetimes,
    findAccount: (context, personId, token) =>
      account(personId, { ...token, clientId: context.oidc.client?.clientId ?? token?.clientId }),
    // Everything an app asks for within its settings is granted: administrators chose it, people are not asked.
    async loadExistingGrant(context) {
      const { client, session, provider: self } = context.oidc
      if (!client || !session?.accountId) return undefined
      const known = context.oidc.session?.grantIdFor(client.clientId)
      const before = known === undefined ? undefined : await self.Grant.find(known)
      const grant = before ?? new self.Grant({ clientId: client.clientId, accountId: session.accountId })
      const scopeBefore = grant.getOIDCScope()
      grant.addOIDCScope(String(context.oidc.params?.scope ?? 'openid'))
      const isYoung = before !== undefined && before.remainingTTL > lifetimes.ttl.Grant - grantAgeMax
      if (!isYoung || grant.getOIDCScope() !== scopeBefore) await grant.save()
      return grant
    },
    pairwiseIdentifier: async (_context, personId, client) => {
      const app = await oidcClientById(deps.db, client.clientId)
      if (!app) throw new Error('a client without an app')
      return await knownSubjectOf(deps.db, personId, app.appId)
    },
    fetch: (url: string | URL, options?: RequestInit) => reach(deps, url, options),
    renderError: showError,
  } as Configuration)
  compareSecretsByHash(provider, platform.clock)
  takeProofsOnce(provider, platform)
  neverAskConsent(provider)
  noteContexts(provider)
  noteProvenCallers(provider)
  records.endCallsOf(provider)
  endWithApp(platform, provider)
  return provider
}

/** The key in use comes first of its kind and signs; the next and the previous one are published beside it. */
async function signingKeys(deps: SignOnDeps): Promise<JWK[]> {
  const order = { current: 0, next: 1, previous: 2 }
  const keys = await deps.signOnKeys.of('oidc')
  return keys
    .sort((a, b) => order[a.state] - order[b.state])
    .map((key) => ({
      ...(createPrivateKey(key.privateKey.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' }) as JWK),
      kid: key.id,
      alg: key.algorithm,
      use: 'sig',
    }))
}

function cookies(deps: SignOnDeps): Configuration['cookies'] {
  const isSecure = deps.publicUrl.protocol === 'https:'
  const shared = {
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    secure: isSecure,
    overwrite: true,
    path: '/oidc',
  } as const
  return {
    keys: new CookieSignatures(createSecretKey(deps.keys.hmac('csrf', 'oidc-cookies'))),
    names: cookieNames(deps.publicUrl),
    long: shared,
    short: shared,
  }
}

const claims = {
  claims: {
    iss: null,
    // How somebody signed in is told to every app, not to those alone that know how to ask (RFC 9470 §5).
    // What else is told, and where, is decided for each app and scope in `account.ts`: the library passes on what it is given.
    openid: ['sub', 'acr', 'amr', 'auth_time', ...new Set(Object.values(claimsOfScope).flat())],
    profile: [...claimsOfScope.profile],
    email: [...claimsOfScope.email],
    groups: [...claimsOfScope.groups],
  },
  scopes: ['openid', 'offline_access', 'profile', 'email', 'groups', ...programScopes],
  acrValues: Object.values(acr),
} satisfies Partial<Configuration>

function features(
  deps: Pick<SignOnDeps, 'keys'>,
  isStillGood: (token: Given) => Promise<boolean>,
): Partial<Configuration> {
  return {
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: {
        enabled: true,
        // An app reads its own tokens, nobody else's, and none of somebody who may use it no longer.
        allowedPolicy: async (_context, client, token) =>
          token.clientId === client.clientId && (await isStillGood(token)),
      },
      revocation: {
        enabled: true,
        allowedPolicy: async (_context, client, token) => token.clientId === client.clientId,
      },
      pushedAuthorizationRequests: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut, postLogoutSuccessSource: signedOut },
      userinfo: { enabled: true },
      resourceIndicators: { enabled: false },
      dPoP: {
        enabled: true,
        nonceSecret: deps.keys.hmac('dpop-nonce', 'oidc'),
        // Proofs for tokens that somebody made ahead, in a browser they had for a moment, are worth nothing (RFC 9449 §11.2).
        requireNonce: (context) => context.oidc.route === 'token',
      },
    },
    // No implicit, no hybrid, no password grant (RFC 9700 §2.1.2, §2.4).
    responseTypes: ['code'],
    pkce: {
      required: (_context, client) => (client as FurtherMetadata).require_pkce !== false,
    },
    subjectTypes: ['pairwise', 'public'],
    clientDefaults: { subject_type: 'pairwise' },
    // What an administrator can set, and nothing else that discovery would promise.
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'ES256'], clientAuthSigningAlgValues: [...assertionAlgorithms] },
    assertJwtClientAuthClaimsAndHeader: judgeAssertion,
    extraClientMetadata: { properties: [...furtherNames] },
    conformIdTokenClaims: true,
    rotateRefreshToken: true,
    issueRefreshToken: async (_context, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    expiresWithSession: async (_context, code) => !code.scopes.has('offline_access'),
    clientBasedCORS: (_context, origin, client) =>
      (client.redirectUris ?? []).some((uri) => URL.canParse(uri) && new URL(uri).origin === origin),
  }
}

const lifetimes = {
  ttl: {
    AccessToken: 3600,
    AuthorizationCode: 60,
    ClientCredentials: 600,
    Grant: 14 * day,
    IdToken: 3600,
    Interaction: 900,
    RefreshToken: 14 * day,
    Session: 12 * 3600,
    PushedAuthorizationRequest: 60,
  },
} satisfies Partial<Configuration>

/** Logout calls leave by the one way out; the list of an app's addresses is our own knowledge, not fetched. */
async function reach(deps: SignOnDeps, target: string | URL, options: RequestInit = {}): Promise<Response> {
  const url = new URL(target)
  if (url.href.startsWith(sectorPrefix)) {
    const client = await oidcClientById(deps.db, url.href.slice(sectorPrefix.length))
    return Response.json(client?.settings.redirectUris ?? [])
  }
  const answer = await deps.egress.fetch(url, {
    method: options.method === 'POST' ? 'POST' : 'GET',
    headers: Object.fromEntries(new Headers(options.headers)),
    ...(options.body ? { body: String(options.body) } : {}),
    timeoutMs: 5000,
    bytesMax: 64 * 1024,
  })
  const isBare = answer.status === 204 || answer.status === 304
  return new Response(isBare ? null : answer.text, { status: answer.status })
}
