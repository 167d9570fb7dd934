/** SQL of the questions that are asked all the time: what a person may use this moment. */
import type { ProductRole } from '@hallpass/contract/common'
import type { Reader } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import { activeGrantRow, tables } from './store-tables.ts'

/** Active grants of roles in use that are not due, joined with what they carry of apps in use. */
function activeGrants(reader: Reader, personId: string, now: Date) {
  return tables(reader)
    .selectFrom('grants')
    .innerJoin('roles', 'roles.id', 'grants.role_id')
    .where('grants.person_id', '=', personId)
    .where(activeGrantRow)
    .where('roles.state', '=', 'active')
    .where((row) => row.or([row('grants.ends_at', 'is', null), row('grants.ends_at', '>', now)]))
}

export async function activeProductRoles(reader: Reader, personId: string, now: Date): Promise<ProductRole[]> {
  const rows = await productRolesOf(reader, { personId, now })
  return rows.flatMap((row) => row.product_role ?? [])
}

const productRolesOf = kept((r, { personId, now }: { personId: string; now: Date }) =>
  activeGrants(r, personId, now).select('roles.product_role').where('roles.product_role', 'is not', null),
)

/** People with an active grant of a product role that is not due; few. */
export async function holdersOfProductRole(reader: Reader, role: ProductRole, now: Date): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .innerJoin('roles', 'roles.id', 'grants.role_id')
    .select('grants.person_id')
    .where('roles.product_role', '=', role)
    .where(activeGrantRow)
    .where((row) => row.or([row('grants.ends_at', 'is', null), row('grants.ends_at', '>', now)]))
    .orderBy('grants.person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function activeUses(
  reader: Reader,
  personId: string,
  now: Date,
): Promise<{ appId: string; grantId: string; roleId: string; endsAt: Date | null }[]> {
  const rows = await activeGrants(reader, personId, now)
    .innerJoin('role_apps', 'role_apps.role_id', 'grants.role_id')
    .innerJoin('apps', 'apps.id', 'role_apps.app_id')
    .where('apps.state', '=', 'active')
    .where('apps.built_in', '=', false)
    .select(['apps.id as app_id', 'grants.id', 'grants.role_id', 'grants.ends_at'])
    .orderBy('grants.id')
    .execute()
  return rows.map((row) => ({ appId: row.app_id, grantId: row.id, roleId: row.role_id, endsAt: row.ends_at }))
}
