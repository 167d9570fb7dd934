/**
 * Passwords where the instance cannot call us: a password must not wait in a table, so none is taken. The person is sent
 * what they need, proves who they are here and sets the password here; the request there ends when they have, or never did.
 */
import type { PasswordOutcome } from '@hallpass/contract/servicenow'
import type { PasswordCallback } from '@hallpass/contract/servicenow-shapes'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Person } from '../../directory/module.ts'
import type { Database, Tx } from '../../platform/database/database.ts'
import { type JobSpec, type Jobs, TryAgainAt } from '../../platform/jobs/jobs.ts'
import { closeWhenFlooded } from './close-door.ts'
import type { ServiceNowDeps } from './deps.ts'
import { inLanguage } from './in-language.ts'
import type { OpenClient } from './open-client.ts'
import { type Named, once, type PasswordDeps, sendLink } from './password-requests.ts'
import { type CallAppDeps, callApp } from './sign-call.ts'
import { findConnection, noteOnConnection } from './store-connections.ts'
import { endPending, findRequest, type PasswordRequest, pendingOf, pendingSince } from './store-passwords.ts'
import type { Connection } from './types.ts'

/** As long as the links of one recovery after the other may take somebody; then the request there ends, too. */
const waitHours = 24
const againSeconds = 60

const pending: PasswordOutcome = {
  status: 'pending',
  message: 'If Hallpass knows this person, they have been sent what they need to set a new password themselves.',
}

/** A reset or an unlock that waited in the outbox of the app. */
export async function linkFromServiceNow(
  deps: PasswordDeps,
  connection: Connection,
  kind: 'reset' | 'unlock',
  input: Named,
): Promise<PasswordOutcome> {
  await closeWhenFlooded(deps, connection)
  const work = async (person: Person | null) => {
    await sendLink(deps, connection, person, input)
    return pending
  }
  return once(deps, connection, kind, input, work, { isHarmless: true })
}

export const tellPasswordTask = 'servicenow.tell-password'

type SettleDeps = { db: Database; clock: ServiceNowDeps['clock']; jobs: Pick<Jobs, 'enqueue'> } & {
  credentials: Pick<ServiceNowDeps['credentials'], 'recovery'>
}

/** Whether somebody who got in again asked for it in ServiceNow. */
export async function hasLinks(
  { credentials }: Pick<SettleDeps, 'credentials'>,
  tx: Tx,
  { recoveryId }: { recoveryId: string },
): Promise<boolean> {
  const recovery = await credentials.recovery(tx, recoveryId)
  return recovery !== null && (await pendingOf(tx, recovery.personId)).length > 0
}

/** Somebody got in again: what they asked for in ServiceNow is done, whichever link or page they used. */
export async function settleLinks(deps: SettleDeps, { recoveryId }: { recoveryId: string }): Promise<void> {
  const recovery = await deps.credentials.recovery(deps.db, recoveryId)
  if (!recovery || recovery.kind === 'change') return
  await end(deps, await pendingOf(deps.db, recovery.personId), {
    status: 'success',
    message: recovery.kind === 'unlock' ? 'The account is unlocked.' : 'The new password is set.',
  })
}

/** What nobody used for a day is over. */
export async function endOldLinks(deps: SettleDeps, now: Date): Promise<void> {
  const before = new Date(now.getTime() - waitHours * 3_600_000)
  await end(deps, await pendingSince(deps.db, before), {
    status: 'failure',
    message: 'What was sent to set a new password was not used. Start again.',
  })
}

async function end(
  { db, clock, jobs }: SettleDeps,
  requests: readonly PasswordRequest[],
  { status, message }: PasswordCallback,
): Promise<void> {
  for (const { connectionId, kind, requestId } of requests)
    await db.transaction(async (tx) => {
      const request = { connectionId, kind, requestId, state: status, message, finishedAt: clock.now() }
      if (await endPending(tx, request)) await jobs.enqueue(tx, tellPasswordJob({ connectionId, kind, requestId }))
    })
}

type Key = Pick<PasswordRequest, 'connectionId' | 'kind' | 'requestId'>

function tellPasswordJob(key: Key): JobSpec {
  return { task: tellPasswordTask, payload: { ...key }, maxAttempts: 1000 }
}

export type TellPasswordDeps = CallAppDeps & { openClient: OpenClient }

/** At least once; a request that has ended there stays as it is. */
export async function tellPassword(deps: TellPasswordDeps, key: Key): Promise<void> {
  const request = await findRequest(deps.db, key)
  const connection = await findConnection(deps.db, key.connectionId)
  // What an agent asked for by itself is no record there that could be told.
  if (!request || !connection || !/^[0-9a-f]{32}$/.test(key.requestId)) return
  const message = inLanguage(request.language, request.message)
  const body: PasswordCallback = { status: request.state === 'success' ? 'success' : 'failure', message }
  const path = `password-requests/${key.requestId}`
  try {
    const client = await deps.openClient(connection)
    await callApp(deps, client, connection, { method: 'POST', path, body, subject: 'password-requests' })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    if (error.code === 'not_found') return
    const now = deps.clock.now()
    await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: error.message })
    throw new TryAgainAt(error.retryAt ?? new Date(now.getTime() + againSeconds * 1000), error.message)
  }
}
