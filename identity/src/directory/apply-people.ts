import type { Actor } from '../audit/module.ts'
import type { Tx } from '../platform/database/database.ts'
import type { EventKind } from '../platform/events.ts'
import type { PersonRecord } from './connectors/connector.ts'
import { directoryPaused } from './connectors/failures.ts'
import type { DirectoryDeps } from './deps.ts'
import { passwordSetOutside, personAdded, personChanged, personDisabled, personEnabled } from './events.ts'
import { noteFormerContacts } from './note-former-contacts.ts'
import { addressRows, cleanRecord, fingerprintOf, personRow, phoneRows, searchWords } from './person-rows.ts'
import { holdConnected } from './store/directories.ts'
import { takeOwnWrites } from './store/own-writes.ts'
import type { PersonRow } from './store/tables.ts'
import {
  addressRowsOf,
  existingIds,
  idsByHandles,
  type Link,
  linkManagers,
  lockPeople,
  peopleByRefs,
  phoneRowsOf,
  putAddresses,
  putPeople,
  putPhones,
  putWords,
} from './store/write-people.ts'

export type ApplyDeps = Pick<DirectoryDeps, 'events' | 'clock' | 'ids' | 'audit'>
export type ApplyInput = {
  directoryId: string
  records: readonly PersonRecord[]
  actor: Actor
  /** Said in the trail where an administrator gave one. */
  reason?: string
}
export type Applied = { added: number; changed: number; disabled: number; enabled: number; personIds: string[] }

type ContactLists = { addresses: readonly string[]; phones: readonly string[] }
type Pair = { record: PersonRecord; row: PersonRow; before: PersonRow | undefined }

/**
 * Makes people here what their directory says. State, trail and events are of one transaction; what says the same as
 * before costs one read. Told again, nothing happens again. What was on its way when the directory was paused is refused.
 */
export async function applyPeople(deps: ApplyDeps, tx: Tx, input: ApplyInput): Promise<Applied> {
  if (!(await holdConnected(tx, input.directoryId))) throw directoryPaused()
  const now = deps.clock.now()
  const records = distinct(input.records.map(cleanRecord).filter((record) => record !== null))
  const seen = await peopleByRefs(tx, input.directoryId, records.map(keyOf))
  const pairs = await pairUp(deps, tx, input, differing(records, seen), now)
  const nothing = { added: 0, changed: 0, disabled: 0, enabled: 0, personIds: seen.map((row) => row.id) }
  if (pairs.length === 0) return nothing

  await putPeople(
    tx,
    pairs.map((pair) => pair.row),
  )
  const ids = pairs.map((pair) => pair.row.id)
  const renewed = pairs.filter((pair) => pair.before).map((pair) => pair.row.id)
  await putWords(tx, new Map(pairs.map((pair) => [pair.row.id, searchWords(pair.record)])), renewed)
  const addresses = byPerson(await addressRowsOf(tx, renewed))
  const addressesOf = (id: string) => addresses.get(id) ?? []
  const mails = pairs.flatMap(({ record, row, before }) =>
    addressRows(record, row.id, addressesOf(row.id), before !== undefined, now),
  )
  await putAddresses(tx, mails, renewed)
  const phones = byPerson(await phoneRowsOf(tx, renewed))
  const numbers = pairs.flatMap(({ record, row, before }) =>
    phoneRows(record, row.id, phones.get(row.id) ?? [], before !== undefined, now),
  )
  await putPhones(tx, numbers, renewed)
  const [mailsNow, numbersNow] = [byPerson(mails), byPerson(numbers)]
  const moves = renewed.map((personId) => ({
    personId,
    before: { addresses: addressesOf(personId), phones: phones.get(personId) ?? [] },
    after: { addresses: mailsNow.get(personId) ?? [], phones: numbersNow.get(personId) ?? [] },
  }))
  await noteFormerContacts(deps, tx, moves, now)
  await tellOfPasswords(deps, tx, input, pairs, now)
  const named = pairs.filter((pair) => pair.before?.handle !== pair.row.handle || pair.before?.state === 'gone')
  const managers = named.map((pair) => pair.row.id)
  const links = await linkManagers(tx, input.directoryId, { own: ids, managers }, now)
  await tell(deps, tx, input, pairs, links, (id) => ({
    addresses: addressesOf(id).map((row) => row.mail),
    phones: (phones.get(id) ?? []).map((row) => row.number),
  }))
  return {
    added: pairs.filter((pair) => !pair.before).length,
    changed: pairs.filter((pair) => pair.before).length,
    disabled: pairs.filter((pair) => transitionOf(pair) === personDisabled && pair.before).length,
    enabled: pairs.filter((pair) => transitionOf(pair) === personEnabled).length,
    personIds: [...nothing.personIds, ...pairs.filter((pair) => !pair.before).map((pair) => pair.row.id)],
  }
}

/**
 * A password that was set, and not by this service: whoever signed in with the one before must sign in again (security
 * B.10). What we set ourselves a moment ago is no news; a time that is known for the first time neither.
 */
async function tellOfPasswords(
  deps: ApplyDeps,
  tx: Tx,
  input: ApplyInput,
  pairs: readonly Pair[],
  now: Date,
): Promise<void> {
  const moved = pairs.filter(({ row, before }) => {
    const [after, earlier] = [row.password_set_at, before?.password_set_at]
    return after && earlier && after.getTime() !== earlier.getTime()
  })
  if (moved.length === 0) return
  const ours = await takeOwnWrites(
    tx,
    moved.map(({ row }) => ({ personId: row.id, setAt: row.password_set_at as Date })),
    now,
  )
  for (const { row } of moved) {
    if (ours.has(row.id)) continue
    deps.audit.record(tx, {
      action: 'password.set_outside',
      actor: input.actor,
      subjects: { personId: row.id, directoryId: input.directoryId },
      after: { setAt: (row.password_set_at as Date).toISOString() },
    })
    await deps.events.emit(tx, passwordSetOutside, { personId: row.id })
  }
}

const byPerson = <T extends { person_id: string }>(rows: readonly T[]): Map<string, T[]> =>
  Map.groupBy(rows, (row) => row.person_id)

/** A person whom two pages of one listing told: the last word counts. */
function distinct(records: readonly PersonRecord[]): PersonRecord[] {
  return [...new Map(records.map((record) => [record.ref.key, record])).values()]
}

const keyOf = (record: PersonRecord): string => record.ref.key

function differing(records: readonly PersonRecord[], known: readonly PersonRow[]): PersonRecord[] {
  const byRef = new Map(known.map((row) => [row.ref, row]))
  return records.filter((record) => differs(record, byRef.get(record.ref.key)))
}

/** The rows to be written beside the rows that are there, which are locked from here on and looked at once more. */
async function pairUp(
  deps: ApplyDeps,
  tx: Tx,
  input: ApplyInput,
  candidates: readonly PersonRecord[],
  now: Date,
): Promise<Pair[]> {
  const known = await lockPeople(tx, input.directoryId, candidates.map(keyOf))
  const records = differing(candidates, known)
  const byRef = new Map(known.map((row) => [row.ref, row]))
  const present = await existingIds(
    tx,
    records.flatMap(({ manager }) => (manager?.by === 'person' ? [manager.personId] : [])),
  )
  const handles = records.flatMap(({ manager }) => (manager?.by === 'handle' ? [manager.handle] : []))
  const named = await idsByHandles(tx, input.directoryId, handles)
  const managerOf = ({ manager }: PersonRecord): string | null => {
    if (manager?.by === 'handle') return named.get(manager.handle) ?? null
    return manager && present.has(manager.personId) ? manager.personId : null
  }
  return records.map((record): Pair => {
    const before = byRef.get(record.ref.key)
    const at = { id: deps.ids.next(), directoryId: input.directoryId, managerId: managerOf(record), now }
    return { record, before, row: personRow(record, before, at) }
  })
}

function differs(record: PersonRecord, before: PersonRow | undefined): boolean {
  if (before === undefined || before.missing_since !== null) return true
  return before.state !== (record.disabled ? 'disabled' : 'active') || before.fingerprint !== fingerprintOf(record)
}

/** The change of state, when there is one; somebody new who is disabled never had anything to lose. */
function transitionOf({ row, before }: Pair): EventKind<{ personId: string; version: number }> | null {
  if (before === undefined || before.state === row.state) return null
  return row.state === 'disabled' ? personDisabled : personEnabled
}

async function tell(
  deps: ApplyDeps,
  tx: Tx,
  input: ApplyInput,
  pairs: readonly Pair[],
  links: readonly Link[],
  contactsBefore: (personId: string) => ContactLists,
): Promise<void> {
  const linkOf = new Map(links.map((link) => [link.id, link]))
  for (const pair of pairs) {
    const link = linkOf.get(pair.row.id)
    linkOf.delete(pair.row.id)
    const payload = { personId: pair.row.id, version: link?.version ?? pair.row.version }
    if (!pair.before) {
      await deps.events.emit(tx, personAdded, payload)
      continue
    }
    const transition = transitionOf(pair)
    const row = link ? { ...pair.row, manager_id: link.managerId } : pair.row
    const fields = record(deps, tx, input, { ...pair, row }, contactsBefore(row.id))
    if (transition) await deps.events.emit(tx, transition, payload)
    if (fields.length > 0) await deps.events.emit(tx, personChanged, payload)
  }
  // People whose own entry says what it said before, but whose manager is found (or lost) only now.
  for (const { id, managerId, version } of linkOf.values()) {
    recordLink(deps, tx, input, id, managerId)
    await deps.events.emit(tx, personChanged, { personId: id, version })
  }
}

export function recordLink(
  deps: Pick<ApplyDeps, 'audit'>,
  tx: Tx,
  input: Pick<ApplyInput, 'actor' | 'directoryId'>,
  personId: string,
  managerId: string | null,
): void {
  deps.audit.record(tx, {
    action: 'person.changed',
    actor: input.actor,
    subjects: { personId, directoryId: input.directoryId },
    after: { fields: ['managerId'], managerId },
  })
}

const told = [
  'login',
  'display_name',
  'given_name',
  'family_name',
  'title',
  'department',
  'company',
  'location',
  'cost_center',
  'locale',
  'mail',
  'employee_number',
] as const

/** Which fields changed and to which state is a fact; what they said is about a person and kept apart. */
function record(
  deps: ApplyDeps,
  tx: Tx,
  input: ApplyInput,
  { record, row, before }: Pair,
  contactsBefore: ContactLists,
): string[] {
  if (before === undefined) return []
  const reason = input.reason === undefined ? {} : { reason: input.reason }
  const entry = { actor: input.actor, subjects: { personId: row.id, directoryId: input.directoryId }, ...reason }
  if (before.state !== row.state) {
    const action = row.state === 'disabled' ? 'person.disabled' : 'person.enabled'
    deps.audit.record(tx, { ...entry, action, before: { state: before.state }, after: { state: row.state } })
  }
  const fields: string[] = told.filter((field) => before[field] !== row[field])
  const contacts = { addresses: record.mails, phones: record.phones }
  const moved = (['addresses', 'phones'] as const).filter(
    (kind) => [...contactsBefore[kind]].sort().join('\n') !== [...contacts[kind]].sort().join('\n'),
  )
  fields.push(...moved)
  const hasNewManager = before.manager_id !== row.manager_id
  if (hasNewManager) fields.push('managerId')
  if (fields.length === 0) return fields
  const contactsOf = (of: ContactLists) => Object.fromEntries(moved.map((kind) => [kind, of[kind]]))
  const values = (of: PersonRow) =>
    Object.fromEntries(told.filter((field) => before[field] !== row[field]).map((field) => [field, of[field]]))
  deps.audit.record(tx, {
    ...entry,
    action: 'person.changed',
    ...(hasNewManager ? { before: { managerId: before.manager_id } } : {}),
    after: { fields, ...(hasNewManager ? { managerId: row.manager_id } : {}) },
    personal: {
      before: { ...values(before), ...contactsOf(contactsBefore) },
      after: { ...values(row), ...contactsOf(contacts) },
    },
  })
  return fields
}
