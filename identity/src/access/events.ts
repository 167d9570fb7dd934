/** What access tells the slices to its right; they read the facts when they act. */
import { defineEvent } from '../platform/events.ts'

/** A grant became pending, active, ended or longer, or what its role carries changed. */
export const grantChanged = defineEvent<{ grantId: string; personId: string; roleId: string }>('access.grant_changed')
export const grantEnded = defineEvent<{ grantId: string; personId: string; roleId: string }>('access.grant_ended')
export const appAdded = defineEvent<{ appId: string }>('access.app_added')
export const appRetired = defineEvent<{ appId: string }>('access.app_retired')
/** What a role carries or who owns it changed; `appIds` are those added, removed or carried differently. Each grant they concern is told of as `grantChanged` too. */
export const roleChanged = defineEvent<{ roleId: string; appIds: string[] }>('access.role_changed')
/** A role gives something else in these apps than before, or is new; `actorPersonId` is null for the command line or a part of the service. */
export const entitlementsChanged = defineEvent<{ roleId: string; appIds: string[]; actorPersonId: string | null }>(
  'access.entitlements_changed',
)
/** What people may ask for, or how it is called, looks different: a role or an app was made or edited. Its end is told by the others. */
export const offerChanged = defineEvent<{ subjectId: string }>('access.offer_changed')
