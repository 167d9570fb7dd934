/** What happens by the clock, and what is looked at again in case an event was late. */
import type { Database } from '../platform/database/database.ts'
import { type MoveRequestDeps, moveRequest } from './move-request.ts'
import { type OnAccountSettledDeps, onAccountSettled } from './on-account-settled.ts'
import { itself } from './reroute-request.ts'
import { dueRequestIds, findRequests, lockRequest } from './store.ts'
import { fulfillingIds } from './store-lists.ts'

const batch = 200

/** Reminders, escalations and denials that are due; who is asked is looked up anew before anything is escalated or denied. */
export async function escalateDue(deps: MoveRequestDeps & { db: Database }, now: Date): Promise<void> {
  await eachBatch(
    (after) => dueRequestIds(deps.db, now, { after, limit: batch }),
    (requestId) =>
      deps.db.transaction(async (tx) => {
        const request = await lockRequest(tx, requestId)
        if (!request) return
        const { request: current } = await moveRequest(deps, tx, request, { kind: 'approvers_changed' }, itself)
        await moveRequest(deps, tx, current, { kind: 'due' }, itself)
      }),
  )
}

/** Approved requests whose access should be there by now: looked at again, whatever became of the event. */
export async function settleLate(deps: OnAccountSettledDeps): Promise<void> {
  await eachBatch(
    (after) => fulfillingIds(deps.db, { after, limit: batch }),
    async (requestId) => {
      const [request] = await findRequests(deps.db, [requestId])
      if (request) await onAccountSettled(deps, { personId: request.beneficiaryId })
    },
  )
}

/** One that fails does not hold up the others; the sweep fails at the end, so that it is seen. */
async function eachBatch(
  read: (after: string | undefined) => Promise<string[]>,
  act: (requestId: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = []
  let ids = await read(undefined)
  while (ids.length > 0) {
    for (const id of ids) await act(id).catch((error: unknown) => failures.push(error))
    ids = ids.length < batch ? [] : await read(ids.at(-1))
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} requests could not be moved`)
}
