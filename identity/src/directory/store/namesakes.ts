import type { Reader } from '../../platform/database/database.ts'
import { tables } from './tables.ts'

/** Who is active here beside this person and has the same login, or the same primary address: by id. */
export async function namesakesOf(r: Reader, personId: string): Promise<string[]> {
  const byLogin = tables(r)
    .selectFrom('people as own')
    .innerJoin('people as other', 'other.login_key', 'own.login_key')
    .select('other.id')
    .where('own.id', '=', personId)
    .where('other.id', '<>', personId)
    .where('other.state', '=', 'active')
  const byMail = tables(r)
    .selectFrom('person_addresses as own')
    .innerJoin('person_addresses as theirs', 'theirs.mail_key', 'own.mail_key')
    .innerJoin('people as other', 'other.id', 'theirs.person_id')
    .select('other.id')
    .where('own.person_id', '=', personId)
    .where('own.is_primary', '=', true)
    .where('theirs.is_primary', '=', true)
    .where('other.id', '<>', personId)
    .where('other.state', '=', 'active')
  const [logins, mails] = await Promise.all([byLogin.execute(), byMail.execute()])
  return [...new Set([...logins, ...mails].map(({ id }) => id))]
}
