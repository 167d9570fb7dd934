import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'

type Tables = {
  temporary_passes: {
    id: string
    person_id: string
    case_id: string | null
    pass_hmac: Buffer
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export type TemporaryPass = { id: string; personId: string; passHmac: Buffer; expiresAt: Date }

/** A new pass takes the place of those before. */
export async function insertPass(
  tx: Tx,
  pass: TemporaryPass & { caseId: string | null; createdAt: Date },
): Promise<void> {
  await tables(tx).deleteFrom('temporary_passes').where('person_id', '=', pass.personId).execute()
  await tables(tx)
    .insertInto('temporary_passes')
    .values({
      id: pass.id,
      person_id: pass.personId,
      case_id: pass.caseId,
      pass_hmac: pass.passHmac,
      created_at: pass.createdAt,
      expires_at: pass.expiresAt,
      used_at: null,
    })
    .execute()
}

export async function livePass(r: Reader, personId: string, now: Date): Promise<TemporaryPass | null> {
  const row = await tables(r)
    .selectFrom('temporary_passes')
    .selectAll()
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? { id: row.id, personId: row.person_id, passHmac: row.pass_hmac, expiresAt: row.expires_at } : null
}

/** Single use: of two at one instant, one gets true. */
export async function usePass(r: Reader, id: string, now: Date): Promise<boolean> {
  const row = await tables(r)
    .updateTable('temporary_passes')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteEndedPasses(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('temporary_passes').where('expires_at', '<', before).execute()
}
