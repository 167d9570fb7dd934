/** What requests tell the slices to their right; they read the facts when they act. */
import { defineEvent } from '../platform/events.ts'

/** A request was made or moved: asked, approved, rerouted, reminded, settled. */
export const requestChanged = defineEvent<{ requestId: string; version: number }>('requests.request_changed')
/** A request reached its end: fulfilled, denied or cancelled. */
export const requestSettled = defineEvent<{ requestId: string; version: number }>('requests.request_settled')
/** Another version of a policy is in force for new requests: of one role, or (null) the default. */
export const policySet = defineEvent<{ roleId: string | null }>('requests.policy_set')
