/**
 * After a restore every code, link, pass, challenge and ticket of the past is void, recovery codes with them: which of those
 * were used since the backup nobody knows any more. The counters of tries go on.
 */
export const voidOnRestore: readonly string[] = [
  'delete from reset_attempts',
  'delete from password_tickets',
  'delete from one_time_links',
  'delete from challenges',
  'delete from factor_enrolments',
  'delete from temporary_passes',
  'delete from recovery_codes',
]
