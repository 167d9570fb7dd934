import { type Kysely, sql } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { jsonText } from '../json-text.ts'

export type PendingProtocol = 'saml' | 'saml_logout' | 'oidc'

export type PendingSignOn<D> = {
  id: string
  protocol: PendingProtocol
  appId: string | null
  details: D
  createdAt: Date
  expiresAt: Date
}

type Tables = {
  pending_sign_ons: {
    id: string
    protocol: PendingProtocol
    app_id: string | null
    details: unknown
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function insertPending(r: Reader, pending: PendingSignOn<object>): Promise<void> {
  await tables(r)
    .insertInto('pending_sign_ons')
    .values({
      id: pending.id,
      protocol: pending.protocol,
      app_id: pending.appId,
      details: jsonText(pending.details),
      created_at: pending.createdAt,
      expires_at: pending.expiresAt,
      used_at: null,
    })
    .execute()
}

/** What still waits under this id; null when there is nothing, it took too long, or it was used. */
export async function findPending(r: Reader, id: string, now: Date): Promise<PendingSignOn<unknown> | null> {
  const row = await tables(r)
    .selectFrom('pending_sign_ons')
    .selectAll()
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return null
  const { protocol, details } = row
  return { id, protocol, appId: row.app_id, details, createdAt: row.created_at, expiresAt: row.expires_at }
}

/** What an app may wish to be asked for: more proof, or which account is meant. */
export type Asks = 'proof' | 'account'

/** When a person was last sent away from this step of an app because it wishes for that; null for never. */
export async function lastAsked(r: Reader, interaction: string, asks: Asks): Promise<Date | null> {
  const row = await tables(r)
    .selectFrom('pending_sign_ons')
    .select('created_at')
    .where('protocol', '=', 'oidc')
    .where(sql`details->>'interaction'`, '=', interaction)
    .where(sql`details->>'asks'`, '=', asks)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.created_at ?? null
}

/** Whether a sign-on waits because its app wishes for more proof than the policy wants. */
export async function asksForProof(r: Reader, id: string, now: Date): Promise<boolean> {
  const { asks } = ((await findPending(r, id, now))?.details ?? {}) as { asks?: Asks }
  return asks === 'proof'
}

/** False when somebody else used it first. */
export async function usePending(tx: Tx, id: string, now: Date): Promise<boolean> {
  const row = await tables(tx)
    .updateTable('pending_sign_ons')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function setPendingDetails(tx: Tx, id: string, details: object): Promise<void> {
  await tables(tx)
    .updateTable('pending_sign_ons')
    .set({ details: jsonText(details) })
    .where('id', '=', id)
    .execute()
}

export async function deleteOldPending(r: Reader, before: Date): Promise<void> {
  await tables(r).deleteFrom('pending_sign_ons').where('expires_at', '<', before).execute()
}
