import type { Tx } from '../platform/database/database.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { DirectoryDeps } from './deps.ts'
import { contactsChanged } from './events.ts'
import { deleteFormerContacts, putFormerContacts } from './store/former-contacts.ts'
import type { AddressRow, FormerContactRow, PhoneRow } from './store/tables.ts'

/** Addresses and numbers of one person, as they were or as they are now. */
export type Contacts = { addresses: readonly AddressRow[]; phones: readonly PhoneRow[] }
export type ContactsMoved = { personId: string; before: Contacts; after: Contacts }

/** The longest time for which a new address may prove nothing (`addressQuietDays` of a recovery policy). */
const keptMs = 90 * 24 * 3_600_000

/**
 * Whoever takes over an account first has mail and calls go elsewhere. What a person had before is kept for a while, so
 * that they are told there as well; the listener of the event tells them of this very change.
 */
export async function noteFormerContacts(
  deps: Pick<DirectoryDeps, 'events'>,
  tx: Tx,
  moves: readonly ContactsMoved[],
  now: Date,
): Promise<void> {
  const moved = moves.filter(({ before, after }) => keysOf(before).join() !== keysOf(after).join())
  await putFormerContacts(
    tx,
    moved.flatMap((move) => gone(move, now)),
  )
  for (const { personId } of moved) await deps.events.emit(tx, contactsChanged, { personId, at: now.toISOString() })
}

export function scheduleForgetting(deps: Pick<DirectoryDeps, 'db'>, jobs: Pick<Jobs, 'schedule'>): void {
  const run = (now: Date) => deleteFormerContacts(deps.db, new Date(now.getTime() - keptMs))
  jobs.schedule({ name: 'directory.forget-former-contacts', everySeconds: 3600, run })
}

const keysOf = ({ addresses, phones }: Contacts): string[] =>
  [...addresses.map((row) => row.mail_key), ...phones.map((row) => row.number_key)].sort()

function gone({ personId, before, after }: ContactsMoved, now: Date): FormerContactRow[] {
  const kept = new Set(keysOf(after))
  const all = [
    ...before.addresses.map((row) => ({ kind: 'mail' as const, contact_key: row.mail_key, contact: row.mail })),
    ...before.phones.map((row) => ({ kind: 'phone' as const, contact_key: row.number_key, contact: row.number })),
  ]
  return all
    .filter((each) => !kept.has(each.contact_key))
    .map((each) => ({ ...each, person_id: personId, left_at: now }))
}
