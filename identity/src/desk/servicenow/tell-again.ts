import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import type { FindOrdersDeps } from './find-orders.ts'
import { findOrder, forgetTold } from './store-orders.ts'
import { tellJob } from './tell-order.ts'
import type { Connection } from './types.ts'

/** Rows of one turn; the rest are there the next time. */
const rowsMax = 200

/**
 * Where the instance calls nobody, nobody there asks how an item is doing. What it still waits for although it was told
 * how that ended is told again: two messages taken at one instant may leave the older, and an instance may have been
 * restored to an hour ago.
 */
export async function tellAgain(
  { db, jobs }: Pick<FindOrdersDeps, 'db' | 'jobs'>,
  connection: Connection,
  client: ServiceNowClient,
): Promise<void> {
  const where = [
    { field: 'kind', op: '=', value: 'fulfilment' },
    { field: 'state', op: '=', value: 'answered' },
    { field: 'settled', op: '=', value: 'false' },
  ] as const
  const rows = await client.table.list('x_hlps_access_call', {
    where,
    fields: ['request_item', 'remote_version'],
    rowsMax,
  })
  for (const row of rows) {
    const taken = Number(row.remote_version || '0')
    const order = await findOrder(db, { connectionId: connection.id, ritmSysId: row.request_item ?? '' })
    // What waits to be told anyway needs no second job.
    if (!order || order.toldVersion < order.version || taken >= order.version) continue
    await db.transaction(async (tx) => {
      await forgetTold(tx, order.id, taken)
      await jobs.enqueue(tx, tellJob(order.id))
    })
  }
}
