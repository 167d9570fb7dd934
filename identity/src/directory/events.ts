/** What happens to people and groups. Events hurry and tell; whoever acts reads the facts again. */
import { defineEvent } from '../platform/events.ts'

/** A person was seen for the first time. */
export const personAdded = defineEvent<{ personId: string; version: number }>('directory.person_added')
/** Names, addresses, title, department or manager differ from before. */
export const personChanged = defineEvent<{ personId: string; version: number }>('directory.person_changed')
/** Addresses or numbers came or went, of somebody who was known before; `at` is the time that those which moved have. */
export const contactsChanged = defineEvent<{ personId: string; at: string }>('directory.contacts_changed')
export const personDisabled = defineEvent<{ personId: string; version: number }>('directory.person_disabled')
/** Active again after having been disabled or gone. */
export const personEnabled = defineEvent<{ personId: string; version: number }>('directory.person_enabled')
export const personGone = defineEvent<{ personId: string; version: number }>('directory.person_gone')
/** The name or the members of a group differ from before, or the group is gone. */
export const groupChanged = defineEvent<{ groupId: string; version: number }>('directory.group_changed')
/** The directory says that a password was set, and this service did not set it. */
export const passwordSetOutside = defineEvent<{ personId: string }>('directory.password_set_outside')
/** A directory was connected, changed, paused or taken away by somebody; told in the transaction that does it. */
export const directoryChanged = defineEvent<{
  directoryId: string
  change: 'connected' | 'changed' | 'paused' | 'resumed' | 'removed'
  actorPersonId: string | null
}>('directory.changed')
/** A sync ended well, whether or not it changed anything. */
export const directorySynced = defineEvent<{ directoryId: string; runId: string }>('directory.synced')
