import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'

type Tables = { break_glass_accounts: { person_id: string; made_at: Date; rotated_at: Date } }

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

/** Oldest first. */
export async function breakGlassAccounts(r: Reader): Promise<string[]> {
  const rows = await tables(r).selectFrom('break_glass_accounts').select('person_id').orderBy('made_at').execute()
  return rows.map((row) => row.person_id)
}

export async function noteBreakGlass(tx: Tx, personId: string, now: Date): Promise<void> {
  await tables(tx)
    .insertInto('break_glass_accounts')
    .values({ person_id: personId, made_at: now, rotated_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ rotated_at: now }))
    .execute()
}
