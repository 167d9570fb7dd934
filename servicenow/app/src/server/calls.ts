import type { Client, Glide, Row, Values } from './ports.ts'
import { tables } from './tables.ts'
import { toGlideTime } from './times.ts'

/** The outbox. A row is what has to be said; a rule that runs outside the flow's thread says it (`send-call.ts`). */
export type CallKind = 'policy' | 'fulfilment' | 'revocation' | 'password'

/** Which OAuth client may say what. */
export const clientOf: Record<CallKind, Client> = {
  policy: 'read',
  fulfilment: 'fulfil',
  revocation: 'fulfil',
  password: 'password',
}

export type NewCall = {
  readonly kind: CallKind
  readonly itemId: string
  readonly subject: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: string
}

/** Puts a call in the outbox, once: the same thing about the same item is the same call. Gives its sys_id. */
export function addCall(glide: Glide, call: NewCall): string | null {
  const known = glide.tables.find(tables.call, [
    ['request_item', call.itemId],
    ['kind', call.kind],
    ['subject', call.subject],
    ['state', '!=', 'withdrawn'],
  ])
  const [first] = known
  if (first !== undefined) return first.id
  return glide.tables.insert(tables.call, {
    kind: call.kind,
    request_item: call.itemId,
    subject: call.subject,
    method: call.method,
    path: call.path,
    body: call.body,
    state: 'waiting',
    settled: 'false',
    attempts: '0',
    next_try_at: toGlideTime(glide.now()),
  })
}

export function callsOf(glide: Glide, itemId: string, kind: CallKind): readonly Row[] {
  return glide.tables.find(
    tables.call,
    [
      ['request_item', itemId],
      ['kind', kind],
      ['state', '!=', 'withdrawn'],
    ],
    { orderBy: 'sys_created_on' },
  )
}

export function updateCall(glide: Glide, id: string, values: Values): void {
  glide.tables.update(tables.call, id, values)
}

/** Not answered and not given up: the wire may have it at this moment. */
export function isPending(call: Row): boolean {
  return call.get('state') === 'waiting' || call.get('state') === 'sending'
}

/** Booleans come as 'true' from an element and as '1' from getValue. */
export function isTrue(value: string): boolean {
  return value === 'true' || value === '1'
}
