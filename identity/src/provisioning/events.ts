/** What provisioning tells the slices to its right. */
import { defineEvent } from '../platform/events.ts'

/**
 * Told in the same transaction before `accountSettled`, and before the account's row is touched: who acts on that one takes
 * its locks now. Elsewhere requests and grants are locked before accounts too, so that no two wait for each other in a circle.
 */
export const accountSettling = defineEvent<{ personId: string }>('provisioning.account_settling')

/**
 * The account matches the newest wish: it is there, or has ended. `grantIds` are the grants it was made for.
 * A role that carries no app with accounts settles at once, with an empty `appId`.
 */
export const accountSettled = defineEvent<{ personId: string; appId: string; grantIds: string[] }>(
  'provisioning.account_settled',
)

/** The account will not settle by itself for now: a person must do something, or the app keeps failing. */
export const accountStuck = defineEvent<{ personId: string; appId: string }>('provisioning.account_stuck')

/** How accounts are made in an app was changed by somebody; told in the transaction that does it. */
export const connectionChanged = defineEvent<{ appId: string; actorPersonId: string | null }>(
  'provisioning.connection_changed',
)
