import type { OpenIntent, TrailActor, TrailEntry } from '@hallpass/contract/audit'
import type { Actor, Body, StoredEntry } from './types.ts'

export function toWireEntry({ chain, seq, body, values }: StoredEntry): TrailEntry {
  const names = Object.keys(body.personal ?? {}).filter((name) => name.startsWith('personal.'))
  return {
    id: body.id,
    at: body.at,
    kind: body.kind,
    action: body.action,
    actor: toWireActor(body, values.get('address')),
    subjects: body.subjects,
    reason: text(values.get('reason')),
    before: body.before ?? null,
    after: body.after ?? null,
    personal: Object.fromEntries(names.map((name) => [name.slice('personal.'.length), values.get(name) ?? null])),
    intentId: body.intentId ?? null,
    ok: body.ok ?? null,
    chain,
    seq,
  }
}

export function toWireIntent(body: Body): OpenIntent {
  return { id: body.id, at: body.at, action: body.action, actor: toWireActor(body, null), subjects: body.subjects }
}

function toWireActor({ actor }: Body, address: unknown): TrailActor {
  return {
    kind: actor.kind,
    personId: actor.personId ?? null,
    name: actor.name ?? null,
    address: text(address),
    requestId: actor.requestId ?? null,
  }
}

/** The actor of a stored entry as it was given, its address only while that was not erased. */
export function toActor({ body, values }: StoredEntry): Actor {
  const address = text(values.get('address'))
  return { ...body.actor, ...(address ? { address } : {}) } as Actor
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
