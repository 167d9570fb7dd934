/** SQL of grants. */
import type { Selectable } from 'kysely'
import { anyOf } from '../platform/database/any-of.ts'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import type { CarryingGrant } from './desired-account.ts'
import { type AccessTables, heldGrantRow, heldRow, pendingGrantRow, tables } from './store-tables.ts'
import type { Grant } from './types.ts'

export function toGrant(row: Selectable<AccessTables['grants']>): Grant {
  return {
    id: row.id,
    personId: row.person_id,
    roleId: row.role_id,
    state: row.state,
    requestId: row.request_id,
    reason: row.reason,
    durationDays: row.duration_days,
    evidence: row.evidence,
    grantedAt: row.granted_at,
    startedAt: row.started_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    version: row.version,
  }
}

export async function findGrant(reader: Reader, id: string): Promise<Grant | null> {
  const row = await tables(reader).selectFrom('grants').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toGrant(row) : null
}

const lockedKey = Symbol('grants that were locked and not changed yet')
const locked = (tx: Tx) => tx.memo(lockedKey, () => new Map<string, Grant>())

/** The row stays locked until the transaction ends. */
export async function lockGrant(tx: Tx, id: string): Promise<Grant | null> {
  const known = locked(tx).get(id)
  // Told once: whoever locks a grant changes it.
  locked(tx).delete(id)
  if (known) return known
  const row = await tables(tx).selectFrom('grants').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toGrant(row) : null
}

/** In the order of their ids, so that two who lock the same ones wait for each other and not in a circle. */
export async function lockGrants(tx: Tx, ids: readonly string[]): Promise<Grant[]> {
  if (ids.length === 0) return []
  const query = tables(tx).selectFrom('grants').selectAll().where('id', '=', anyOf(ids)).orderBy('id').forUpdate()
  const grants = (await query.execute()).map(toGrant)
  for (const grant of grants) locked(tx).set(grant.id, grant)
  return grants
}

export async function findHeldGrant(reader: Reader, personId: string, roleId: string): Promise<Grant | null> {
  const row = await tables(reader)
    .selectFrom('grants')
    .selectAll()
    .where('person_id', '=', personId)
    .where('role_id', '=', roleId)
    .where(heldGrantRow)
    .executeTakeFirst()
  return row ? toGrant(row) : null
}

/** False when the person already holds the role: one statement decides, whoever else is granting at this instant. */
export async function insertGrant(tx: Tx, grant: Grant): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('grants')
    .values({
      id: grant.id,
      person_id: grant.personId,
      role_id: grant.roleId,
      state: grant.state,
      request_id: grant.requestId,
      reason: grant.reason,
      duration_days: grant.durationDays,
      evidence: JSON.stringify(grant.evidence),
      granted_at: grant.grantedAt,
      started_at: grant.startedAt,
      ends_at: grant.endsAt,
      remind_at: null,
      reminded_at: null,
      ended_at: grant.endedAt,
      end_reason: grant.endReason,
      version: grant.version,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'role_id']).where(heldRow).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes what a grant became; the caller holds its lock. */
export async function saveGrant(tx: Tx, grant: Grant, remindAt: Date | null): Promise<void> {
  tx.soon(
    tables(tx)
      .updateTable('grants')
      .set({
        state: grant.state,
        evidence: JSON.stringify(grant.evidence),
        started_at: grant.startedAt,
        ends_at: grant.endsAt,
        remind_at: remindAt,
        ended_at: grant.endedAt,
        end_reason: grant.endReason,
        version: grant.version,
      })
      .where('id', '=', grant.id),
  )
}

/** Ends many grants in one statement; the caller holds their locks. */
export async function saveEnded(
  tx: Tx,
  grantIds: readonly string[],
  endedAt: Date,
  reason: NonNullable<Grant['endReason']>,
): Promise<void> {
  await tables(tx)
    .updateTable('grants')
    .set((row) => ({
      state: 'ended',
      remind_at: null,
      ended_at: endedAt,
      end_reason: reason,
      version: row('version', '+', 1),
    }))
    .where('id', '=', anyOf(grantIds))
    .execute()
}

export async function heldGrantsOf(reader: Reader, personId: string): Promise<Grant[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .selectAll()
    .where('person_id', '=', personId)
    .where(heldGrantRow)
    .orderBy('id')
    .execute()
  return rows.map(toGrant)
}

/** Locks what a person still holds, to end it. */
export async function lockHeldGrantsOf(tx: Tx, personId: string): Promise<Grant[]> {
  const rows = await tables(tx)
    .selectFrom('grants')
    .selectAll()
    .where('person_id', '=', personId)
    .where(heldGrantRow)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toGrant)
}

export type GrantFilter = {
  of: { personId: string } | { roleId: string }
  state: 'held' | 'ended' | undefined
  before: string | null
  limit: number
}

/** A page of grants, newest first. */
export async function listGrants(reader: Reader, filter: GrantFilter): Promise<Grant[]> {
  let query = tables(reader).selectFrom('grants').selectAll().orderBy('id', 'desc').limit(filter.limit)
  query =
    'personId' in filter.of
      ? query.where('person_id', '=', filter.of.personId)
      : query.where('role_id', '=', filter.of.roleId)
  if (filter.state === 'held') query = query.where(heldGrantRow)
  if (filter.state === 'ended') query = query.where('state', '=', 'ended')
  if (filter.before !== null) query = query.where('id', '<', filter.before)
  return (await query.execute()).map(toGrant)
}

const carrying = kept((r, { personId, appId }: { personId: string; appId: string }) =>
  tables(r)
    .selectFrom('grants')
    .innerJoin('roles', 'roles.id', 'grants.role_id')
    .innerJoin('role_apps', 'role_apps.role_id', 'grants.role_id')
    .select(['grants.id', 'grants.state', 'grants.ends_at', 'role_apps.entitlements'])
    .where('grants.person_id', '=', personId)
    .where(heldGrantRow)
    .where('roles.state', '=', 'active')
    .where('role_apps.app_id', '=', appId),
)

/** Held grants of a person whose role is in use and carries the app. */
export async function grantsCarrying(reader: Reader, personId: string, appId: string): Promise<CarryingGrant[]> {
  const rows = await carrying(reader, { personId, appId })
  return rows.map((row) => ({ grantId: row.id, state: row.state, endsAt: row.ends_at, entitlements: row.entitlements }))
}

/** Every grant, ended ones too, of roles that carry the app now. */
export async function allGrantsCarrying(reader: Reader, personId: string, appId: string): Promise<Grant[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .selectAll()
    .where('person_id', '=', personId)
    .where('role_id', 'in', (row) => row.selectFrom('role_apps').select('role_id').where('app_id', '=', appId))
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toGrant)
}

export async function allGrantsOfRole(reader: Reader, personId: string, roleId: string): Promise<Grant[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .selectAll()
    .where('person_id', '=', personId)
    .where('role_id', '=', roleId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toGrant)
}

/** People with a held grant of a role in use that carries the app; whether they are active is the directory's to say. */
export async function peopleCarrying(reader: Reader, appId: string, now: Date): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .innerJoin('roles', 'roles.id', 'grants.role_id')
    .innerJoin('role_apps', 'role_apps.role_id', 'grants.role_id')
    .innerJoin('apps', 'apps.id', 'role_apps.app_id')
    .select('grants.person_id')
    .distinct()
    .where('role_apps.app_id', '=', appId)
    .where('roles.state', '=', 'active')
    .where('apps.state', '=', 'active')
    .where(heldGrantRow)
    .where((row) => row.or([row('grants.ends_at', 'is', null), row('grants.ends_at', '>', now)]))
    .orderBy('grants.person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function holdersOfRole(reader: Reader, roleId: string): Promise<string[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .select('person_id')
    .where('role_id', '=', roleId)
    .where(heldGrantRow)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

export async function countHolders(reader: Reader, roleId: string): Promise<number> {
  const row = await tables(reader)
    .selectFrom('grants')
    .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
    .where('role_id', '=', roleId)
    .where(heldGrantRow)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function countHoldersAmong(reader: Reader, roleId: string, personIds: readonly string[]): Promise<number> {
  if (personIds.length === 0) return 0
  const row = await tables(reader)
    .selectFrom('grants')
    .select((count) => count.cast<number>(count.fn.count('person_id').distinct(), 'integer').as('count'))
    .where('role_id', '=', roleId)
    .where('person_id', '=', anyOf(personIds))
    .where(heldGrantRow)
    .executeTakeFirst()
  return row?.count ?? 0
}

export async function pendingGrants(
  reader: Reader,
  page: { before: Date; after: string | null; limit: number },
): Promise<{ id: string; personId: string; roleId: string }[]> {
  const rows = await tables(reader)
    .selectFrom('grants')
    .select(['id', 'person_id', 'role_id'])
    .where(pendingGrantRow)
    .where('granted_at', '<', page.before)
    .$if(page.after !== null, (query) => query.where('id', '>', page.after))
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({ id: row.id, personId: row.person_id, roleId: row.role_id }))
}
