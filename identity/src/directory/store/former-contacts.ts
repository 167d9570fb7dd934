/** SQL of addresses and numbers that people had until lately. */
import { batches } from '../../platform/database/batches.ts'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import type { FormerContact } from '../types.ts'
import { type FormerContactRow, tables } from './tables.ts'

/** One that leaves again counts from the newer time. */
export async function putFormerContacts(tx: Tx, rows: readonly FormerContactRow[]): Promise<void> {
  for (const batch of batches(rows)) {
    await tables(tx)
      .insertInto('person_former_contacts')
      .values(batch)
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'kind', 'contact_key'])
          .doUpdateSet((is) => ({ contact: is.ref('excluded.contact'), left_at: is.ref('excluded.left_at') })),
      )
      .execute()
  }
}

/** Those that left at `since` or later, and did not come back. */
export async function formerContactsOf(r: Reader, personId: string, since: Date): Promise<FormerContact[]> {
  const rows = await leftSince(r, { personId, since })
  return rows.map((row) => ({ kind: row.kind, contact: row.contact, leftAt: row.left_at }))
}

const leftSince = kept((r, { personId, since }: { personId: string; since: Date }) =>
  tables(r)
    .selectFrom('person_former_contacts as former')
    .select(['former.kind', 'former.contact', 'former.left_at'])
    .where('former.person_id', '=', personId)
    .where('former.left_at', '>=', since)
    .where((is) =>
      is.not(
        is.or([
          is.exists(
            is
              .selectFrom('person_addresses as mail')
              .select('mail.mail_key')
              .whereRef('mail.person_id', '=', 'former.person_id')
              .whereRef('mail.mail_key', '=', 'former.contact_key'),
          ),
          is.exists(
            is
              .selectFrom('person_phones as phone')
              .select('phone.number_key')
              .whereRef('phone.person_id', '=', 'former.person_id')
              .whereRef('phone.number_key', '=', 'former.contact_key'),
          ),
        ]),
      ),
    )
    .orderBy('former.contact_key'),
)

export async function deleteFormerContacts(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('person_former_contacts').where('left_at', '<', before).execute()
}
