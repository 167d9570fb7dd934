/** The process behind `startPromptScim`: finds, creates, patches and reads by map look-up; checks nothing. */
import { createServer } from 'node:http'
import { applyPatch } from './scim-patch-operations.ts'

type Account = { id: string; userName: string; externalId?: string; [attribute: string]: unknown }

const accounts = new Map<string, Account>()
const idByName = new Map<string, string>()
/** Ids of groups by name; who is a member is not kept. */
const groups = new Map<string, string>()
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
  if (kind === 'Groups') return answerGroups(method, path, text)
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

function answerGroups(method: string, path: string, text: string): { status: number; body?: unknown } {
  if (method === 'PATCH') return { status: 204 }
  if (method === 'GET') return { status: 200, body: listing(groupsNamed(path)) }
  const { displayName } = JSON.parse(text) as { displayName: string }
  const id = `group-${groups.size + 1}`
  groups.set(displayName, id)
  return { status: 201, body: { id, displayName } }
}

function groupsNamed(path: string): unknown[] {
  const { literal } = filterOf(path)
  const id = groups.get(literal)
  return id ? [{ id, displayName: literal }] : []
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
  const { attribute, literal } = filterOf(path)
  const id = idByName.get(attribute === 'username' ? literal.toLowerCase() : literal)
  return listing(id ? [accounts.get(id)] : [])
}

function filterOf(path: string): { attribute: string; literal: string } {
  const filter = new URL(path, 'http://scim.invalid').searchParams.get('filter') ?? ''
  const [, attribute = '', value] = /^(userName|externalId|displayName) eq (".*")$/i.exec(filter) ?? []
  return { attribute: attribute.toLowerCase(), literal: value ? String(JSON.parse(value)) : '' }
}

function listing(Resources: unknown[]): unknown {
  return { totalResults: Resources.length, startIndex: 1, itemsPerPage: Resources.length, Resources }
}
