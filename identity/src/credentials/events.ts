/** What credentials tells the slices to its right; the facts are read again by whoever acts. */
import { defineEvent } from '../platform/events.ts'

/** A password was set in its directory, by reset, first password or own change. Sessions ended before. */
export const passwordChanged = defineEvent<{ personId: string }>('credentials.password_changed')
/** All tries of an attempt were used up on wrong codes. */
export const resetFailed = defineEvent<{ personId: string; attemptId: string }>('credentials.reset_failed')
/** The person says that a new password was not their doing. */
export const resetDisputed = defineEvent<{ personId: string }>('credentials.reset_disputed')
/** Somebody asked for a new password and did not go on. */
export const resetAbandoned = defineEvent<{ personId: string; attemptId: string }>('credentials.reset_abandoned')
/** A reset or unlock was finished, through whichever door; `recovery` tells about it. */
export const recoveryFinished = defineEvent<{ recoveryId: string }>('credentials.recovery_finished')
