import { bareClient, jwtResource, startBareProvider } from './bare-provider.ts'
import { withCompany } from './company.ts'
import { type Bench, figure, inTurn } from './figure.ts'
import { httpCall } from './http-call.ts'
import { basic, makeOidcApp } from './oidc-app.ts'

const goal = 0.67
const rounds = 8

/** Tokens that a program gets in its own name, from us with PostgreSQL and from the bare library with its memory. */
export const bench: Bench = {
  name: 'tokens',
  run: () =>
    withCompany({}, async (company) => {
      const bare = await startBareProvider()
      try {
        const app = await makeOidcApp(company, 'Slack')
        const ours = askerOf(`${app.issuer}/token`, basic(app.clientId, app.secret))
        const theirs = (more = '') =>
          askerOf(
            `${bare.issuer}/token`,
            basic(bareClient.id, bareClient.secret),
            `grant_type=client_credentials${more}`,
          )
        const measured = await inTurn(
          { ours, opaque: theirs(), signed: theirs(`&resource=${jwtResource}`) },
          { rounds, each: 400, atOnce: 8 },
        )
        const note =
          'ours are opaque, kept in PostgreSQL and revocable at once; 8 at once, in turn with the other kinds'
        const shared = { value: measured.ours.perSecond, goal, unit: '/s' }
        return [
          figure({
            ...shared,
            name: 'tokens-of-bare-es256',
            limit: measured.signed.perSecond,
            note: `${note}; the limit signs JWTs with ES256 and keeps nothing`,
          }),
          figure({
            ...shared,
            name: 'tokens-of-bare-opaque',
            limit: measured.opaque.perSecond,
            note: `${note}; the limit keeps opaque ones in memory`,
          }),
        ]
      } finally {
        await bare.stop()
      }
    }),
}

function askerOf(url: string, authorization: string, body = 'grant_type=client_credentials'): () => Promise<void> {
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }
  return async () => {
    const { status, text } = await httpCall({ method: 'POST', url, headers, body })
    if (status !== 200) throw new Error(`${status} from ${url}: ${text}`)
  }
}
