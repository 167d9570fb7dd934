import type { RouteSpec } from '@hallpass/contract/route'
import { type PostFulfilment, servicenowRoutes as spec } from '@hallpass/contract/servicenow'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Row } from '@hallpass/servicenow-client/query'
import { Value } from 'typebox/value'
import { Failure } from '../../platform/errors.ts'
import { type ActionDeps, type Door, fulfil, getFulfilment, getPolicy, listApps, revoke } from './actions.ts'
import { passwordInTable } from './errors.ts'
import { linkFromServiceNow } from './password-links.ts'
import type { Named, PasswordDeps } from './password-requests.ts'
import type { Connection } from './types.ts'

export type AnswerCallsDeps = ActionDeps & PasswordDeps

const outbox = 'x_hlps_access_call'
/** Rows of one turn; the rest are there the next time. */
const rowsMax = 1000

/** What the app may leave in its outbox. Passwords are not among it, they never wait in a table: links are asked for. */
const answerable: { spec: RouteSpec; run: (deps: AnswerCallsDeps, door: Door, input: Input) => Promise<unknown> }[] = [
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

function link(deps: AnswerCallsDeps, { connection }: Door, kind: 'reset' | 'unlock', { body, callId }: Input) {
  const { requestId, person } = body as Pick<Named, 'requestId' | 'person'>
  if (carriesPassword(body)) throw passwordInTable()
  return linkFromServiceNow(deps, connection, kind, { requestId, person, callId })
}

const carriesPassword = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && ['newPassword', 'oldPassword'].some((name) => name in body)

type Input = { params: Record<string, string>; query: Record<string, string>; body: unknown; callId: string }
type Answer = { status: number; body: unknown }

/**
 * Where the instance cannot reach us, its app leaves what it would say in a table: Hallpass reads it, does it, and writes
 * the answer beside it. The same actions, checks and ids as at the door. False where there is no such table.
 */
export async function answerCalls(
  deps: AnswerCallsDeps,
  connection: Connection,
  client: ServiceNowClient,
): Promise<boolean> {
  let rows: Row[]
  try {
    const where = [{ field: 'state', op: '=', value: 'waiting' }] as const
    rows = await client.table.list(outbox, { where, fields: ['method', 'path', 'body'], rowsMax })
  } catch (error) {
    // "Invalid table": our app is not installed.
    if (error instanceof ServiceNowFailure && ['rejected', 'not_found', 'forbidden'].includes(error.code)) return false
    throw error
  }
  const door: Door = { connection, by: 'pull' }
  for (const row of rows) {
    const answer = await answerOne(deps, door, row)
    const values = {
      state: 'answered',
      status_code: String(answer.status),
      answer: JSON.stringify(answer.body),
      // Somebody's own steps may have put one there; it does not stay.
      ...(carriesPassword(parse(row.body ?? '')) ? { body: '' } : {}),
    }
    await client.table.update(outbox, row.sys_id ?? '', values, [])
  }
  return true
}

async function answerOne(deps: AnswerCallsDeps, door: Door, row: Row): Promise<Answer> {
  const found = resolve(row)
  if (!found) return { status: 404, body: { code: 'not_found', detail: 'There is no such call.' } }
  try {
    return { status: found.spec.success.status, body: await found.run(deps, door, found.input) }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'unavailable' || error.kind === 'internal') throw error
    const status = { not_found: 404, conflict: 409, forbidden: 403 }[error.kind as string] ?? 400
    return { status, body: { code: error.code, detail: error.message } }
  }
}

function resolve(row: Row) {
  const url = URL.canParse(row.path ?? '', 'http://outbox') ? new URL(row.path ?? '', 'http://outbox') : null
  if (!url) return null
  for (const { spec: route, run } of answerable) {
    if (route.method !== row.method) continue
    const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const match = new RegExp(`^${route.path.replaceAll(/:\w+/g, '([^/]+)')}$`).exec(url.pathname)
    if (!match) continue
    const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]))
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

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
