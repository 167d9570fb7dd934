import type { Home } from '../directory/module.ts'
import type { Secret } from '../platform/secret.ts'
import type { RecentPasswords } from './recent-passwords.ts'

/**
 * After a new password was set, some directories take the one before for a while longer (Active Directory: an hour), so
 * that a bind alone proves nothing. The directory's own proof decides; where it cannot be asked, whether this is the
 * password that we set; else it is not taken (security B.10).
 */
export async function isPresentPassword(
  deps: { recentPasswords: RecentPasswords },
  input: { personId: string; home: Home; password: Secret },
): Promise<boolean> {
  const { personId, home, password } = input
  let silence: unknown
  const told = await home.connector.proofs?.isPresentPassword(home.ref, password).catch((error: unknown) => {
    silence = error
    return 'unknown' as const
  })
  if (told === 'yes') return true
  if (told === 'no') return false
  const isOurs = await deps.recentPasswords.matches(personId, password)
  if (isOurs === null && silence !== undefined) throw silence
  return isOurs === true
}
