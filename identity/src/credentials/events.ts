/** What credentials tells the slices to its right; the facts are read again by whoever acts. */
import { defineEvent } from '../platform/events.ts'

/** A password was set in its directory, by reset, first password or own change. Sessions ended before. */
export const passwordChanged = defineEvent<{ personId: string }>('credentials.password_changed')
/** Somebody could not recover by themselves; null when nobody knows who. */
export const resetFailed = defineEvent<{
  personId: string | null
  attemptId: string
  reason: 'tries_used' | 'no_proof' | 'address_rests' | 'no_second_proof'
}>('credentials.reset_failed')
/** A code was sent, and nobody finished what it began. */
export const resetAbandoned = defineEvent<{ personId: string; attemptId: string }>('credentials.reset_abandoned')
/** The person says that a new password was not their doing. */
export const resetDisputed = defineEvent<{ personId: string }>('credentials.reset_disputed')
/** A factor was added, removed or renamed, or new recovery codes were made. */
export const factorChanged = defineEvent<{
  personId: string
  kind: string
  change: 'added' | 'removed' | 'renamed' | 'codes_made'
}>('credentials.factor_changed')
/** A reset, unlock or change is done, through whichever door. */
export const recoveryFinished = defineEvent<{ recoveryId: string }>('credentials.recovery_finished')
/** How people of a directory or group may recover was changed; null for the command line. */
export const recoveryRulesChanged = defineEvent<{
  of: 'directory' | 'group'
  subjectId: string
  authorId: string | null
}>('credentials.recovery_rules_changed')
/** One wrong password is being tried on many people. */
export const passwordSprayed = defineEvent<{ people: number }>('credentials.password_sprayed')
