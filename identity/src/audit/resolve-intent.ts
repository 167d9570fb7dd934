import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { intentNotOpen, noSuchEntry } from './errors.ts'
import { intentResolved } from './events.ts'
import { entryById, isIntentOpen } from './store.ts'
import type { Actor, Audit } from './types.ts'

/**
 * Somebody looked at what became of a write to the outside whose answer was lost, and says so. Who keeps the write open
 * settles it first: where a sweep is just doing the same, this waits for it, and then finds the intent no longer open.
 */
export function resolveIntent(
  { db, audit, events }: { db: Database; audit: Audit; events: Pick<Events, 'emit'> },
  input: { intentId: string; happened: boolean; reason: string; actor: Actor },
): Promise<void> {
  return db.transaction(async (tx) => {
    const intent = await entryById(tx, input.intentId)
    if (intent?.body.kind !== 'intent') throw noSuchEntry()
    await events.emit(tx, intentResolved, { intentId: input.intentId, happened: input.happened })
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
