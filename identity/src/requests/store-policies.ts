/** SQL of policies: every version is kept, the newest of a role is the one in force. */
import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { type RequestsTables, tables } from './store-tables.ts'
import type { PolicyRules } from './types.ts'

export type PolicyVersion = {
  id: string
  /** Null: the default policy. */
  roleId: string | null
  version: number
  /** Null: from here on the role follows the default policy, and the default the built-in one. */
  rules: PolicyRules | null
  /** Null: an operator at the command line. */
  authorId: string | null
  isWeaker: boolean
  createdAt: Date
}

/** The default policy's versions and those of a role, in one read, newest first. */
export async function policyVersionsFor(
  reader: Reader,
  roleId: string,
): Promise<{ byDefault: PolicyVersion[]; ofRole: PolicyVersion[] }> {
  const rows = await tables(reader)
    .selectFrom('policy_versions')
    .selectAll()
    .where((row) => row.or([row('role_id', 'is', null), row('role_id', '=', roleId)]))
    .orderBy('version', 'desc')
    .execute()
  const versions = rows.map(toVersion)
  return {
    byDefault: versions.filter((version) => version.roleId === null),
    ofRole: versions.filter((version) => version.roleId !== null),
  }
}

/** All versions of a role's policy (null: of the default one), newest first. */
export async function policyVersions(reader: Reader, roleId: string | null): Promise<PolicyVersion[]> {
  const rows = await tables(reader)
    .selectFrom('policy_versions')
    .selectAll()
    .where('role_id', roleId === null ? 'is' : '=', roleId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** The newest version for each role that ever had one of its own. */
export async function newestRolePolicies(reader: Reader): Promise<PolicyVersion[]> {
  const rows = await tables(reader)
    .selectFrom('policy_versions')
    .distinctOn('role_id')
    .selectAll()
    .where('role_id', 'is not', null)
    .orderBy('role_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toVersion)
}

/** False when somebody else wrote this version first. */
export async function insertPolicyVersion(tx: Tx, version: PolicyVersion): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('policy_versions')
    .values({
      id: version.id,
      role_id: version.roleId,
      version: version.version,
      rules: version.rules === null ? null : JSON.stringify(version.rules),
      author_id: version.authorId,
      is_weaker: version.isWeaker,
      created_at: version.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['role_id', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

function toVersion(row: Selectable<RequestsTables['policy_versions']>): PolicyVersion {
  return {
    id: row.id,
    roleId: row.role_id,
    version: row.version,
    rules: row.rules,
    authorId: row.author_id,
    isWeaker: row.is_weaker,
    createdAt: row.created_at,
  }
}
