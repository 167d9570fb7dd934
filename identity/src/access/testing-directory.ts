import { sql } from 'kysely'
import type { Directory, Group, Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { tables } from './store-tables.ts'

type Narrow = Pick<Directory, 'person' | 'people' | 'isActive' | 'group' | 'groupsOf' | 'summary'>
const columns = sql`id, directory_id as "directoryId", login, display_name as "displayName", given_name as "givenName", family_name as "familyName", title, department, mail, manager_id as "managerId", locale, state, state_since as "stateSince", version`

export function testDirectory(): Narrow {
  const people = async (r: Reader, ids: readonly string[]) =>
    (await sql<Person>`select ${columns} from people where id = any(${[...ids]}::uuid[])`.execute(tables(r))).rows
  const person = async (r: Reader, id: string) => (await people(r, [id]))[0] ?? null
  return {
    people,
    person,
    isActive: async (r, id) => (await person(r, id))?.state === 'active',
    group: async (r, id) =>
      (await sql<Group>`select id, directory_id as "directoryId", name from groups where id = ${id}`.execute(tables(r)))
        .rows[0] ?? null,
    groupsOf: async (r, id) =>
      (
        await sql<Group>`select id, directory_id as "directoryId", name from groups join group_members on group_id = id where person_id = ${id}`.execute(
          tables(r),
        )
      ).rows,
    summary: ({ id, displayName, title, mail }) => ({ id, displayName, title, mail }),
  }
}
