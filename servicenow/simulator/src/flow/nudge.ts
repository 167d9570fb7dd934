import { enqueue } from '../runtime/queue.ts'
import type { Records } from '../store/records.ts'

/** Has a run looked at again in the background; once is enough however often it is asked for. */
export function nudge(records: Records, contextId: string): void {
  enqueue(records, { name: `flow ${contextId}`, job: 'flow.advance', table: 'sys_flow_context', key: contextId })
}
