import type { Tx } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { waitingRequestIds } from './store-lists.ts'

export const rerouteTask = 'requests.reroute'

/**
 * The manager may be another one: whoever is asked for this person's requests is looked up anew, by a job. The look whether
 * there are any is in the directory's transaction, because a sync may change a hundred thousand people who asked for nothing.
 */
export async function onPersonChanged(
  deps: { jobs: Pick<Jobs, 'enqueue'> },
  tx: Tx,
  { personId }: { personId: string },
): Promise<void> {
  for (const requestId of await waitingRequestIds(tx, { beneficiaryId: personId }))
    await deps.jobs.enqueue(tx, { task: rerouteTask, payload: { requestId }, key: `${rerouteTask}:${requestId}` })
}
