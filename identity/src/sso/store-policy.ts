import type { SignOnDemand, SignOnRule } from '@hallpass/contract/sign-on-policy'
import type { ColumnType, Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import { kept } from '../platform/database/kept.ts'
import type { PolicyRules } from './sign-on-policy.ts'

type Json<T> = ColumnType<T, string, string>
type Tables = {
  sign_on_policies: {
    version: number
    rules: Json<SignOnRule[]>
    otherwise: Json<SignOnDemand>
    author_id: string | null
    made_at: Date
    confirmed_by: string | null
    confirmed_at: Date | null
  }
  break_glass_accounts: { person_id: string }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export type PolicyVersion = PolicyRules & {
  version: number
  authorId: string | null
  madeAt: Date
  confirmedBy: string | null
}

/** The newest versions, the one that holds first. */
export async function newestVersions(r: Reader, limit: number): Promise<PolicyVersion[]> {
  const rows = await tables(r)
    .selectFrom('sign_on_policies')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toVersion)
}

/** The version that holds, null before there is any, and whether this person's account is for emergencies. */
export async function policyAndEmergency(
  r: Reader,
  personId: string,
): Promise<{ current: PolicyVersion | null; isEmergency: boolean }> {
  const [[current], [account]] = await Promise.all([newest(r, {}), emergencyAccount(r, { personId })])
  return { current: current ? toVersion(current) : null, isEmergency: account !== undefined }
}

const newest = kept((r) => tables(r).selectFrom('sign_on_policies').selectAll().orderBy('version', 'desc').limit(1))

const emergencyAccount = kept((r, { personId }: { personId: string }) =>
  tables(r).selectFrom('break_glass_accounts').select('person_id').where('person_id', '=', personId),
)

/** The newest version that somebody else than this person made or stands behind. */
export async function newestNotOf(r: Reader, personId: string): Promise<PolicyVersion | null> {
  const row = await tables(r)
    .selectFrom('sign_on_policies')
    .selectAll()
    .where((where) =>
      where.or([where('author_id', 'is distinct from', personId), where('confirmed_by', 'is not', null)]),
    )
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toVersion(row) : null
}

/** The version that held at a moment. */
export async function newestMadeBy(r: Reader, at: Date): Promise<PolicyVersion | null> {
  const row = await tables(r)
    .selectFrom('sign_on_policies')
    .selectAll()
    .where('made_at', '<=', at)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toVersion(row) : null
}

type PolicyRow = {
  version: number
  rules: SignOnRule[]
  otherwise: SignOnDemand
  author_id: string | null
  made_at: Date
  confirmed_by: string | null
}

const toVersion = (row: PolicyRow): PolicyVersion => ({
  version: row.version,
  rules: row.rules,
  otherwise: row.otherwise,
  authorId: row.author_id,
  madeAt: row.made_at,
  confirmedBy: row.confirmed_by,
})

/** False when somebody else wrote this version first. */
export async function insertVersion(tx: Tx, version: Omit<PolicyVersion, 'confirmedBy'>): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('sign_on_policies')
    .values({
      version: version.version,
      rules: JSON.stringify(version.rules),
      otherwise: JSON.stringify(version.otherwise),
      author_id: version.authorId,
      made_at: version.madeAt,
      confirmed_by: null,
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}

export async function confirmVersion(tx: Tx, version: number, by: string, at: Date): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('sign_on_policies')
    .set({ confirmed_by: by, confirmed_at: at })
    .where('version', '=', version)
    .where('confirmed_by', 'is', null)
    .returning('version')
    .executeTakeFirst()
  return row !== undefined
}
