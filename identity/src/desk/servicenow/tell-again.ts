import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import type { FindOrdersDeps } from './find-orders.ts'
import { forgetTold, ordersOfRitms } from './store-orders.ts'
import { tellJob } from './tell-order.ts'
import type { Connection } from './types.ts'

/** Rows that are looked at together. All of them are looked at in each turn: a place behind the others is no reason to wait. */
const together = 1000

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
  const fields = ['request_item', 'remote_version']
  const listing = { where, fields, pageSize: together, rowsMax: Number.POSITIVE_INFINITY }
  for await (const rows of client.table.pages('x_hlps_access_call', listing)) {
    const taken = new Map(rows.map((row) => [row.request_item ?? '', Number(row.remote_version || '0')]))
    const orders = await ordersOfRitms(db, connection.id, [...taken.keys()])
    // What waits to be told anyway needs no second job.
    const behind = orders.filter(
      ({ ritmSysId, version, toldVersion }) => toldVersion >= version && (taken.get(ritmSysId) ?? 0) < version,
    )
    if (behind.length === 0) continue
    await db.transaction(async (tx) => {
      for (const { id, ritmSysId } of behind) {
        await forgetTold(tx, id, taken.get(ritmSysId) ?? 0)
        await jobs.enqueue(tx, tellJob(id))
      }
    })
  }
}
