import { sql } from 'kysely'
import { anyOf } from '../platform/database/any-of.ts'
import type { Reader } from '../platform/database/database.ts'
import { requestable } from './store-catalog.ts'
import { toRole } from './store-roles.ts'
import { heldGrantRow, tables } from './store-tables.ts'
import type { Role } from './types.ts'

type Filter = {
  personId: string
  groupIds: readonly string[]
  peerIds: readonly string[]
  holdersMin: number
  limit: number
}

/** Roles the person may ask for and does not hold, that at least so many of their peers hold; the most held first. */
export async function popularAmong(reader: Reader, filter: Filter): Promise<Role[]> {
  const db = tables(reader)
  const counted = db
    .selectFrom('grants')
    .select('grants.role_id')
    .select(sql<number>`count(distinct grants.person_id)`.as('holders'))
    .where('person_id', '=', anyOf(filter.peerIds))
    .where('grants.state', '=', 'active')
    .groupBy('grants.role_id')
    .having(sql<boolean>`count(distinct grants.person_id) >= ${filter.holdersMin}::int`)
  const rows = await requestable(db, filter.groupIds)
    .innerJoin(counted.as('counted'), 'counted.role_id', 'roles.id')
    .selectAll('roles')
    .where('roles.product_role', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('grants')
            .select('grants.id')
            .whereRef('grants.role_id', '=', 'roles.id')
            .where('grants.person_id', '=', filter.personId)
            .where(heldGrantRow),
        ),
      ),
    )
    .orderBy('counted.holders', 'desc')
    .orderBy('roles.sort_name')
    .limit(filter.limit)
    .execute()
  return rows.map(toRole)
}
