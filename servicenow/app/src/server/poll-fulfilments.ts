import { applyFulfilment } from './apply-fulfilment.ts'
import { updateCall } from './calls.ts'
import { checkBinding } from './check-binding.ts'
import type { Glide, Row } from './ports.ts'
import { signCall } from './sign-call.ts'
import { properties, tables } from './tables.ts'
import { toGlideTime } from './times.ts'
import type { Fulfilment } from './wire.ts'

/** A callback may be lost: what has been silent for so long is asked about. */
const silentSeconds = 5 * 60
const batch = 20

/** Asks how far items are about which nothing was heard for a while. */
export function pollFulfilments(glide: Glide): void {
  if (glide.property(properties.mode) === 'pull') return
  const binding = checkBinding(glide)
  if (binding.state !== 'bound') return
  const silent = glide.tables.find(
    tables.call,
    [
      ['kind', 'fulfilment'],
      ['state', 'answered'],
      ['settled', 'false'],
      ['sent_at', '<', toGlideTime(glide.now() - silentSeconds)],
    ],
    { orderBy: 'sent_at', limit: batch },
  )
  for (const call of silent) ask(glide, binding.instanceId, call)
}

function ask(glide: Glide, instanceId: string, call: Row): void {
  const said = { method: 'GET' as const, path: `/desk/v1/fulfilments/${call.get('request_item')}`, body: '' }
  const signature = signCall(glide, instanceId, said)
  if (signature === null) return
  updateCall(glide, call.id, { sent_at: toGlideTime(glide.now()) })
  const answer = glide.http({ client: 'fulfil', ...said, signature, timeoutMs: 10_000 })
  if (answer.status !== 200) return
  applyFulfilment(glide, call.get('request_item'), JSON.parse(answer.body) as Fulfilment)
}
