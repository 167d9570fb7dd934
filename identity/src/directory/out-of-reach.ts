import type { Reader } from '../platform/database/database.ts'
import { isRemembered } from '../platform/database/once.ts'
import { directoryById, directoryOfPerson } from './store/directories.ts'
import { groupsOf } from './store/groups.ts'
import { personById } from './store/people.ts'
import { keyOf } from './text.ts'

/**
 * Whether nothing here may reset, unlock, disable or edit this person in their directory (security A.1): because the
 * directory protects them, or because the operator lists them or a group that they are in, however deep. Connectors look
 * at the live entry once more before every write; this is for whoever must decide earlier. Somebody unknown is.
 */
export async function isProtected(r: Reader, personId: string): Promise<boolean> {
  const { person, directory } = await homeOf(r, personId)
  if (!person || !directory) return true
  if (person.protected) return true
  const listed = directory.settings.outOfReach
  if (listed === undefined) return false
  if (listed.logins.some((login) => keyOf(login) === person.login_key)) return true
  if (listed.groups.length === 0) return false
  const names = new Set(listed.groups.map(keyOf))
  const groups = await groupsOf(r, personId)
  return groups.some((group) => names.has(keyOf(group.name)) || (group.handle !== null && names.has(group.handle)))
}

/** In one trip, whether or not the person was read before. */
async function homeOf(r: Reader, personId: string) {
  if (isRemembered(r, 'people', personId)) {
    const person = await personById(r, personId)
    return { person, directory: person && (await directoryById(r, person.directory_id)) }
  }
  const [person, directory] = await Promise.all([personById(r, personId), directoryOfPerson(r, personId)])
  return { person, directory }
}
