import type { Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { passwordChanged } from './events.ts'
import { moveValidity } from './store.ts'

export type OnPasswordSetOutsideDeps = { clock: Clock; events: Events; audit: Pick<Audit, 'record'> }

/** Somebody set the password in the directory itself: whoever knew the one before loses sessions and tokens here too. */
export async function onPasswordSetOutside(deps: OnPasswordSetOutsideDeps, tx: Tx, personId: string): Promise<void> {
  await moveValidity(tx, personId, deps.clock.now(), null)
  deps.audit.record(tx, {
    action: 'password.set_outside',
    actor: { kind: 'system', name: 'credentials.on-password-set-outside' },
    subjects: { personId },
  })
  await deps.events.emit(tx, passwordChanged, { personId })
}
