/** SQL of what many people hold together. */
import { sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { heldGrantRow, tables } from './store-tables.ts'

/** Grants that are pending or active, and the accounts in apps that they carry; `powers` are those of Hallpass itself. */
export async function countHeld(
  reader: Reader,
  personIds: readonly string[],
): Promise<{ people: number; roles: number; accounts: number; powers: number }> {
  const { rows } = await sql<{ people: number; roles: number; accounts: number; powers: number }>`
    with held as (
      select grants.person_id, grants.role_id, roles.product_role from grants join roles on roles.id = grants.role_id
      where grants.person_id = any(${[...personIds]}::uuid[]) and ${heldGrantRow}
    )
    select count(distinct person_id)::int as people, count(*)::int as roles,
      (select count(distinct (held.person_id, role_apps.app_id))::int
        from held join role_apps using (role_id) join apps on apps.id = role_apps.app_id
        where apps.state = 'active' and not apps.built_in) as accounts,
      count(product_role)::int as powers
    from held
  `.execute(tables(reader))
  return rows[0] ?? { people: 0, roles: 0, accounts: 0, powers: 0 }
}
