/**
 * An app of somebody else's making, to be provisioned: Better Auth with its SCIM 2.0 server.
 * Settings come by environment: PORT, SCIM_TOKEN, TITLE and DATA_FILE (a SQLite file; in memory without it).
 */
import { createServer } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { scim } from '@better-auth/scim'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { toNodeHandler } from 'better-auth/node'
import { listAccounts } from './accounts.mjs'
import { accountsPage } from './page.mjs'

const { PORT, SCIM_TOKEN, TITLE, DATA_FILE } = process.env
const url = `http://127.0.0.1:${PORT}`
const database = new DatabaseSync(DATA_FILE || ':memory:')

const auth = betterAuth({
  baseURL: url,
  // It signs nothing that leaves this machine: the app is reached on loopback only.
  secret: 'acme-sample-app-0123456789abcdef0123456789abcdef',
  database,
  telemetry: { enabled: false },
  rateLimit: { enabled: false },
  plugins: [
    scim({ connections: [{ id: 'hallpass', credentials: [{ type: 'bearer', id: 'hallpass', token: SCIM_TOKEN }] }] }),
  ],
})
await (await getMigrations(auth.options)).runMigrations()

const answerApi = toNodeHandler(auth)
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', url).pathname
  if (path.startsWith('/api/auth/')) return answerApi(request, response)
  if (path === '/accounts') return send(response, 200, 'application/json', JSON.stringify(listAccounts(database)))
  if (path === '/') return send(response, 200, 'text/html', accountsPage(TITLE || 'Sample app', listAccounts(database)))
  return send(response, 404, 'text/plain', 'There is nothing here.')
})
server.listen(Number(PORT), '127.0.0.1')

process.once('SIGTERM', () => {
  server.close(() => {
    database.close()
    process.exit(0)
  })
  server.closeAllConnections()
})

function send(response, status, type, body) {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}
