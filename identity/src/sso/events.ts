/** What happens in sso that others hurry for. */
import { defineEvent } from '../platform/events.ts'

/** A session ended before its time: signed out, ended by somebody, or made void. */
export const sessionEnded = defineEvent<{ sessionId: string; personId: string }>('sso.session_ended')
