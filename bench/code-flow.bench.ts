import { createHash, randomBytes } from 'node:crypto'
import { bareClient, startBareProvider } from './bare-provider.ts'
import { withCompany } from './company.ts'
import { type Bench, figure, inTurn } from './figure.ts'
import { cookieHeader, httpCall, keepCookie } from './http-call.ts'
import { basic, makeOidcApp, type OidcApp, signedIn } from './oidc-app.ts'

const goal = 0.6
const people = ['molly', 'marcus', 'leo']
const scope = 'openid profile email'

/**
 * A whole code flow of somebody who is signed in: authorization with PKCE, code, token with an ID token of ES256. Ours asks
 * session, access and sign-on policy each time and keeps everything in PostgreSQL; the limit is the library with its memory.
 */
export const bench: Bench = {
  name: 'code-flow',
  run: () =>
    withCompany({}, async (company) => {
      const bare = await startBareProvider()
      try {
        const app = await makeOidcApp(company, 'Slack')
        // One after the other: whoever signs in from three new places in one instant looks like a guess.
        const browsers: { ours: Map<string, string>; theirs: Map<string, string> }[] = []
        for (let n = 0; n < 8; n++) {
          const { cookies } = await signedIn(company, people[n % people.length] as string, n + 10)
          browsers.push({ ours: new Map(cookies), theirs: new Map() })
        }
        const other: OidcApp = { ...bareClient, issuer: bare.issuer, clientId: bareClient.id }
        const free = [...browsers]
        const inBrowser = async (walk: (browser: (typeof browsers)[number]) => Promise<void>) => {
          const browser = free.pop() as (typeof browsers)[number]
          await walk(browser)
          free.push(browser)
        }
        const measured = await inTurn(
          {
            ours: () => inBrowser(({ ours }) => signOn(app, ours)),
            bare: () => inBrowser(({ theirs }) => signOn(other, theirs)),
          },
          { rounds: 8, each: 150, atOnce: browsers.length },
        )
        return [
          figure({
            name: 'code-flows-of-bare',
            value: measured.ours.perSecond,
            limit: measured.bare.perSecond,
            goal,
            unit: '/s',
            note: `${browsers.length} browsers at once with a session each; both in turn`,
          }),
        ]
      } finally {
        await bare.stop()
      }
    }),
}

/** The redirects of a browser from the authorization to the app, and the app's call for the tokens. */
async function signOn(app: OidcApp, cookies: Map<string, string>): Promise<void> {
  const verifier = randomBytes(32).toString('base64url')
  const asked = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: app.redirectUri,
    response_type: 'code',
    scope,
    state: 'some-state',
    nonce: 'some-nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const code = await follow(`${app.issuer}/auth?${asked}`, app.redirectUri, cookies)
  const { status, text } = await httpCall({
    method: 'POST',
    url: `${app.issuer}/token`,
    headers: {
      authorization: basic(app.clientId, app.secret),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: String(
      new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: app.redirectUri,
        code_verifier: verifier,
      }),
    ),
  })
  if (status !== 200 || !text.includes('id_token')) throw new Error(`${status} for a code: ${text}`)
}

async function follow(start: string, end: string, cookies: Map<string, string>): Promise<string> {
  let url = start
  for (let hop = 0; hop < 8; hop++) {
    const headers = { cookie: cookieHeader(cookies), accept: 'text/html' }
    const answer = await httpCall({ method: 'GET', url, headers })
    for (const line of answer.cookies) keepCookie(cookies, line)
    if (answer.location === undefined) throw new Error(`${answer.status} at ${url}: ${answer.text.slice(0, 300)}`)
    url = new URL(answer.location, url).href
    if (!url.startsWith(end)) continue
    const code = new URL(url).searchParams.get('code')
    if (code === null) throw new Error(`No code in ${url}`)
    return code
  }
  throw new Error('Sent round in circles.')
}
