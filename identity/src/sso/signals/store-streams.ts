import type { SignalSettings } from '@hallpass/contract/signals'
import type { Kysely } from 'kysely'
import type { Reader, Tx } from '../../platform/database/database.ts'
import { jsonText } from '../json-text.ts'

export type SignalStream = {
  appId: string
  /** What the receiver is told a verification is about. */
  id: string
  settings: SignalSettings
  sealedAuthorization: string | null
  version: number
  deliveredAt: Date | null
  failedAt: Date | null
  failure: string | null
}

type Tables = {
  signal_streams: {
    app_id: string
    id: string
    settings: SignalSettings
    sealed_authorization: string | null
    version: number
    updated_at: Date
    delivered_at: Date | null
    failed_at: Date | null
    failure: string | null
  }
}
const tables = (r: Reader): Kysely<Tables> => r.withTables<Tables>()

export async function findStream(r: Reader, appId: string): Promise<SignalStream | null> {
  const query = tables(r).selectFrom('signal_streams').selectAll().where('app_id', '=', appId)
  const row = await query.executeTakeFirst()
  if (!row) return null
  return {
    appId: row.app_id,
    id: row.id,
    settings: row.settings,
    sealedAuthorization: row.sealed_authorization,
    version: row.version,
    deliveredAt: row.delivered_at,
    failedAt: row.failed_at,
    failure: row.failure,
  }
}

/** False when somebody else changed it since `version` was read (0: since there was none). */
export async function saveStream(
  tx: Tx,
  stream: Pick<SignalStream, 'appId' | 'id' | 'settings' | 'sealedAuthorization' | 'version'>,
  now: Date,
): Promise<boolean> {
  const values = {
    settings: jsonText(stream.settings) as never,
    sealed_authorization: stream.sealedAuthorization,
    version: stream.version + 1,
    updated_at: now,
    failed_at: null,
    failure: null,
  }
  const streams = tables(tx)
  const row =
    stream.version === 0
      ? await streams
          .insertInto('signal_streams')
          .values({ app_id: stream.appId, id: stream.id, delivered_at: null, ...values })
          .onConflict((conflict) => conflict.column('app_id').doNothing())
          .returning('app_id')
          .executeTakeFirst()
      : await streams
          .updateTable('signal_streams')
          .set(values)
          .where('app_id', '=', stream.appId)
          .where('version', '=', stream.version)
          .returning('app_id')
          .executeTakeFirst()
  return row !== undefined
}

export async function deleteStream(tx: Tx, appId: string): Promise<boolean> {
  const query = tables(tx).deleteFrom('signal_streams').where('app_id', '=', appId).returning('app_id')
  return (await query.executeTakeFirst()) !== undefined
}

/** How the last delivery went; a failure stays shown until one succeeds. */
export async function noteDelivery(r: Reader, id: string, failure: string | null, now: Date): Promise<void> {
  const set = failure === null ? { delivered_at: now, failed_at: null, failure: null } : { failed_at: now, failure }
  await tables(r).updateTable('signal_streams').set(set).where('id', '=', id).execute()
}
