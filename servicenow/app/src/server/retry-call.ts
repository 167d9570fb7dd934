import { updateCall } from './calls.ts'
import type { Glide } from './ports.ts'
import { sendCall } from './send-call.ts'
import { toGlideTime } from './times.ts'

/** "Try again": a call that was refused or given up goes back into the outbox and is said at once. */
export function retryCall(glide: Glide, callId: string): void {
  const now = toGlideTime(glide.now())
  updateCall(glide, callId, { state: 'waiting', settled: 'false', attempts: '0', next_try_at: now, error: '' })
  sendCall(glide, callId)
}
