import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import type { Condition, Row } from '@hallpass/servicenow-client/query'
import { toServiceNowTime } from '@hallpass/servicenow-client/times'
import { Failure } from '../../platform/errors.ts'
import type { ServiceNowDeps } from './deps.ts'
import { type ReceivedOrder, type ReceiveOrderDeps, receiveOrder, takeUpJob } from './receive-order.ts'
import { type RevokeOrderDeps, revokeOrder } from './revoke-order.ts'
import { noteOnConnection } from './store-connections.ts'
import { knownRitms, openOrders, ordersOfRitms } from './store-orders.ts'
import type { Connection, Order } from './types.ts'

export type FindOrdersDeps = RevokeOrderDeps & ReceiveOrderDeps & Pick<ServiceNowDeps, 'log'>

/** Items read, and decided, together. */
const together = 50
/** Cancelled items are looked for this much further back than the last time, for clocks and caches that are late. */
const overlapSeconds = 300
/** And this far where something failed since the last time: what could not be ended then is found again. */
const overlapAfterFailureSeconds = 30 * 24 * 3600
/** Where the app speaks for itself, what it forgot is looked for after this long. */
const forgottenSeconds = 3600
/** Between two stages a flow may say "approved" for a moment, with nobody asked yet: only what has come to rest is taken. */
const settledSeconds = 20
/** Closed incomplete, closed skipped: sc_req_item.state. */
const endedStates = ['4', '7'] as const

/**
 * Looks through the items themselves: approved ones that nobody told us of, and ended ones that we still work on. Where our
 * app keeps an outbox, the items in it come by that; those an hour old are taken from here all the same.
 */
export async function findOrders(
  deps: FindOrdersDeps,
  connection: Connection,
  client: ServiceNowClient,
  { hasOutbox, now }: { hasOutbox: boolean; now: Date },
): Promise<void> {
  const { catalogItem } = connection.settings
  if (catalogItem !== null) {
    const isOurs: Condition = { field: 'cat_item', op: '=', value: catalogItem }
    const quietSeconds = hasOutbox ? forgottenSeconds : settledSeconds
    await approved(deps, connection, client, isOurs, new Date(now.getTime() - quietSeconds * 1000))
  }
  await ended(deps, connection, client, now)
}

async function approved(
  deps: FindOrdersDeps,
  connection: Connection,
  client: ServiceNowClient,
  isOurs: Condition,
  before: Date,
): Promise<void> {
  const where: Condition[] = [
    isOurs,
    { field: 'active', op: '=', value: 'true' },
    { field: 'approval', op: '=', value: 'approved' },
    { field: 'sys_updated_on', op: '<', value: toServiceNowTime(before) },
  ]
  const fields = ['number', 'request', 'requested_for']
  for await (const page of client.table.pages('sc_req_item', { where, fields, pageSize: together })) {
    const ids = page.map((row) => row.sys_id ?? '')
    const known = await knownRitms(deps.db, connection.id, ids)
    const unknown = page.filter((row) => !known.has(row.sys_id ?? ''))
    if (unknown.length === 0) continue
    const waiting = await stillAsked(
      client,
      unknown.map((row) => row.sys_id ?? ''),
    )
    const ready = unknown.filter((row) => !waiting.has(row.sys_id ?? ''))
    await deps.db.transaction(async (tx) => {
      const received = await Promise.all(ready.map((row) => receiveOrder(deps, tx, connection, foundItem(row))))
      const orderIds = received.flatMap(({ order, isNew }) => (isNew ? [order.id] : []))
      if (orderIds.length > 0) await deps.jobs.enqueue(tx, takeUpJob(connection.id, orderIds))
    })
  }
}

const foundItem = (row: Row): ReceivedOrder => ({
  ritm: { sysId: row.sys_id ?? '', number: row.number ?? '' },
  requestSysId: row.request || null,
  door: 'pull',
  requestedFor: row.requested_for || null,
})

/** Items that still wait for somebody's answer: a flow with several stages says "approved" between two of them. */
async function stillAsked(client: ServiceNowClient, ritmSysIds: readonly string[]): Promise<Set<string>> {
  if (ritmSysIds.length === 0) return new Set()
  const where = [
    { field: 'sysapproval', op: 'IN', value: ritmSysIds },
    { field: 'state', op: '=', value: 'requested' },
  ] as const
  const rows = await client.table.list('sysapproval_approver', { where, fields: [] })
  return new Set(rows.map((row) => row.sysapproval ?? ''))
}

async function ended(deps: FindOrdersDeps, connection: Connection, client: ServiceNowClient, now: Date): Promise<void> {
  const { catalogItem } = connection.settings
  const fields = ['number', 'state']
  const isEnded: Condition = { field: 'state', op: 'IN', value: endedStates }
  const failed = new Map<string, Order>()
  const end = async (where: readonly Condition[]) => {
    for await (const page of client.table.pages('sc_req_item', { where, fields })) {
      const ids = page.map((row) => row.sys_id ?? '')
      for (const order of await ordersOfRitms(deps.db, connection.id, ids))
        if (!failed.has(order.id) && !(await isEndedHere(deps, connection, order))) failed.set(order.id, order)
    }
  }
  if (catalogItem !== null) {
    const isOurs: Condition = { field: 'cat_item', op: '=', value: catalogItem }
    const since = toServiceNowTime(lookBackTo(connection, now))
    await end([isOurs, isEnded, { field: 'sys_updated_on', op: '>=', value: since }])
  }
  for (let after: string | null = null; ; ) {
    const open = await openOrders(deps.db, connection.id, after, 100)
    if (open.length === 0) break
    await end([{ field: 'sys_id', op: 'IN', value: open.map(({ ritmSysId }) => ritmSysId) }, isEnded])
    after = open.at(-1)?.id ?? null
  }
  if (failed.size === 0) return
  const numbers = [...failed.values()].map(({ ritmNumber }) => ritmNumber).join(', ')
  const said = `Hallpass could not end ${numbers}; its log says why.`
  await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: said })
}

function lookBackTo({ polledAt, lastFailureAt }: Connection, now: Date): Date {
  const last = polledAt ?? now
  const hasFailed = lastFailureAt !== null && lastFailureAt >= last
  return new Date(last.getTime() - (hasFailed ? overlapAfterFailureSeconds : overlapSeconds) * 1000)
}

/** False where it failed: what one item is must not hold up the others. Throws where the database is away: nothing ends then. */
async function isEndedHere(deps: FindOrdersDeps, connection: Connection, order: Order): Promise<boolean> {
  if (['denied', 'ended'].includes(order.state)) return true
  const ritm = { sysId: order.ritmSysId, number: order.ritmNumber }
  const reason = 'The item was cancelled or closed in ServiceNow.'
  try {
    await revokeOrder(deps, connection, { ritm, reason, door: 'pull' })
    return true
  } catch (error) {
    if (error instanceof Failure && error.kind === 'unavailable') throw error
    deps.log.error({ err: error, connectionId: connection.id, orderId: order.id }, 'an item could not be ended')
    return false
  }
}
