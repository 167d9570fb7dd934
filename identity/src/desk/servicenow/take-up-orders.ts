import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { batches } from '../../platform/database/batches.ts'
import { Failure } from '../../platform/errors.ts'
import { TryAgainAt } from '../../platform/jobs/jobs.ts'
import { type DecideOrderDeps, decideOrders, giveUpOrder, isOverdue, type ToDecide } from './decide-order.ts'
import type { ServiceNowDeps } from './deps.ts'
import type { OpenClient } from './open-client.ts'
import { type Reading, readOrders } from './read-orders.ts'
import { findConnection, noteOnConnection } from './store-connections.ts'
import { ordersByIds } from './store-orders.ts'
import type { Connection, Order } from './types.ts'

export type TakeUpDeps = DecideOrderDeps & Pick<ServiceNowDeps, 'log'> & { openClient: OpenClient }

/** While an instance does not answer it is asked again this often; nothing is lost meanwhile, and the item says so. */
const silentSeconds = 30
/** A right that is missing is mended by people. */
const brokenSeconds = 300
/** What this side cannot decide yet is looked at again this often. */
const unsettledSeconds = 60

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
  let isStale = false
  const undecided: Order[] = []
  const readable = orders.filter(({ ritmSysId }) => !hidden.has(ritmSysId))
  for (const some of batches(readable, together)) {
    const toDecide = some.map((order) => ({ order, orderId: order.id, read: read.get(order.ritmSysId) ?? null }))
    if (some.length > 1 && (await areDecided(deps, connection, toDecide))) continue
    for (const each of toDecide) {
      const error = await faultOf(deps, connection, each)
      // A directory that was not read for long decides nothing; the others are none of its business.
      if (error instanceof Failure && error.kind === 'unavailable') isStale = true
      else if (error !== null) undecided.push(each.order)
    }
  }
  const unread = await noteHidden(deps, connection, orders, hidden)
  if (undecided.length > 0) await waitOrGiveUp(deps, connection, undecided)
  if (isStale) throw later(clock.now(), unsettledSeconds, 'a directory has not been read for a while')
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
    if (!(error instanceof Failure) || error.kind !== 'unavailable')
      deps.log.error({ err: error, connectionId: connection.id, orderId }, 'an item could not be decided')
    return error
  }
}

/** What fails here is looked at again for a day, which the connection says, and then ends in words instead of never. */
async function waitOrGiveUp(deps: TakeUpDeps, connection: Connection, orders: readonly Order[]): Promise<void> {
  const now = deps.clock.now()
  const numbers = orders.map(({ ritmNumber }) => ritmNumber).join(', ')
  const said = `Hallpass could not decide ${numbers}; its log says why.`
  await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: said })
  for (const order of orders) if (isOverdue(order, now)) await giveUpOrder(deps, order.id)
  if (!orders.every((order) => isOverdue(order, now))) throw later(now, unsettledSeconds, said)
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
