import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'

type Tables = {
  bootstrap_links: {
    id: string
    token_hash: Buffer
    person_id: string | null
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
}

const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export type BootstrapLink = { id: string; personId: string | null }

/** One link is good at a time: a new one voids those before. */
export async function replaceBootstrapLink(
  tx: Tx,
  link: { id: string; tokenHash: Buffer; createdAt: Date; expiresAt: Date },
): Promise<void> {
  await tables(tx)
    .updateTable('bootstrap_links')
    .set({ used_at: link.createdAt })
    .where('used_at', 'is', null)
    .execute()
  await tables(tx)
    .insertInto('bootstrap_links')
    .values({
      id: link.id,
      token_hash: link.tokenHash,
      person_id: null,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
      used_at: null,
    })
    .execute()
}

const usable = (r: Reader, tokenHash: Buffer, now: Date) =>
  tables(r)
    .selectFrom('bootstrap_links')
    .select(['id', 'person_id'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)

export async function isUsableLink(r: Reader, tokenHash: Buffer, now: Date): Promise<boolean> {
  return (await usable(r, tokenHash, now).executeTakeFirst()) !== undefined
}

/** Locks the link for the rest of the transaction; null when it was used or is over. */
export async function lockBootstrapLink(tx: Tx, tokenHash: Buffer, now: Date): Promise<BootstrapLink | null> {
  const row = await usable(tx, tokenHash, now).forUpdate().executeTakeFirst()
  return row ? { id: row.id, personId: row.person_id } : null
}

export async function bindBootstrapLink(tx: Tx, id: string, personId: string): Promise<void> {
  await tables(tx).updateTable('bootstrap_links').set({ person_id: personId }).where('id', '=', id).execute()
}

export async function useBootstrapLink(tx: Tx, id: string, now: Date): Promise<void> {
  await tables(tx).updateTable('bootstrap_links').set({ used_at: now }).where('id', '=', id).execute()
}

export async function deleteOldBootstrapLinks(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('bootstrap_links').where('expires_at', '<', before).execute()
}
