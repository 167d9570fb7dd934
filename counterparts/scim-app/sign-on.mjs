import { betterAuth } from 'better-auth'
import { genericOAuth } from 'better-auth/plugins'

const provider = 'hallpass'

/**
 * Signing on to the app by OpenID Connect, beside the SCIM server that makes its accounts: one Better Auth app with both.
 * The provider may start after the app, so it is looked up at the first sign-on and again while it cannot be found.
 */
export function createSignOn({ options, plugins, url, issuer, clientId, clientSecret }) {
  let open
  const auth = () => {
    open ??= start().catch((error) => {
      open = undefined
      throw error
    })
    return open
  }
  async function start() {
    const discoveryUrl = `${issuer}/.well-known/openid-configuration`
    await (await fetch(discoveryUrl)).json()
    const client = {
      providerId: provider,
      discoveryUrl,
      clientId,
      clientSecret,
      pkce: true,
      scopes: ['openid', 'email', 'profile'],
      // Nobody signs on who was not given an account first.
      disableSignUp: true,
    }
    return betterAuth({
      ...options,
      // An address that was provisioned is the app's own: the first sign-on joins the account that SCIM made.
      account: {
        accountLinking: { enabled: true, trustedProviders: [provider], requireLocalEmailVerified: false },
      },
      plugins: [...plugins, genericOAuth({ config: [client] })],
    })
  }
  return {
    auth,
    /** Where the browser goes to sign on, and the cookies it takes along. */
    async begin(headers) {
      const request = new Request(`${url}/api/auth/sign-in/social`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: headers.cookie ?? '', origin: url },
        body: JSON.stringify({ provider, callbackURL: '/welcome', errorCallbackURL: '/refused' }),
      })
      const answer = await (await auth()).handler(request)
      const { url: location } = await answer.json()
      if (!location) throw new Error('the app did not say where to sign on')
      return { location, cookies: answer.headers.getSetCookie() }
    },
    /** Who is signed in to the app; null for nobody. */
    async personOf(headers) {
      const session = await (await auth()).api.getSession({ headers: new Headers({ cookie: headers.cookie ?? '' }) })
      return session?.user ?? null
    },
  }
}
