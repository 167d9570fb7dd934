/** The process of `express-app.ts`: Express with express-openid-connect, as its documentation sets it up. */
import express, { type Request } from 'express'
import { auth, type ConfigParams } from 'express-openid-connect'

type Signed = Request & { oidc: { isAuthenticated(): boolean; fetchUserInfo(): Promise<object> } }

const { PORT, ISSUER, CLIENT_ID, CLIENT_SECRET } = process.env
const baseURL = `http://127.0.0.1:${PORT}`
const endedSessions = new Map<string, object>()

const app = express()
app.get('/health', (_request, response) => void response.send('well'))
app.use(
  auth({
    issuerBaseURL: ISSUER ?? '',
    baseURL,
    clientID: CLIENT_ID ?? '',
    clientSecret: CLIENT_SECRET ?? '',
    secret: 'only-for-tests-of-this-machine-0123456789',
    // Its page says who is signed in, nobody included, instead of sending whoever comes to sign on.
    authRequired: false,
    authorizationParams: { response_type: 'code', scope: 'openid profile email groups' },
    // Signing out here asks to sign out at the provider as well (RP-Initiated Logout 1.0).
    idpLogout: true,
    backchannelLogout: { store: storeOf(endedSessions) as never },
  } satisfies ConfigParams),
)
app.get('/', async (request, response) => {
  const { oidc } = request as Signed
  response.json({ user: oidc.isAuthenticated() ? await oidc.fetchUserInfo() : null })
})
app.listen(Number(PORT), '127.0.0.1')

/** Of express-session's kind, in memory: what the library remembers of logout tokens. */
function storeOf(kept: Map<string, object>) {
  return {
    get: (id: string, done: (error: null, value?: object) => void) => done(null, kept.get(id)),
    set(id: string, value: object, done?: () => void) {
      kept.set(id, value)
      done?.()
    },
    destroy(id: string, done?: () => void) {
      kept.delete(id)
      done?.()
    },
  }
}
