import { addCall, callsOf, isPending } from './calls.ts'
import { checkBinding } from './check-binding.ts'
import { askedAbout } from './person-on-wire.ts'
import type { Glide } from './ports.ts'
import { readOrder } from './read-order.ts'

/** `call` is what the flow waits for: the list of apps, settled when every policy has come as well. */
export type Prepared = { readonly next: 'wait' | 'go_on'; readonly call: string }

/**
 * First step of the flow: asks Hallpass what the person has already and who has to approve the rest. What speaks against
 * the order at once (a clone, nothing chosen) is told by the next step, so that there is one place that refuses.
 * The list of apps is asked for last: it may be answered at once, and the answer is held against what was ordered.
 */
export function prepareOrder(glide: Glide, itemId: string): Prepared {
  const order = readOrder(glide, itemId)
  const nothing: Prepared = { next: 'go_on', call: '' }
  if (order === null || order.apps.length === 0 || !order.isOfItsRoles) return nothing
  if (checkBinding(glide).state !== 'bound') return nothing
  const person = askedAbout(order.requestedFor)
  const get = (subject: string, path: string) =>
    addCall(glide, { kind: 'policy', itemId, subject, method: 'GET', path: `${path}?${person}`, body: '' })
  for (const app of order.apps) get(app.roleId, `/desk/v1/policies/${encodeURIComponent(app.roleId)}`)
  const gate = get('apps', '/desk/v1/apps')
  const waits = callsOf(glide, itemId, 'policy').some(isPending)
  return { next: gate !== null && waits ? 'wait' : 'go_on', call: gate ?? '' }
}
