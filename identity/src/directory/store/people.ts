/** SQL that reads people. */
import { type ExpressionBuilder, sql } from 'kysely'
import { anyOf } from '../../platform/database/any-of.ts'
import type { Reader } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { once, onceEach } from '../../platform/database/once.ts'
import { isText, isUuid, keyOf, searchTerms } from '../text.ts'
import type { Address, Person, PersonState, Phone } from '../types.ts'
import { readCursor, toPage } from './paging.ts'
import { type PersonRow, type Tables, tables } from './tables.ts'

export async function personById(r: Reader, id: string): Promise<PersonRow | null> {
  if (!isUuid(id)) return null
  const [row] = await peopleByIds(r, [id])
  return row ?? null
}

export async function peopleByIds(r: Reader, ids: readonly string[]): Promise<PersonRow[]> {
  const rows = await onceEach(r, 'people', ids, async (missing) => {
    const [id] = missing
    const found =
      missing.length === 1 && id !== undefined
        ? await withId(r, { id })
        : await tables(r).selectFrom('people').selectAll().where('id', '=', anyOf(missing)).execute()
    return new Map(found.map((row) => [row.id, row]))
  })
  return [...rows.values()]
}

const withId = kept((r, { id }: { id: string }) =>
  tables(r)
    .selectFrom('people')
    .selectAll()
    .where('id', '=', anyOf([id])),
)

/**
 * Everybody here with this login; when there is nobody, with this primary address; then with any address. So a second
 * address that somebody may write themselves never stands in front of another person's own login or address.
 */
export async function peopleByLogin(r: Reader, login: string): Promise<PersonRow[]> {
  const key = keyOf(login)
  if (key === '' || !isText(key)) return []
  const byLogin = await withLogin(r, { key })
  // Whoever remembers what they read need not read these again by id.
  await onceEach(
    r,
    'people',
    byLogin.map(({ id }) => id),
    async () => new Map(byLogin.map((row) => [row.id, row])),
  )
  if (byLogin.length > 0) return byLogin
  const rows = await present(r)
    .innerJoin('person_addresses', 'person_addresses.person_id', 'people.id')
    .select('person_addresses.is_primary')
    .where('person_addresses.mail_key', '=', key)
    .execute()
  const primary = rows.filter((row) => row.is_primary)
  return primary.length > 0 ? primary : rows
}

const present = (r: Reader) =>
  tables(r).selectFrom('people').selectAll('people').where('state', '<>', 'gone').orderBy('id').limit(20)

const withLogin = kept((r, { key }: { key: string }) => present(r).where('login_key', '=', key))

/** Everybody here with this employee number, whatever the case. */
export async function peopleByEmployeeNumber(r: Reader, number: string): Promise<PersonRow[]> {
  const key = keyOf(number)
  if (key === '' || !isText(key)) return []
  return await tables(r)
    .selectFrom('people')
    .selectAll()
    .where('employee_number_key', '=', key)
    .where('state', '<>', 'gone')
    .orderBy('id')
    .limit(20)
    .execute()
}

/** Addresses of a person; `shared` when somebody else who is not gone has the same. */
export async function addressesOf(
  r: Reader,
  personId: string,
): Promise<(Omit<Address, 'recovery'> & { shared: boolean })[]> {
  if (!isUuid(personId)) return []
  // Forgotten with people, on whom it depends whose addresses these are besides.
  const rows = await once(r, 'people', `addresses of ${personId}`, () => addressRowsOf(r, { personId }))
  return rows.map((row) => ({
    mail: row.mail,
    changedAt: row.changed_at,
    primary: row.is_primary,
    shared: Boolean(row.shared),
  }))
}

const addressRowsOf = kept((r, { personId }: { personId: string }) =>
  tables(r)
    .selectFrom('person_addresses as own')
    .select(['own.mail', 'own.changed_at', 'own.is_primary'])
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('person_addresses as other')
            .innerJoin('people', 'people.id', 'other.person_id')
            .select('other.person_id')
            .whereRef('other.mail_key', '=', 'own.mail_key')
            .whereRef('other.person_id', '<>', 'own.person_id')
            .where('people.state', '<>', 'gone'),
        )
        .as('shared'),
    )
    .where('own.person_id', '=', personId)
    .orderBy('own.is_primary', 'desc')
    .orderBy('own.mail_key'),
)

/** Numbers of a person; `shared` when somebody else who is not gone has the same. */
export async function phonesOf(r: Reader, personId: string): Promise<Omit<Phone, 'proof'>[]> {
  const rows = await tables(r)
    .selectFrom('person_phones as own')
    .select(['own.number', 'own.changed_at'])
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('person_phones as other')
            .innerJoin('people', 'people.id', 'other.person_id')
            .select('other.person_id')
            .whereRef('other.number_key', '=', 'own.number_key')
            .whereRef('other.person_id', '<>', 'own.person_id')
            .where('people.state', '<>', 'gone'),
        )
        .as('shared'),
    )
    .where('own.person_id', '=', personId)
    .orderBy('own.number_key')
    .execute()
  return rows.map((row) => ({ number: row.number, changedAt: row.changed_at, shared: Boolean(row.shared) }))
}

export async function reportsOf(r: Reader, managerId: string, limit: number): Promise<PersonRow[]> {
  return await tables(r)
    .selectFrom('people')
    .selectAll()
    .where('manager_id', '=', managerId)
    .where('state', '<>', 'gone')
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit)
    .execute()
}

export type PeopleQuery = {
  q?: string | undefined
  directoryId?: string | undefined
  state?: PersonState | undefined
  groupId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** People by name; those who are gone only when asked for. Each word of `q` must begin a word of theirs. */
export async function searchPeople(
  r: Reader,
  query: PeopleQuery,
): Promise<{ items: PersonRow[]; next: string | null }> {
  const after = readCursor(query.cursor)
  const { state, directoryId, groupId } = query
  let select = tables(r)
    .selectFrom('people')
    .selectAll()
    .where((is) => (state ? is('state', '=', state) : is('state', '<>', 'gone')))
    .orderBy('sort_name')
    .orderBy('id')
    .limit(query.limit + 1)
  if (directoryId) select = select.where('directory_id', '=', directoryId)
  if (groupId) {
    select = select.where('id', 'in', (is) =>
      is.selectFrom('group_members').select('person_id').where('group_id', '=', groupId),
    )
  }
  for (const word of searchTerms(query.q ?? '')) select = select.where((is) => beginsWith(is, word))
  if (after) {
    select = select.where(sql<boolean>`(sort_name, id) > (${after.sort} collate "C", ${after.id}::uuid)`)
  }
  return toPage(await select.execute(), query.limit, (row) => ({ sort: row.sort_name, id: row.id }))
}

/** A range of the index rather than LIKE: nothing in the word is a pattern. */
function beginsWith(is: ExpressionBuilder<Tables, 'people'>, word: string) {
  return is(
    'id',
    'in',
    is.selectFrom('person_words').select('person_id').where('word', '>=', word).where('word', '<', `${word}\u{10ffff}`),
  )
}

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    directoryId: row.directory_id,
    login: row.login,
    displayName: row.display_name,
    givenName: row.given_name,
    familyName: row.family_name,
    title: row.title,
    department: row.department,
    company: row.company,
    location: row.location,
    costCenter: row.cost_center,
    mail: row.mail,
    managerId: row.manager_id,
    employeeNumber: row.employee_number,
    locale: row.locale,
    state: row.state,
    stateSince: row.state_since,
    version: row.version,
  }
}
