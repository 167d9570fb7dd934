import { sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Reader } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { once } from '../../platform/database/once.ts'
import { tables } from './tables.ts'

/**
 * The addresses of a person that are theirs by the word of their directory: people do not write them there themselves, and
 * nobody else here who is not gone has the same. One statement, since it is asked at sign-ons; read once for a call.
 */
export function vouchedMails(r: Reader, personId: string): Promise<string[]> {
  return once(r, 'vouched_mails', personId, async () => (await ofPerson(r, { personId })).map(({ mail }) => mail))
}

const isVouching = sql<boolean>`coalesce(directories.sync->'proofs'->>'mail', 'true') = 'true'`

const ofPerson = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('person_addresses as own')
    .innerJoin('people', 'people.id', 'own.person_id')
    .innerJoin('directories', 'directories.id', 'people.directory_id')
    .select('own.mail')
    .where('own.person_id', '=', personId)
    .where(isVouching)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('person_addresses as other')
            .innerJoin('people as somebody', 'somebody.id', 'other.person_id')
            .select('other.person_id')
            .whereRef('other.mail_key', '=', 'own.mail_key')
            .whereRef('other.person_id', '<>', 'own.person_id')
            .where('somebody.state', '<>', 'gone'),
        ),
      ),
    ),
)

/** Those of these people whose directory vouches for what it says of them: they do not write their address there themselves. */
export async function vouchedByDirectory(r: Reader, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tables(r)
    .selectFrom('people')
    .innerJoin('directories', 'directories.id', 'people.directory_id')
    .select('people.id')
    .where('people.id', '=', anyOf(personIds))
    .where(isVouching)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** The primary addresses of everybody else whose directory vouches for them, whoever left included. */
export async function vouchedMailsOfOthers(r: Reader, personId: string): Promise<{ personId: string; mail: string }[]> {
  const rows = await tables(r)
    .selectFrom('person_addresses')
    .innerJoin('people', 'people.id', 'person_addresses.person_id')
    .innerJoin('directories', 'directories.id', 'people.directory_id')
    .select(['person_addresses.mail', 'people.id'])
    .where('person_addresses.is_primary', '=', true)
    .where('people.id', '<>', personId)
    .where(isVouching)
    .execute()
  return rows.map(({ id, mail }) => ({ personId: id, mail }))
}

/** Who of them has the very primary address of this person. */
export async function vouchedSameAddress(r: Reader, personId: string): Promise<string[]> {
  const rows = await tables(r)
    .selectFrom('person_addresses as own')
    .innerJoin('person_addresses as theirs', 'theirs.mail_key', 'own.mail_key')
    .innerJoin('people', 'people.id', 'theirs.person_id')
    .innerJoin('directories', 'directories.id', 'people.directory_id')
    .select('people.id')
    .where('own.person_id', '=', personId)
    .where('own.is_primary', '=', true)
    .where('theirs.is_primary', '=', true)
    .where('people.id', '<>', personId)
    .where(isVouching)
    .orderBy('people.id')
    .limit(20)
    .execute()
  return rows.map(({ id }) => id)
}
