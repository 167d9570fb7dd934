import type { FulfilmentCallback } from '@hallpass/contract/servicenow-shapes'
import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { journalText } from '@hallpass/servicenow-client/journal'
import { type JobSpec, TryAgainAt } from '../../platform/jobs/jobs.ts'
import type { ServiceNowDeps } from './deps.ts'
import { inLanguage } from './in-language.ts'
import type { OpenClient } from './open-client.ts'
import { type CallAppDeps, callApp } from './sign-call.ts'
import { findConnection, noteOnConnection } from './store-connections.ts'
import { itemsOf, noteTellFailed, orderById, type Told } from './store-orders.ts'
import type { Connection, FulfilmentState, Order } from './types.ts'

export type TellOrderDeps = CallAppDeps &
  Pick<ServiceNowDeps, 'access' | 'requests'> & {
    openClient: OpenClient
    withoutApp: WithoutApp
    /** Items that were told at the same time are noted by one statement. */
    noteTold: (told: Told) => Promise<void>
  }

/** Instances without our app, until when that is believed: nobody asks anew before each item that was found by looking. */
export type WithoutApp = Map<string, Date>

const withoutAppMs = 60_000

export const tellTask = 'servicenow.tell'

/** Many changes, one telling: whoever runs last says how things are then. `runAt`: at once, when left out. */
export function tellJob(orderId: string, runAt?: Date): JobSpec {
  const key = `${tellTask}:${orderId}`
  return { task: tellTask, payload: { orderId }, key, maxAttempts: 1000, ...(runAt ? { runAt } : {}) }
}

/**
 * Tells the instance how an item is doing: at least once, and never anything older than what it was told, because the
 * version goes along. A lost answer is told again; the app there leaves aside what it has seen.
 */
export async function tellOrder(deps: TellOrderDeps, orderId: string): Promise<void> {
  const order = await orderById(deps.db, orderId)
  if (!order || order.toldVersion >= order.version) return
  const connection = await findConnection(deps.db, order.connectionId)
  if (!connection) return
  if (connection.state === 'disabled') throw again(deps, 300, 'the connection is closed')
  try {
    const client = await deps.openClient(connection)
    await tell(deps, client, connection, order)
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    const failures = await noteTellFailed(deps.db, order.id)
    await noteOnConnection(deps.db, connection.id, { last_failure_at: deps.clock.now(), last_failure: error.message })
    if (error.retryAt) throw new TryAgainAt(error.retryAt, error.message)
    throw again(deps, Math.min(600, 5 * 2 ** Math.min(failures, 8)), error.message)
  }
  await deps.noteTold({ orderId: order.id, version: order.version })
}

const again = ({ clock }: TellOrderDeps, seconds: number, why: string): TryAgainAt =>
  new TryAgainAt(new Date(clock.now().getTime() + seconds * 1000), why)

async function tell(
  deps: TellOrderDeps,
  client: ServiceNowClient,
  connection: Connection,
  order: Order,
): Promise<void> {
  const message = journalText(inLanguage(order.language, order.message))
  const workNote = journalText(inLanguage(connection.language, order.workNote))
  const believedUntil = deps.withoutApp.get(connection.id)
  const isBelieved = believedUntil !== undefined && believedUntil > deps.clock.now()
  if (isBelieved && order.door === 'pull') return writeItem(client, order, message, workNote)
  const body: FulfilmentCallback = { state: order.state, message, workNote, version: order.version }
  try {
    await callApp(deps, client, connection, {
      method: 'POST',
      path: `fulfilments/${order.ritmSysId}`,
      body,
      subject: 'fulfilments',
    })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure) || error.code !== 'not_found') throw error
    if (!isAnswerOfApp(error)) {
      if (await hasTablesOfApp(client)) throw appSilent()
      deps.withoutApp.set(connection.id, new Date(deps.clock.now().getTime() + withoutAppMs))
    }
    return await writeItem(client, order, message, workNote)
  }
  await tellGrants(deps, client, connection, order)
}

/**
 * The app is there and waits for nothing about this item: no flow of ours closes it. Anything else that is not found is no
 * word of the app. While it is put in anew its address is gone and its flows and rules are not: an item that we closed then
 * would look as if a person had done it, and what was just given would be taken back.
 */
const isAnswerOfApp = ({ said }: ServiceNowFailure): boolean => said === 'not_found'

async function hasTablesOfApp(client: ServiceNowClient): Promise<boolean> {
  try {
    await client.table.pages('x_hlps_access_call', { where: [], fields: [], pageSize: 1 }).next()
    return true
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    // "Invalid table". One that may not be read is there.
    if (error.code === 'rejected') return false
    if (error.code === 'forbidden') return true
    throw error
  }
}

const appSilent = (): ServiceNowFailure =>
  new ServiceNowFailure(
    'unreachable',
    'The app of Hallpass is in ServiceNow and does not answer: it is being put in anew, or its REST interface is switched off.',
  )

/** sc_req_item.state; null leaves it as it is. */
const itemStates: Record<FulfilmentState, string | null> = {
  checking: null,
  denied: '4',
  working: '2',
  manual: '2',
  failed: '2',
  fulfilled: '3',
  revoking: null,
  ended: '4',
}

async function writeItem(client: ServiceNowClient, order: Order, message: string, workNote: string): Promise<void> {
  const state = itemStates[order.state]
  await client.table.update(
    'sc_req_item',
    order.ritmSysId,
    { ...(state === null ? {} : { state }), comments: message, ...(workNote === '' ? {} : { work_notes: workNote }) },
    [],
  )
}

async function tellGrants(
  deps: TellOrderDeps,
  client: ServiceNowClient,
  connection: Connection,
  order: Order,
): Promise<void> {
  if (order.state !== 'fulfilled' && order.state !== 'ended') return
  for (const item of await itemsOf(deps.db, order.id)) {
    const request = item.requestId === null ? null : await deps.requests.request(deps.db, item.requestId)
    const grantId = request?.grantId ?? item.grantId
    const grant = grantId === null ? null : await deps.access.grant(deps.db, grantId)
    if (!grant) continue
    await callApp(deps, client, connection, {
      method: 'POST',
      path: 'grants',
      body: {
        ritm: order.ritmSysId,
        role: item.roleId,
        state: grant.state === 'ended' ? 'ended' : 'active',
        startsAt: grant.startedAt?.toISOString() ?? null,
        endsAt: grant.endsAt?.toISOString() ?? null,
        version: order.version,
      },
      subject: 'grants',
    })
  }
}
