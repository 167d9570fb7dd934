import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Row } from '@hallpass/servicenow-client/query'
import { fromServiceNowTime } from '@hallpass/servicenow-client/times'
import { Failure, type FailureKind } from '../../platform/errors.ts'
import type { Door } from './actions.ts'
import type { ServiceNowDeps } from './deps.ts'
import { isOfInstance } from './is-of-instance.ts'
import { type CallDeps, carriesPassword, parse, resolveCall } from './resolve-call.ts'
import type { Connection } from './types.ts'

export type AnswerCallsDeps = CallDeps & Pick<ServiceNowDeps, 'log'>

const outbox = 'x_hlps_access_call'
/** Rows of one turn; the rest are there the next time. */
const rowsMax = 1000
const fields = ['method', 'path', 'body', 'attempts', 'next_try_at'] as const

type Answer = { status: number; body: unknown }

/**
 * Where the instance cannot reach us, its app leaves what it would say in a table: Hallpass reads it, does it, and writes
 * the answer beside it. The same actions, checks and ids as at the door. A row that cannot be answered stays for the next
 * time and holds up none of the others. False where there is no such table.
 */
export async function answerCalls(
  deps: AnswerCallsDeps,
  connection: Connection,
  client: ServiceNowClient,
): Promise<boolean> {
  let rows: Row[]
  try {
    const where = [{ field: 'state', op: '=', value: 'waiting' }] as const
    rows = await client.table.list(outbox, { where, fields: [...fields], rowsMax })
  } catch (error) {
    // "Invalid table": our app is not installed.
    if (error instanceof ServiceNowFailure && ['rejected', 'not_found', 'forbidden'].includes(error.code)) return false
    throw error
  }
  const door: Door = { connection, by: 'pull' }
  const offsetMs = (connection.clockOffsetSeconds ?? 0) * 1000
  for (const row of rows) {
    if (!isDue(row, new Date(deps.clock.now().getTime() + offsetMs))) continue
    try {
      await answerRow(deps, door, client, row)
    } catch (error) {
      if (isOfInstance(error)) throw error
      const about = { err: error, connectionId: connection.id, callId: row.sys_id }
      deps.log.error(about, 'a call in the outbox of ServiceNow could not be answered and stays there')
    }
  }
  return true
}

/** What was answered "later" says itself when; by the clock of the instance. What is new waits for nothing. */
function isDue({ attempts, next_try_at: nextTryAt }: Row, nowThere: Date): boolean {
  if (Number(attempts || '0') === 0) return true
  const at = fromServiceNowTime(nextTryAt ?? '')
  return at === null || at <= nowThere
}

async function answerRow(deps: AnswerCallsDeps, door: Door, client: ServiceNowClient, row: Row): Promise<void> {
  const answer = await answerTo(deps, door, row)
  const values = {
    state: 'answered',
    status_code: String(answer.status),
    answer: JSON.stringify(answer.body),
    // Somebody's own steps may have put one there; it does not stay.
    ...(carriesPassword(parse(row.body ?? '')) ? { body: '' } : {}),
  }
  await client.table.update(outbox, row.sys_id ?? '', values, [])
}

const statusOf: { readonly [kind in FailureKind]?: number } = {
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rate_limited: 429,
}

async function answerTo(deps: AnswerCallsDeps, door: Door, row: Row): Promise<Answer> {
  const found = resolveCall(row)
  if (!found) return { status: 404, body: { code: 'not_found', detail: 'There is no such call.' } }
  try {
    return { status: found.spec.success.status, body: await found.run(deps, door, found.input) }
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'unavailable' || error.kind === 'internal') throw error
    return { status: statusOf[error.kind] ?? 400, body: { code: error.code, detail: error.message } }
  }
}
