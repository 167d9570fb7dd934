import { randomBytes } from 'node:crypto'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import { canonicalJson } from './canonical.ts'
import { personalHash } from './chain.ts'
import { type Appended, append } from './store.ts'
import type { Actor, Audit, Body, Entry, PersonalValue } from './types.ts'

type Deps = { clock: Clock; ids: Ids }
type Pending = { entries: Appended[]; values: PersonalValue[] }

const pendingKey = Symbol('audit')

/** Entries gather on the transaction and are appended together, to one chain, by its last statement. */
export function createRecorder({ clock, ids }: Deps): Audit {
  function add(tx: Tx, kind: Body['kind'], entry: Entry, more: Partial<Body> = {}): string {
    const id = ids.next()
    const at = clock.now()
    const { body, values } = split(id, at, kind, entry, more)
    const pending = tx.memo<Pending>(pendingKey, () => ({ entries: [], values: [] }))
    // Written out at once: what the caller does to its facts afterwards changes nothing.
    pending.entries.push({ at: at.toISOString(), body: canonicalJson(body) })
    pending.values.push(...values)
    tx.lastly('audit', () => append(pending))
    return id
  }
  return {
    record: (tx, entry) => void add(tx, 'fact', entry),
    intent: (tx, entry) => add(tx, 'intent', entry),
    outcome(tx, intentId, { ok, facts }, entry = unnamedOutcome) {
      add(tx, 'outcome', { ...entry, ...(facts ? { after: facts } : {}) }, { intentId, ok })
    },
  }
}

const unnamedOutcome: Entry = { action: 'outside.answered', actor: { kind: 'system', name: 'hallpass' }, subjects: {} }

/** Takes out of an entry what is about people: the address of the caller, what somebody typed, and `personal`. */
function split(
  id: string,
  at: Date,
  kind: Body['kind'],
  entry: Entry,
  more: Partial<Body>,
): { body: Body; values: PersonalValue[] } {
  const about = entry.subjects.personId ?? null
  const actorId = entry.actor.kind === 'person' ? entry.actor.personId : null
  const beside: [name: string, value: unknown, personId: string | null][] = []
  if ('address' in entry.actor && entry.actor.address) beside.push(['address', entry.actor.address, actorId])
  if (entry.reason) beside.push(['reason', entry.reason, about])
  for (const [name, value] of Object.entries(entry.personal ?? {})) {
    if (value !== undefined && value !== null) beside.push([`personal.${name}`, value, about])
  }
  const values = beside.map(([name, value, personId]) => toValue(id, name, value, personId))
  const hashes = values.map(({ name, salt, value }) => [name, personalHash(Buffer.from(salt, 'hex'), value)])
  const body: Body = {
    id,
    at: at.toISOString(),
    kind,
    action: entry.action,
    actor: withoutAddress(entry.actor),
    subjects: Object.fromEntries(Object.entries(entry.subjects).filter(([, value]) => value !== undefined)),
    ...(entry.before ? { before: entry.before } : {}),
    ...(entry.after ? { after: entry.after } : {}),
    ...(values.length > 0 ? { personal: Object.fromEntries(hashes) } : {}),
    ...more,
  }
  return { body, values }
}

function toValue(entryId: string, name: string, value: unknown, personId: string | null): PersonalValue {
  return { entryId, name, personId, salt: randomBytes(16).toString('hex'), value: JSON.parse(canonicalJson(value)) }
}

function withoutAddress(actor: Actor): Body['actor'] {
  const { address: _address, ...rest } = actor as Actor & { address?: string }
  return rest
}
