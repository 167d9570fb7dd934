/** A client set up in the whole service, and a walk through its sign-on as a browser would take it. */
import type { OidcSettings } from '@hallpass/contract/oidc'
import { hashOfToken } from '../../credentials/module.ts'
import { type Caller, openTestApp, operator, type TestApp } from '../../testing-app.ts'
import { hasSecret } from './client-metadata.ts'
import { saveOidcClient, setSecretHash } from './store-clients.ts'

export const redirectUri = 'https://rp.example/callback'

export type TestRp = { appId: string; roleId: string; clientId: string; secret: string; grantId: string }

/** The whole service at the machine's time, by which the provider's library tells what is old. */
export async function openRpWorld(...settings: Parameters<typeof openTestApp>): Promise<TestApp> {
  const world = await openTestApp(...settings)
  setClock(world)
  return world
}

/** So many milliseconds off the machine's time. */
export function setClock({ platform: { clock } }: TestApp, ms = 0): void {
  clock.advance(Date.now() + ms - clock.now().getTime())
}

export async function openTestRp(
  world: TestApp,
  changes: Partial<OidcSettings> = {},
  addresses: { signOn?: string } = {},
  entitlements: string[] = ['sales'],
): Promise<TestRp> {
  const { app } = world
  const { db, clock } = app.foundation
  const unique = Math.random().toString(36).slice(2)
  const { id: appId } = await app.access.addApp({ name: `OIDC ${unique}`, addresses }, operator)
  const apps = [{ appId, entitlements }]
  const { id: roleId } = await app.access.createRole(
    { name: `OIDC ${unique} users`, askedBy: 'everyone', apps },
    operator,
  )
  const secret = `secret-${unique}-${'x'.repeat(24)}`
  const clientId = `client-${unique}`
  const settings: OidcSettings = {
    redirectUris: [redirectUri],
    postLogoutRedirectUris: ['https://rp.example/'],
    tokenAuth: 'client_secret_basic',
    requirePkce: true,
    requirePushedRequests: false,
    signing: 'ES256',
    refreshTokens: true,
    clientCredentials: true,
    backchannelLogoutUri: null,
    claims: [],
    ...changes,
  }
  await db.transaction(async (tx) => {
    await saveOidcClient(tx, { appId, clientId, settings, version: 0 }, clock.now())
    if (hasSecret(settings)) await setSecretHash(tx, appId, hashOfToken(secret), { now: clock.now() })
  })
  const grantId = await letIn(world, { roleId }, world.id.molly)
  return { appId, roleId, clientId, secret, grantId }
}

/** Lets somebody besides Molly use the app; answers the grant. */
export async function letIn({ app }: TestApp, { roleId }: Pick<TestRp, 'roleId'>, personId: string): Promise<string> {
  const evidence = { source: 'sample' as const, approvals: [] }
  const grant = { personId, roleId, requestId: null, reason: 'test', durationDays: null, evidence }
  return await app.foundation.db.transaction(async (tx) => {
    const { grantId } = await app.access.grantRole(tx, grant, operator)
    await app.access.startGrant(tx, grantId)
    return grantId
  })
}

/** Where a browser with these cookies ends up: the first address that is not ours, or the page that stops it. */
export async function follow(
  world: TestApp,
  start: string,
  caller: Caller | null,
  cookies = new Map<string, string>(),
): Promise<{ location: URL | null; status: number; text: string }> {
  const { origin } = world.app.foundation.config.publicUrl
  let address = new URL(start, origin)
  for (let hop = 0; hop < 12; hop++) {
    const own = [...cookies].map(([name, value]) => `${name}=${value}`)
    const answer = await world.server.inject({
      url: address.pathname + address.search,
      headers: {
        accept: 'text/html',
        cookie: [...(caller ? [caller.headers.cookie ?? ''] : []), ...own].join('; '),
      },
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const to = answer.headers.location
    if (to === undefined) return { location: null, status: answer.statusCode, text: answer.body }
    address = new URL(String(to), address)
    if (address.origin !== origin || address.pathname === '/sign-in' || address.pathname === '/confirm')
      return { location: address, status: answer.statusCode, text: '' }
  }
  throw new Error('the browser was sent round in circles')
}
