import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { GroupPolicy, ProofKind, RecoveryPolicy } from './types.ts'

type Tables = {
  recovery_policies: {
    directory_id: string
    self_service: boolean
    proofs: string[]
    address_quiet_days: number
    sign_in_tries_max: number
    wait_minutes: number
    proofs_wanted: number
    public_label: string | null
    version: number
  }
  group_recovery_policies: {
    group_id: string
    self_service: boolean
    proofs: string[]
    proofs_wanted: number
    version: number
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function policyRow(r: Reader, directoryId: string): Promise<RecoveryPolicy | null> {
  const row = await tables(r)
    .selectFrom('recovery_policies')
    .selectAll()
    .where('directory_id', '=', directoryId)
    .executeTakeFirst()
  if (!row) return null
  return {
    directoryId: row.directory_id,
    selfService: row.self_service,
    proofs: row.proofs as ProofKind[],
    addressQuietDays: row.address_quiet_days,
    signInTriesMax: row.sign_in_tries_max,
    waitMinutes: row.wait_minutes,
    proofsWanted: row.proofs_wanted === 2 ? 2 : 1,
    publicLabel: row.public_label,
    version: row.version,
  }
}

/** False when the stored version is no longer the one the change was made from. */
export async function putPolicy(tx: Tx, policy: RecoveryPolicy): Promise<boolean> {
  const row = {
    directory_id: policy.directoryId,
    self_service: policy.selfService,
    proofs: [...policy.proofs],
    address_quiet_days: policy.addressQuietDays,
    sign_in_tries_max: policy.signInTriesMax,
    wait_minutes: policy.waitMinutes,
    proofs_wanted: policy.proofsWanted,
    public_label: policy.publicLabel,
    version: policy.version + 1,
  }
  if (policy.version === 0) {
    const made = await tables(tx)
      .insertInto('recovery_policies')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tables(tx)
    .updateTable('recovery_policies')
    .set(row)
    .where('directory_id', '=', policy.directoryId)
    .where('version', '=', policy.version)
    .returning('version')
    .executeTakeFirst()
  return changed !== undefined
}

export async function groupPolicies(r: Reader, groupIds?: readonly string[]): Promise<GroupPolicy[]> {
  if (groupIds?.length === 0) return []
  let query = tables(r).selectFrom('group_recovery_policies').selectAll().orderBy('group_id')
  if (groupIds) query = query.where('group_id', 'in', groupIds)
  return (await query.execute()).map((row) => ({
    groupId: row.group_id,
    selfService: row.self_service,
    proofs: row.proofs as ProofKind[],
    proofsWanted: row.proofs_wanted === 2 ? 2 : 1,
    version: row.version,
  }))
}

/** False when the stored version is no longer the one the change was made from; 0 for none stored. */
export async function putGroupPolicy(tx: Tx, policy: GroupPolicy): Promise<boolean> {
  const row = {
    group_id: policy.groupId,
    self_service: policy.selfService,
    proofs: [...policy.proofs],
    proofs_wanted: policy.proofsWanted,
    version: policy.version + 1,
  }
  if (policy.version === 0) {
    const made = await tables(tx)
      .insertInto('group_recovery_policies')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tables(tx)
    .updateTable('group_recovery_policies')
    .set(row)
    .where('group_id', '=', policy.groupId)
    .where('version', '=', policy.version)
    .returning('version')
    .executeTakeFirst()
  return changed !== undefined
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
