import { updateCall } from './calls.ts'
import type { Glide } from './ports.ts'
import { sendCall } from './send-call.ts'
import { tables } from './tables.ts'
import { toGlideTime } from './times.ts'

/** A call that was being said when its node went down is said again after this. */
const stuckSeconds = 5 * 60
const batch = 100

/** Says what is due in the outbox and forgets nonces that are too old to matter. */
export function runOutbox(glide: Glide): void {
  const now = glide.now()
  const stuck = glide.tables.find(tables.call, [
    ['state', 'sending'],
    ['sent_at', '<', toGlideTime(now - stuckSeconds)],
  ])
  for (const call of stuck) updateCall(glide, call.id, { state: 'waiting' })
  const due = glide.tables.find(
    tables.call,
    [
      ['state', 'waiting'],
      ['next_try_at', '<=', toGlideTime(now)],
    ],
    { orderBy: 'next_try_at', limit: batch },
  )
  for (const call of due) sendCall(glide, call.id)
  const old = glide.tables.find(tables.nonce, [['expires_at', '<', toGlideTime(now)]], { limit: 1000 })
  for (const nonce of old) glide.tables.remove(tables.nonce, nonce.id)
}
