import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import type { Condition, Row } from '@hallpass/servicenow-client/query'
import { toServiceNowTime } from '@hallpass/servicenow-client/times'
import { type ReceivedOrder, type ReceiveOrderDeps, receiveOrder, takeUpJob } from './receive-order.ts'
import { type RevokeOrderDeps, revokeOrder } from './revoke-order.ts'
import { findOrder, knownRitms, openOrders } from './store-orders.ts'
import type { Connection } from './types.ts'

export type FindOrdersDeps = RevokeOrderDeps & ReceiveOrderDeps

/** Items read, and decided, together. */
const together = 50
/** Cancelled items are looked for this much further back than the last time, for clocks and caches that are late. */
const overlapSeconds = 300
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
  const since = new Date((connection.polledAt ?? now).getTime() - overlapSeconds * 1000)
  const { catalogItem } = connection.settings
  const fields = ['number', 'state']
  const isEnded: Condition = { field: 'state', op: 'IN', value: endedStates }
  const end = async (row: Readonly<Record<string, string>>) => {
    const key = { connectionId: connection.id, ritmSysId: row.sys_id ?? '' }
    const order = await findOrder(deps.db, key)
    if (!order || ['denied', 'ended'].includes(order.state)) return
    const ritm = { sysId: order.ritmSysId, number: order.ritmNumber }
    await revokeOrder(deps, connection, {
      ritm,
      reason: 'The item was cancelled or closed in ServiceNow.',
      door: 'pull',
    })
  }
  if (catalogItem !== null) {
    const where: Condition[] = [
      { field: 'cat_item', op: '=', value: catalogItem },
      isEnded,
      { field: 'sys_updated_on', op: '>=', value: toServiceNowTime(since) },
    ]
    for (const row of await client.table.list('sc_req_item', { where, fields })) await end(row)
  }
  for (let after: string | null = null; ; ) {
    const open = await openOrders(deps.db, connection.id, after, 100)
    if (open.length === 0) return
    const where: Condition[] = [{ field: 'sys_id', op: 'IN', value: open.map(({ ritmSysId }) => ritmSysId) }, isEnded]
    for (const row of await client.table.list('sc_req_item', { where, fields })) await end(row)
    after = open.at(-1)?.id ?? null
  }
}
