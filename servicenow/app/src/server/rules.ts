import type { GlideRecord } from '@servicenow/glide'
import { glide } from './glide.ts'
import { sendCall } from './send-call.ts'

/** Async rule on the outbox: what is put in is said at once, in a thread of its own. */
export function onCallInserted(current: GlideRecord): void {
  sendCall(glide, String(current.getUniqueValue()))
}
