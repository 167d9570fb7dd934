/** SQL of accounts. */
import { type Selectable, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type ProvisioningTables, tables } from './store-tables.ts'
import type { AccountRow, AccountState } from './types.ts'

export function toAccount(row: Selectable<ProvisioningTables['accounts']>): AccountRow {
  return {
    id: row.id,
    appId: row.app_id,
    personId: row.person_id,
    actual: row.actual,
    trouble: row.trouble,
    state: row.state,
    remoteId: row.remote_id,
    isChosen: row.is_chosen,
    userName: row.user_name,
    profileMark: row.profile_mark,
    entitlements: row.entitlements,
    grantIds: row.grant_ids,
    wantedVersion: row.wanted_version,
    settledVersion: row.settled_version,
    wantedAt: row.wanted_at,
    attempts: row.attempts,
    lastError: row.last_error,
    nextTryAt: row.next_try_at,
    turnAt: row.turn_at,
    runId: row.run_id,
    intentId: row.intent_id,
    settledAt: row.settled_at,
    managerId: row.manager_id,
    managerRef: row.manager_ref,
    departmentRef: row.department_ref,
    departmentName: row.department_name,
    awaitsLinks: row.awaits_links,
    unlinked: row.unlinked,
  }
}

/** A reason to look again: makes the row when there is none, and gives it a new set of attempts. */
export async function wantAccount(
  tx: Tx,
  wish: { id: string; appId: string; personId: string; now: Date },
): Promise<void> {
  const { id, appId, personId, now } = wish
  tx.soon(
    tables(tx)
      .insertInto('accounts')
      .values({
        id,
        app_id: appId,
        person_id: personId,
        actual: 'none',
        trouble: null,
        remote_id: null,
        is_chosen: false,
        user_name: null,
        profile_mark: null,
        entitlements: [],
        grant_ids: [],
        wanted_version: 1,
        settled_version: 0,
        wanted_at: now,
        attempts: 0,
        last_error: null,
        next_try_at: null,
        turn_at: null,
        run_id: null,
        intent_id: null,
        seen_at: null,
        settled_at: null,
        manager_id: null,
        manager_ref: null,
        department_ref: null,
        department_name: null,
        awaits_links: false,
        unlinked: '[]',
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict.columns(['app_id', 'person_id']).doUpdateSet({
          wanted_version: sql`accounts.wanted_version + 1`,
          wanted_at: sql`case when accounts.settled_version < accounts.wanted_version then accounts.wanted_at else excluded.wanted_at end`,
          attempts: 0,
          next_try_at: null,
          trouble: null,
          updated_at: now,
        }),
      ),
  )
}

export type AccountPatch = Partial<
  Pick<
    AccountRow,
    | 'actual'
    | 'trouble'
    | 'remoteId'
    | 'isChosen'
    | 'userName'
    | 'profileMark'
    | 'entitlements'
    | 'grantIds'
    | 'settledVersion'
    | 'attempts'
    | 'lastError'
    | 'nextTryAt'
    | 'turnAt'
    | 'runId'
    | 'intentId'
    | 'settledAt'
    | 'managerId'
    | 'managerRef'
    | 'departmentRef'
    | 'departmentName'
    | 'awaitsLinks'
    | 'unlinked'
  >
>

/** Writes what a run learned. Null when another run has taken the account over: this one must stop. */
export async function updateOwned(
  tx: Tx,
  run: { accountId: string; runId: string; now: Date },
  patch: AccountPatch,
): Promise<AccountRow | null> {
  const row = await tables(tx)
    .updateTable('accounts')
    .set({ ...columnsOf(patch), updated_at: run.now })
    .where('id', '=', run.accountId)
    .where('run_id', '=', run.runId)
    .returningAll()
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** Whether a run's name is still on the account. */
export async function isOwned(reader: Reader, accountId: string, runId: string): Promise<boolean> {
  const row = await tables(reader)
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', accountId)
    .where('run_id', '=', runId)
    .executeTakeFirst()
  return row !== undefined
}

export async function updateAccount(tx: Tx, id: string, patch: AccountPatch, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('accounts')
    .set({ ...columnsOf(patch), updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** No run settles this intent any more; one that is under way has to stop. */
export async function forgetIntent(tx: Tx, intentId: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('accounts')
    .set({ intent_id: null, run_id: null, updated_at: now })
    .where('intent_id', '=', intentId)
    .execute()
}

const columnNames = {
  actual: 'actual',
  trouble: 'trouble',
  remoteId: 'remote_id',
  isChosen: 'is_chosen',
  userName: 'user_name',
  profileMark: 'profile_mark',
  entitlements: 'entitlements',
  grantIds: 'grant_ids',
  settledVersion: 'settled_version',
  attempts: 'attempts',
  lastError: 'last_error',
  nextTryAt: 'next_try_at',
  turnAt: 'turn_at',
  runId: 'run_id',
  intentId: 'intent_id',
  settledAt: 'settled_at',
  managerId: 'manager_id',
  managerRef: 'manager_ref',
  departmentRef: 'department_ref',
  departmentName: 'department_name',
  awaitsLinks: 'awaits_links',
  unlinked: 'unlinked',
} as const satisfies Record<keyof AccountPatch, string>

function columnsOf(patch: AccountPatch): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [
      columnNames[key as keyof AccountPatch],
      key === 'unlinked' ? JSON.stringify(value) : value,
    ]),
  )
}

export async function findAccount(reader: Reader, appId: string, personId: string): Promise<AccountRow | null> {
  const row = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('app_id', '=', appId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

export async function accountById(reader: Reader, id: string): Promise<AccountRow | null> {
  const row = await tables(reader).selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toAccount(row) : null
}

export async function accountsOfPerson(reader: Reader, personId: string): Promise<AccountRow[]> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('app_id')
    .execute()
  return rows.map(toAccount)
}

export async function accountsByRemoteIds(
  reader: Reader,
  appId: string,
  remoteIds: readonly string[],
): Promise<AccountRow[]> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('app_id', '=', appId)
    .where('remote_id', '=', sql<string>`any(${[...remoteIds]}::text[])`)
    .execute()
  return rows.map(toAccount)
}

export async function accountsByPeople(
  reader: Reader,
  appId: string,
  personIds: readonly string[],
): Promise<AccountRow[]> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('app_id', '=', appId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
  return rows.map(toAccount)
}

export async function markSeen(reader: Reader, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tables(reader)
    .updateTable('accounts')
    .set({ seen_at: now })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

/** Settled and active by our books, and not seen in the app since. */
export async function unseenSince(reader: Reader, appId: string, since: Date): Promise<AccountRow[]> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('app_id', '=', appId)
    .where('state', '=', 'active')
    .where('settled_at', '<', since)
    .where((eb) => eb.or([eb('seen_at', 'is', null), eb('seen_at', '<', since)]))
    .execute()
  return rows.map(toAccount)
}

/** One page of an app's accounts in the order of people, for walking through all of them. */
export async function pageOfApp(
  reader: Reader,
  appId: string,
  afterPersonId: string | null,
  limit: number,
): Promise<AccountRow[]> {
  let query = tables(reader).selectFrom('accounts').selectAll().where('app_id', '=', appId)
  if (afterPersonId !== null) query = query.where('person_id', '>', afterPersonId)
  const rows = await query.orderBy('person_id').limit(limit).execute()
  return rows.map(toAccount)
}

export type AccountFilter = {
  personId?: string | undefined
  appId?: string | undefined
  state?: AccountState | undefined
  afterId: string | null
  limit: number
}

export async function listAccountRows(reader: Reader, filter: AccountFilter): Promise<AccountRow[]> {
  let query = tables(reader).selectFrom('accounts').selectAll()
  if (filter.personId !== undefined) query = query.where('person_id', '=', filter.personId)
  if (filter.appId !== undefined) query = query.where('app_id', '=', filter.appId)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  if (filter.afterId !== null) query = query.where('id', '<', filter.afterId)
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute()
  return rows.map(toAccount)
}

export async function countByState(reader: Reader, appId: string): Promise<Map<AccountState, number>> {
  const rows = await tables(reader)
    .selectFrom('accounts')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('app_id', '=', appId)
    .groupBy('state')
    .execute()
  return new Map(rows.map((row) => [row.state, Number(row.count)]))
}

/** Since when the oldest unmet wish of an app waits. */
export async function oldestWish(reader: Reader, appId: string): Promise<Date | null> {
  const row = await tables(reader)
    .selectFrom('accounts')
    .select((eb) => eb.fn.min('wanted_at').as('since'))
    .where('app_id', '=', appId)
    .whereRef('settled_version', '<', 'wanted_version')
    .executeTakeFirst()
  return row?.since ?? null
}

/** Another person's hold on an account of the app. */
export async function otherHolder(
  reader: Reader,
  appId: string,
  remoteId: string,
  personId: string,
): Promise<AccountRow | null> {
  const row = await tables(reader)
    .selectFrom('accounts')
    .selectAll()
    .where('app_id', '=', appId)
    .where('remote_id', '=', remoteId)
    .where('person_id', '<>', personId)
    .executeTakeFirst()
  return row ? toAccount(row) : null
}

/** After an app moved, what we knew of its accounts is void and each is looked for anew; in another place nothing was given. */
export async function forgetRemote(tx: Tx, appId: string, what: { given: boolean }): Promise<void> {
  await tables(tx)
    .updateTable('accounts')
    .set({
      remote_id: null,
      is_chosen: false,
      profile_mark: null,
      seen_at: null,
      manager_ref: null,
      department_ref: null,
      department_name: null,
      ...(what.given ? { entitlements: [] } : {}),
    })
    .where('app_id', '=', appId)
    .execute()
  await tables(tx).deleteFrom('app_groups').where('app_id', '=', appId).execute()
}
