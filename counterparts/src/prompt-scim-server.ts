/** The process behind `startPromptScim`: finds, creates, patches and reads accounts by map look-up; checks nothing. */
import { createServer } from 'node:http'
import { applyPatch } from './scim-patch-operations.ts'

type Account = { id: string; userName: string; externalId?: string; [attribute: string]: unknown }

const accounts = new Map<string, Account>()
const idByName = new Map<string, string>()
const madeAt: Record<string, number> = {}
let calls = 0

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { status, body } = answer(request.method ?? 'GET', request.url ?? '/', Buffer.concat(chunks).toString())
    response.writeHead(status, { 'content-type': 'application/scim+json' }).end(body && JSON.stringify(body))
  })
}).listen(Number(process.argv[2]), '127.0.0.1')

function answer(method: string, path: string, text: string): { status: number; body?: unknown } {
  if (path === '/stats') return { status: 200, body: { calls, accounts: accounts.size, madeAt } }
  calls++
  const [, kind = '', id = ''] = path.split(/[/?]/)
  if (kind !== 'Users')
    return { status: kind === 'ServiceProviderConfig' ? 200 : 404, body: { patch: { supported: true } } }
  if (method === 'POST') return create(JSON.parse(text) as Account)
  if (method === 'GET' && path.includes('?')) return { status: 200, body: find(path) }
  const account = accounts.get(id)
  if (!account) return { status: 404, body: { status: '404', detail: 'No such account.' } }
  if (method === 'PATCH') accounts.set(id, applyPatch(account, JSON.parse(text)) as Account)
  if (method === 'PUT') accounts.set(id, { ...(JSON.parse(text) as Account), id })
  return { status: 200, body: accounts.get(id) }
}

function create(body: Account): { status: number; body: unknown } {
  const key = body.userName.toLowerCase()
  if (idByName.has(key)) return { status: 409, body: { status: '409', scimType: 'uniqueness', detail: 'Taken.' } }
  const account = { ...body, id: `account-${accounts.size + 1}` }
  accounts.set(account.id, account)
  idByName.set(key, account.id)
  if (body.externalId) idByName.set(body.externalId, account.id)
  madeAt[body.externalId ?? body.userName] = Date.now()
  return { status: 201, body: account }
}

/** Understands `userName eq "…"` and `externalId eq "…"`; anything else finds nobody. */
function find(path: string): unknown {
  const filter = new URL(path, 'http://scim.invalid').searchParams.get('filter') ?? ''
  const [, attribute, literal] = /^(userName|externalId) eq (".*")$/i.exec(filter) ?? []
  const value = literal ? String(JSON.parse(literal)) : ''
  const id = idByName.get(attribute?.toLowerCase() === 'username' ? value.toLowerCase() : value)
  const Resources = id ? [accounts.get(id)] : []
  return { totalResults: Resources.length, startIndex: 1, itemsPerPage: Resources.length, Resources }
}
