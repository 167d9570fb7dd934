/** What happens in sso that others hurry for. */
import { defineEvent } from '../platform/events.ts'
import type { EndReason } from './types.ts'

/** A session ended before its time: signed out, ended by somebody, or made void. */
export const sessionEnded = defineEvent<{ sessionId: string; personId: string; because: EndReason }>(
  'sso.session_ended',
)

/**
 * Nothing that a person began before counts any more: signed out everywhere, disabled, or their password was reset. Comes
 * even when no session here was open, since sessions in apps outlive ours.
 */
export const everySessionEnded = defineEvent<{ personId: string; because: EndReason }>('sso.every_session_ended')
