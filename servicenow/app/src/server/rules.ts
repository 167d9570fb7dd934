import type { GlideRecord } from '@servicenow/glide'
import { glide } from './glide.ts'
import { onItemChanged } from './on-item-changed.ts'
import { onTaskDeleted } from './on-task-deleted.ts'
import { sendCall, takeAnswer } from './send-call.ts'

/** Async rule on the outbox: what is put in is said at once, in a thread of its own. */
export function onCallInserted(current: GlideRecord): void {
  sendCall(glide, String(current.getUniqueValue()))
}

/** In pull mode Hallpass writes its answer into the row: taken up as if it had come over the wire. */
export function onCallAnswered(current: GlideRecord): void {
  const field = (name: string) => String(current.getElement(name) ?? '')
  const answer = {
    status: Number(field('status_code')),
    body: field('answer'),
    error: field('error'),
    retryAfter: null,
  }
  takeAnswer(glide, String(current.getUniqueValue()), answer, Number(field('attempts') || '0') + 1)
}

/** After an item of ours was closed or cancelled, by whomever. */
export function onItemClosed(current: GlideRecord): void {
  const field = (name: string) => String(current.getElement(name) ?? '')
  onItemChanged(glide, { id: String(current.getUniqueValue()), get: field })
}

/** After a task of ours was deleted. */
export function onTaskGone(current: GlideRecord): void {
  const field = (name: string) => String(current.getElement(name) ?? '')
  onTaskDeleted(glide, { id: String(current.getUniqueValue()), get: field })
}
