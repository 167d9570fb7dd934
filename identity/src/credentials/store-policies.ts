import { type Kysely, sql } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import type { GroupPolicy, ProofKind, RecoveryPolicy } from './types.ts'

type Tables = {
  recovery_policies: RulesRow & {
    directory_id: string
    address_quiet_days: number
    sign_in_tries_max: number
    wait_minutes: number
    public_label: string | null
  }
  group_recovery_policies: RulesRow & { group_id: string }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function policyRow(r: Reader, directoryId: string): Promise<RecoveryPolicy | null> {
  const [row] = await ofDirectory(r, { directoryId })
  if (!row) return null
  return {
    directoryId: row.directory_id,
    ...rulesOf(row),
    addressQuietDays: row.address_quiet_days,
    signInTriesMax: row.sign_in_tries_max,
    waitMinutes: row.wait_minutes,
    publicLabel: row.public_label,
  }
}

const ofDirectory = kept((r, { directoryId }: { directoryId: string }) =>
  tables(r).selectFrom('recovery_policies').selectAll().where('directory_id', '=', directoryId),
)

/** False when the stored version is no longer the one the change was made from; 0 for none stored. */
export function putPolicy(tx: Tx, policy: RecoveryPolicy): Promise<boolean> {
  return putFromVersion(tx, 'recovery_policies', 'directory_id', {
    directory_id: policy.directoryId,
    ...rulesRow(policy),
    address_quiet_days: policy.addressQuietDays,
    sign_in_tries_max: policy.signInTriesMax,
    wait_minutes: policy.waitMinutes,
    public_label: policy.publicLabel,
  })
}

export async function groupPolicies(r: Reader, groupIds?: readonly string[]): Promise<GroupPolicy[]> {
  if (groupIds?.length === 0) return []
  let query = tables(r).selectFrom('group_recovery_policies').selectAll().orderBy('group_id')
  if (groupIds) query = query.where('group_id', 'in', groupIds)
  return (await query.execute()).map((row) => ({ groupId: row.group_id, ...rulesOf(row) }))
}

/** As `putPolicy`. */
export function putGroupPolicy(tx: Tx, policy: GroupPolicy): Promise<boolean> {
  return putFromVersion(tx, 'group_recovery_policies', 'group_id', { group_id: policy.groupId, ...rulesRow(policy) })
}

type RulesRow = { self_service: boolean; proofs: string[]; proofs_wanted: number; version: number }

const rulesOf = (row: RulesRow) => ({
  selfService: row.self_service,
  proofs: row.proofs as ProofKind[],
  proofsWanted: row.proofs_wanted === 2 ? (2 as const) : (1 as const),
  version: row.version,
})

/** As they are kept after the change: one version on. */
const rulesRow = (policy: Omit<GroupPolicy, 'groupId'>): RulesRow => ({
  self_service: policy.selfService,
  proofs: [...policy.proofs],
  proofs_wanted: policy.proofsWanted,
  version: policy.version + 1,
})

async function putFromVersion(
  tx: Tx,
  table: keyof Tables,
  key: string,
  row: RulesRow & Record<string, unknown>,
): Promise<boolean> {
  const columns = Object.keys(row)
  const from = row.version - 1
  const statement =
    from === 0
      ? sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
          values (${sql.join(Object.values(row))}) on conflict do nothing returning version`
      : sql`update ${sql.table(table)} set ${sql.join(columns.map((name) => sql`${sql.ref(name)} = ${row[name]}`))}
          where ${sql.ref(key)} = ${row[key]} and version = ${from} returning version`
  return (await statement.execute(tables(tx))).rows.length > 0
}

export async function deleteGroupPolicy(tx: Tx, groupId: string): Promise<boolean> {
  const row = await tables(tx)
    .deleteFrom('group_recovery_policies')
    .where('group_id', '=', groupId)
    .returning('group_id')
    .executeTakeFirst()
  return row !== undefined
}

/** What everybody may be shown, for telling directories apart. */
export async function publicLabels(r: Reader): Promise<{ id: string; label: string }[]> {
  const rows = await tables(r)
    .selectFrom('recovery_policies')
    .select(['directory_id', 'public_label'])
    .where('public_label', 'is not', null)
    .orderBy('public_label')
    .execute()
  return rows.map((row) => ({ id: row.directory_id, label: row.public_label ?? '' }))
}
