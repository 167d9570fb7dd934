import type { OidcSettings } from '@hallpass/contract/oidc'
import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { kept } from '../../platform/database/kept.ts'
import { once } from '../../platform/database/once.ts'
import { jsonText } from '../json-text.ts'

export type PreviousSecret = { hash: Buffer; endsAt: Date }

export type OidcClient = {
  appId: string
  clientId: string
  secretHash: Buffer | null
  /** Those before it that were let live on, the oldest first; some may have ended since. */
  previousSecrets: readonly PreviousSecret[]
  settings: OidcSettings
  version: number
}

type Tables = {
  oidc_clients: {
    app_id: string
    client_id: string
    secret_hash: Buffer | null
    previous_secrets: { hash: string; endsAt: string }[]
    settings: OidcSettings
    version: number
    updated_at: Date
  }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

const toClient = (row: Tables['oidc_clients']): OidcClient => ({
  appId: row.app_id,
  clientId: row.client_id,
  secretHash: row.secret_hash,
  previousSecrets: row.previous_secrets.map(({ hash, endsAt }) => ({
    hash: Buffer.from(hash, 'base64url'),
    endsAt: new Date(endsAt),
  })),
  settings: row.settings,
  version: row.version,
})

export async function findOidcClient(r: Reader, appId: string): Promise<OidcClient | null> {
  const row = await tables(r).selectFrom('oidc_clients').selectAll().where('app_id', '=', appId).executeTakeFirst()
  return row ? toClient(row) : null
}

const byClientId = kept((r, { clientId }: { clientId: string }) =>
  tables(r).selectFrom('oidc_clients').selectAll().where('client_id', '=', clientId),
)

/** Asked for by what strangers send: what none of ours can be called is not looked for. */
export async function oidcClientById(r: Reader, clientId: string): Promise<OidcClient | null> {
  if (!/^[\x21-\x7e]{1,200}$/.test(clientId)) return null
  const [row] = await once(r, 'oidc_clients', clientId, () => byClientId(r, { clientId }))
  return row ? toClient(row) : null
}

/**
 * False when somebody else changed it since `version` was read (0: since there was none). Secrets of an app that proves itself by
 * its keys from now on are gone for good.
 */
export async function saveOidcClient(
  tx: Tx,
  client: Omit<OidcClient, 'secretHash' | 'previousSecrets'>,
  now: Date,
): Promise<boolean> {
  const values = {
    settings: jsonText(client.settings) as never,
    version: client.version + 1,
    updated_at: now,
    ...(client.settings.tokenAuth === 'private_key_jwt' ? { secret_hash: null, previous_secrets: toColumn([]) } : {}),
  }
  const row =
    client.version === 0
      ? await tables(tx)
          .insertInto('oidc_clients')
          .values({
            app_id: client.appId,
            client_id: client.clientId,
            secret_hash: null,
            previous_secrets: toColumn([]),
            ...values,
          })
          .onConflict((conflict) => conflict.column('app_id').doNothing())
          .returning('app_id')
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('oidc_clients')
          .set(values)
          .where('app_id', '=', client.appId)
          .where('version', '=', client.version)
          .returning('app_id')
          .executeTakeFirst()
  return row !== undefined
}

export const isLive = ({ endsAt }: PreviousSecret, now: Date): boolean => endsAt > now

/** The same, kept until the transaction ends: whoever changes its secrets waits. */
export async function lockOidcClient(tx: Tx, appId: string): Promise<OidcClient | null> {
  const all = tables(tx).selectFrom('oidc_clients').selectAll()
  const row = await all.where('app_id', '=', appId).forUpdate().executeTakeFirst()
  return row ? toClient(row) : null
}

/** A new secret, and those that go on beside it; every other ends at once. */
export async function setSecretHash(
  tx: Tx,
  appId: string,
  hash: Buffer,
  { now, previous = [] }: { now: Date; previous?: readonly PreviousSecret[] },
): Promise<void> {
  await tables(tx)
    .updateTable('oidc_clients')
    .set((update) => ({
      secret_hash: hash,
      previous_secrets: toColumn(previous),
      version: update('version', '+', 1),
      updated_at: now,
    }))
    .where('app_id', '=', appId)
    .execute()
}

export async function endPreviousSecrets(tx: Tx, appId: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable('oidc_clients')
    .set({ previous_secrets: toColumn([]), updated_at: now })
    .where('app_id', '=', appId)
    .execute()
}

const toColumn = (secrets: readonly PreviousSecret[]) =>
  jsonText(
    secrets.map(({ hash, endsAt }) => ({ hash: hash.toString('base64url'), endsAt: endsAt.toISOString() })),
  ) as never

export async function deleteOidcClient(tx: Tx, appId: string): Promise<boolean> {
  const query = tables(tx).deleteFrom('oidc_clients').where('app_id', '=', appId).returning('app_id')
  return (await query.executeTakeFirst()) !== undefined
}
