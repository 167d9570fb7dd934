import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { batches } from '../../platform/database/batches.ts'
import { TryAgainAt } from '../../platform/jobs/jobs.ts'
import { decideOrders, type ToDecide } from './decide-order.ts'
import { type HeldOrder, type HoldOrdersDeps, holdOrders, isAway } from './hold-orders.ts'
import type { OpenClient } from './open-client.ts'
import { type Reading, readOrders } from './read-orders.ts'
import { findConnection, noteOnConnection } from './store-connections.ts'
import { ordersByIds } from './store-orders.ts'
import type { Connection, Order } from './types.ts'

export type TakeUpDeps = HoldOrdersDeps & { openClient: OpenClient }

/** While an instance does not answer it is asked again this often; nothing is lost meanwhile, and the item says so. */
const silentSeconds = 30
/** A right that is missing is mended by people. */
const brokenSeconds = 300

/** Items that are decided in one transaction. */
const together = 10

/**
 * Reads some items back from their instance and decides them, several in one transaction. What cannot be read now is read
 * later: an item stays `checking` and nothing is decided on half of the facts.
 */
export async function takeUpOrders(
  deps: TakeUpDeps,
  { connectionId, orderIds }: { connectionId: string; orderIds: readonly string[] },
): Promise<void> {
  const { db, clock } = deps
  const connection = await findConnection(db, connectionId)
  if (!connection) return
  if (connection.state === 'disabled') throw later(clock.now(), brokenSeconds, 'the connection is closed')
  const known = await ordersByIds(db, orderIds)
  const orders = known.filter(({ state, personId }) => state === 'checking' && personId === null)
  if (orders.length === 0) return
  const { read, hidden } = await reading(
    deps,
    connection,
    orders.map(({ ritmSysId }) => ritmSysId),
  )
  const held: HeldOrder[] = []
  const readable = orders.filter(({ ritmSysId }) => !hidden.has(ritmSysId))
  for (const some of batches(readable, together)) {
    const toDecide = some.map((order) => ({ order, orderId: order.id, read: read.get(order.ritmSysId) ?? null }))
    if (some.length > 1 && (await areDecided(deps, connection, toDecide))) continue
    for (const each of toDecide) {
      const error = await faultOf(deps, connection, each)
      if (error !== null) held.push({ order: each.order, error })
    }
  }
  const unread = await noteHidden(deps, connection, orders, hidden)
  const again = await holdOrders(deps, connection, held)
  if (again !== null) throw again
  if (unread !== null) throw later(clock.now(), brokenSeconds, unread)
}

/** What the connection says of items that wait since a field of theirs is hidden; null where there is none. */
async function noteHidden(
  deps: TakeUpDeps,
  connection: Connection,
  orders: readonly Order[],
  hidden: Reading['hidden'],
): Promise<string | null> {
  const [failure] = hidden.values()
  if (failure === undefined) return null
  const waiting = orders.filter(({ ritmSysId }) => hidden.has(ritmSysId))
  const numbers = waiting.map(({ ritmNumber }) => ritmNumber).join(', ')
  const said = `ServiceNow does not show all of ${numbers}: ${failure.message}`
  await noteOnConnection(deps.db, connection.id, { last_failure_at: deps.clock.now(), last_failure: said })
  return said
}

/** Null where it was decided. Never throws: what one item is must not hold up the others. */
async function faultOf(deps: TakeUpDeps, connection: Connection, toDecide: ToDecide): Promise<unknown> {
  try {
    await decideOrders(deps, connection, [toDecide])
    return null
  } catch (error) {
    const { orderId } = toDecide
    if (!isAway(error))
      deps.log.error({ err: error, connectionId: connection.id, orderId }, 'an item could not be decided')
    return error
  }
}

/** Where one of them is at fault none is decided, and each is looked at for itself. */
async function areDecided(deps: TakeUpDeps, connection: Connection, orders: readonly ToDecide[]): Promise<boolean> {
  return decideOrders(deps, connection, orders).then(
    () => true,
    () => false,
  )
}

async function reading(deps: TakeUpDeps, connection: Connection, ritmSysIds: string[]) {
  const now = deps.clock.now()
  try {
    const client = await deps.openClient(connection)
    return await readOrders(client, ritmSysIds)
  } catch (error) {
    if (!(error instanceof ServiceNowFailure)) throw error
    await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: error.message })
    if (error.retryAt) throw new TryAgainAt(error.retryAt, error.message)
    throw later(now, error.isRetryable ? silentSeconds : brokenSeconds, error.message)
  }
}

const later = (now: Date, seconds: number, reason: string): TryAgainAt =>
  new TryAgainAt(new Date(now.getTime() + seconds * 1000), reason)
