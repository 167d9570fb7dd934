import type { Database } from '../platform/database/database.ts'
import { intentNotOpen, noSuchEntry } from './errors.ts'
import { entryById, isIntentOpen } from './store.ts'
import type { Actor, Audit } from './types.ts'

/** Somebody looked at what became of a write to the outside whose answer was lost, and says so. */
export function resolveIntent(
  { db, audit }: { db: Database; audit: Audit },
  input: { intentId: string; happened: boolean; reason: string; actor: Actor },
): Promise<void> {
  return db.transaction(async (tx) => {
    const intent = await entryById(tx, input.intentId)
    if (intent?.body.kind !== 'intent') throw noSuchEntry()
    if (!(await isIntentOpen(tx, input.intentId))) throw intentNotOpen()
    const { action, subjects } = intent.body
    audit.outcome(
      tx,
      input.intentId,
      { ok: input.happened },
      { action, subjects, actor: input.actor, reason: input.reason },
    )
  })
}
