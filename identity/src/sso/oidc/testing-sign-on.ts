/** An app's side of OpenID Connect, with the library that apps use, against the whole service listening on loopback. */
import type { AddressInfo } from 'node:net'
import * as client from 'openid-client'
import type { Caller, TestApp } from '../../testing-app.ts'
import { follow, openRpWorld, redirectUri, type TestRp } from './testing-rp.ts'

export type RpClient = {
  configure(rp: TestRp, auth?: client.ClientAuth): Promise<client.Configuration>
  /** Signs somebody on by code and PKCE; no tokens where they were sent elsewhere than to the app. */
  signOn(
    rp: TestRp,
    caller: Caller,
    further?: Record<string, string>,
    auth?: client.ClientAuth,
  ): Promise<{
    config: client.Configuration
    location: URL | null
    tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>> | null
  }>
}

/** The whole service and an app's side of it, at the machine's time. */
export async function openSignOnWorld(): Promise<{ world: TestApp; rpClient: RpClient }> {
  const world = await openRpWorld()
  return { world, rpClient: await openRpClient(world) }
}

export async function openRpClient(world: TestApp): Promise<RpClient> {
  const { origin } = world.app.foundation.config.publicUrl
  await world.server.listen({ port: 0, host: '127.0.0.1' })
  const listening = `http://127.0.0.1:${(world.server.server.address() as AddressInfo).port}`

  /** The library asks for our public address; what it sends goes to where the test listens. */
  const configure: RpClient['configure'] = (rp, auth) => {
    const here: client.CustomFetch = (url, options) => fetch(url.replace(origin, listening), options as RequestInit)
    return client.discovery(
      new URL('/oidc', origin),
      rp.clientId,
      undefined,
      auth ?? client.ClientSecretBasic(rp.secret),
      { execute: [client.allowInsecureRequests], [client.customFetch]: here },
    )
  }

  return {
    configure,
    async signOn(rp, caller, further = {}, auth) {
      const config = await configure(rp, auth)
      const verifier = client.randomPKCECodeVerifier()
      const state = client.randomState()
      const nonce = client.randomNonce()
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile email groups offline_access',
        prompt: 'consent',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        ...further,
      })
      const { location } = await follow(world, address.href, caller)
      const refusal = location?.searchParams.get('error_description')
      if (refusal) throw new Error(refusal)
      if (location?.origin !== 'https://rp.example') return { config, location, tokens: null }
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
      return { config, location, tokens: await client.authorizationCodeGrant(config, location, checks) }
    },
  }
}
