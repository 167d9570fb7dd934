/**
 * An app of somebody else's making: Better Auth with its SCIM 2.0 server, which people sign on to by OpenID Connect.
 * Settings come by environment: PORT, SCIM_TOKEN, TITLE, DATA_FILE (a SQLite file; in memory without it), and for
 * signing on ISSUER, CLIENT_ID and CLIENT_SECRET.
 */
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { scim } from '@better-auth/scim'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { listAccounts } from './accounts.mjs'
import { accountsPage, refusedPage, welcomePage } from './page.mjs'
import { createSignOn } from './sign-on.mjs'

const { PORT, SCIM_TOKEN, DATA_FILE, ISSUER, CLIENT_ID, CLIENT_SECRET } = process.env
const title = process.env.TITLE || 'Sample app'
const url = `http://127.0.0.1:${PORT}`
const database = new DatabaseSync(DATA_FILE || ':memory:')

const options = {
  baseURL: url,
  // It signs nothing that leaves this machine: the app is reached on loopback only.
  secret: 'acme-sample-app-0123456789abcdef0123456789abcdef',
  database,
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
}
const plugins = [
  scim({ connections: [{ id: 'hallpass', credentials: [{ type: 'bearer', id: 'hallpass', token: SCIM_TOKEN }] }] }),
]
const auth = betterAuth({ ...options, plugins })
await (await getMigrations(auth.options)).runMigrations()
const client = { issuer: ISSUER, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET }
const signOn = ISSUER ? createSignOn({ options, plugins, url, ...client }) : null

const answerApi = toNodeHandler(auth)
const isScim = (path) => path.startsWith('/api/auth/scim/')
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', url).pathname
  if (path === '/accounts') return send(response, 200, 'application/json', JSON.stringify(listAccounts(database)))
  if (path === '/') return send(response, 200, 'text/html', accountsPage(title, listAccounts(database)))
  if (path.startsWith('/api/auth/') && (!signOn || isScim(path))) return answerApi(request, response)
  if (signOn) return person(path, request, response).catch((error) => fail(response, error))
  return send(response, 404, 'text/plain', 'There is nothing here.')
})
server.listen(Number(PORT), '127.0.0.1')

async function person(path, request, response) {
  if (path.startsWith('/api/auth/')) return toNodeHandler(await signOn.auth())(request, response)
  if (path === '/sign-in') return leave(response, await signOn.begin(request.headers))
  if (path === '/refused') return send(response, 403, 'text/html', refusedPage(title))
  if (path !== '/welcome') return send(response, 404, 'text/plain', 'There is nothing here.')
  const user = await signOn.personOf(request.headers)
  if (!user) return leave(response, { location: '/sign-in', cookies: [] })
  const account = listAccounts(database).find((each) => each.email === user.email)
  if (!account?.active) return send(response, 403, 'text/html', refusedPage(title))
  return send(response, 200, 'text/html', welcomePage(title, account))
}

process.once('SIGTERM', () => {
  server.close(() => {
    database.close()
    process.exit(0)
  })
  server.closeAllConnections()
})

function leave(response, { location, cookies }) {
  response.writeHead(302, { location, 'set-cookie': cookies, 'cache-control': 'no-store' }).end()
}

function fail(response, error) {
  console.error(error)
  send(response, 502, 'text/plain', 'The place where people sign in cannot be reached now. Try again in a minute.')
}

function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}
