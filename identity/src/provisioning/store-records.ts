/** SQL of records that were made in an app because accounts point at them. */
import type { Selectable } from 'kysely'
import type { Reader, Tx } from '../platform/database/database.ts'
import type { RecordKind } from './connectors/connector.ts'
import { type ProvisioningTables, tables } from './store-tables.ts'

/** Apps tell names apart without their case: all spellings of a name are one record. */
const keyOf = (name: string): string => name.toLowerCase()

export type RecordName = { appId: string; kind: RecordKind; name: string }
export type MadeHere = Selectable<ProvisioningTables['app_records']>

/** Locked until the transaction ends; null where nobody began to make it. */
export async function lockRecord(tx: Tx, { appId, kind, name }: RecordName): Promise<MadeHere | null> {
  const row = await tables(tx)
    .selectFrom('app_records')
    .selectAll()
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('name', '=', keyOf(name))
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** False when another worker began at the same instant. */
export async function beginRecord(
  tx: Tx,
  { appId, kind, name }: RecordName,
  begun: { now: Date; intentId: string; isTakenOver: boolean },
): Promise<boolean> {
  const row = await tables(tx)
    .insertInto('app_records')
    .values({
      app_id: appId,
      kind,
      name: keyOf(name),
      remote_id: null,
      claimed_at: begun.now,
      intent_id: begun.intentId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['app_id', 'kind', 'name'])
        .doUpdateSet({ claimed_at: begun.now, intent_id: begun.intentId })
        .where(({ lit }) => lit(begun.isTakenOver)),
    )
    .returning('name')
    .executeTakeFirst()
  return row !== undefined
}

/** No answer is waited for any more: from now on it is looked for, and after a while made by another. */
export async function noteUnanswered(
  reader: Reader,
  { appId, kind, name }: RecordName,
  { intentId, begunBefore }: { intentId: string; begunBefore: Date },
): Promise<void> {
  await tables(reader)
    .updateTable('app_records')
    .set({ claimed_at: begunBefore })
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('name', '=', keyOf(name))
    .where('intent_id', '=', intentId)
    .where('remote_id', 'is', null)
    .where('claimed_at', '>', begunBefore)
    .execute()
}

export async function saveRecord(reader: Reader, { appId, kind, name }: RecordName, remoteId: string): Promise<void> {
  await tables(reader)
    .updateTable('app_records')
    .set({ remote_id: remoteId })
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('name', '=', keyOf(name))
    .execute()
}

export async function forgetRecord(reader: Reader, { appId, kind, name }: RecordName): Promise<void> {
  await tables(reader)
    .deleteFrom('app_records')
    .where('app_id', '=', appId)
    .where('kind', '=', kind)
    .where('name', '=', keyOf(name))
    .execute()
}

/** Somebody said what became of it: whoever needs the record looks for it from the start. */
export async function forgetUnfinished(tx: Tx, intentId: string): Promise<void> {
  await tables(tx).deleteFrom('app_records').where('intent_id', '=', intentId).where('remote_id', 'is', null).execute()
}

/** After an app moved none of them are there. @returns the intents of those that were being made */
export async function forgetRecords(tx: Tx, appId: string): Promise<string[]> {
  const rows = await tables(tx)
    .deleteFrom('app_records')
    .where('app_id', '=', appId)
    .returning(['intent_id', 'remote_id'])
    .execute()
  return rows.filter(({ remote_id }) => remote_id === null).map(({ intent_id }) => intent_id)
}
