import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { type AnswerCallsDeps, answerCalls } from './answer-calls.ts'
import { findOrders } from './find-orders.ts'
import type { OpenClient } from './open-client.ts'
import { allConnections, findConnection, noteOnConnection } from './store-connections.ts'
import { tellAgain } from './tell-again.ts'
import type { WithoutApp } from './tell-order.ts'
import type { Connection } from './types.ts'

export type PollDeps = AnswerCallsDeps & { openClient: OpenClient; withoutApp: WithoutApp }

/** Where the app calls us, Hallpass still looks this often for what was lost on the way. */
const pushPollSeconds = 600

/** Asks every instance whose turn it is what is new. One that does not answer holds up none of the others. */
export async function pollDue(deps: PollDeps, now: Date): Promise<void> {
  for (const connection of await allConnections(deps.db)) {
    const { settings, polledAt, state, instanceId } = connection
    if (state === 'disabled' || instanceId === null) continue
    const everySeconds =
      settings.mode === 'pull' ? settings.pollSeconds : Math.max(pushPollSeconds, settings.pollSeconds)
    if (polledAt && now.getTime() - polledAt.getTime() < everySeconds * 1000) continue
    try {
      await poll(deps, connection)
    } catch (error) {
      deps.log.error({ err: error, connectionId: connection.id }, 'an instance of ServiceNow could not be looked at')
      await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: ownFault, polled_at: now })
    }
  }
}

const ownFault = 'Hallpass could not look for what is new in this instance; its log says why.'

/** Never throws for what an instance does: the next time asks again, and the connection says since when it fails. */
export async function poll(deps: PollDeps, { id }: Pick<Connection, 'id'>): Promise<void> {
  const connection = await findConnection(deps.db, id)
  if (!connection) return
  const now = deps.clock.now()
  try {
    const client = await deps.openClient(connection)
    // Where the app says itself what is in its outbox, a second reader would only take the words out of its mouth.
    const isPull = connection.settings.mode === 'pull'
    const hasOutbox = !isPull || (await answerCalls(deps, connection, client))
    if (isPull && hasOutbox) {
      deps.withoutApp.delete(id)
      await tellAgain(deps, connection, client)
    }
    await findOrders(deps, connection, client, { hasOutbox, now })
    await noteOnConnection(deps.db, id, { polled_at: now })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    await noteOnConnection(deps.db, id, { last_failure_at: now, last_failure: error.message, polled_at: now })
  }
}
