import type { RouteSpec } from '@hallpass/contract/route'
import { type PostFulfilment, servicenowRoutes as spec } from '@hallpass/contract/servicenow'
import type { Row } from '@hallpass/servicenow-client/query'
import { Value } from 'typebox/value'
import { type ActionDeps, type Door, fulfil, getFulfilment, getPolicy, listApps, revoke } from './actions.ts'
import { passwordInTable } from './errors.ts'
import { linkFromServiceNow } from './password-links.ts'
import type { Named, PasswordDeps } from './password-requests.ts'

export type CallDeps = ActionDeps & PasswordDeps

/** What the app may leave in its outbox. Passwords are not among it, they never wait in a table: links are asked for. */
const answerable: { spec: RouteSpec; run: (deps: CallDeps, door: Door, input: Input) => Promise<unknown> }[] = [
  { spec: spec.deskApps, run: (deps, door, { query }) => listApps(deps, door, query) },
  {
    spec: spec.deskPolicy,
    run: (deps, door, { params, query }) => getPolicy(deps, door, { ...query, roleId: params.roleId ?? '' }),
  },
  { spec: spec.deskFulfil, run: (deps, door, { body }) => fulfil(deps, door, body as PostFulfilment) },
  { spec: spec.deskFulfilment, run: (deps, door, { params }) => getFulfilment(deps, door, params.ritmSysId ?? '') },
  { spec: spec.deskRevoke, run: (deps, door, { body }) => revoke(deps, door, body as Parameters<typeof revoke>[2]) },
  { spec: spec.deskResetPassword, run: (deps, door, input) => link(deps, door, 'reset', input) },
  { spec: spec.deskUnlock, run: (deps, door, input) => link(deps, door, 'unlock', input) },
]

function link(deps: CallDeps, { connection }: Door, kind: 'reset' | 'unlock', { body, callId }: Input) {
  const { requestId, person } = body as Pick<Named, 'requestId' | 'person'>
  if (carriesPassword(body)) throw passwordInTable()
  return linkFromServiceNow(deps, connection, kind, { requestId, person, callId })
}

export const carriesPassword = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && ['newPassword', 'oldPassword'].some((name) => name in body)

type Input = { params: Record<string, string>; query: Record<string, string>; body: unknown; callId: string }
type Resolved = { spec: RouteSpec; run: (typeof answerable)[number]['run']; input: Input }

/** What is meant by a row of the outbox; null for anything that no app of ours says. */
export function resolveCall(row: Row): Resolved | null {
  const url = URL.canParse(row.path ?? '', 'http://outbox') ? new URL(row.path ?? '', 'http://outbox') : null
  if (!url) return null
  for (const { spec: route, run } of answerable) {
    if (route.method !== row.method) continue
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const match = new RegExp(`^${route.path.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(url.pathname)
    if (!match) continue
    const words = match.slice(1).map(decoded)
    if (words.includes(null)) return null
    const params = Object.fromEntries(names.map((name, index) => [name, words[index] ?? '']))
    const query = Object.fromEntries(url.searchParams)
    const body = parse(row.body ?? '')
    const fits =
      (!route.params || Value.Check(route.params, params)) &&
      (!route.query || Value.Check(route.query, query)) &&
      (!route.body || Value.Check(route.body, body))
    return fits ? { spec: route, run, input: { params, query, body, callId: row.sys_id ?? '' } } : null
  }
  return null
}

function decoded(word: string): string | null {
  try {
    return decodeURIComponent(word)
  } catch {
    return null
  }
}

export function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
