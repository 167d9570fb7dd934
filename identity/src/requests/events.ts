/** What requests tell the slices to their right; they read the facts when they act. */
import { defineEvent } from '../platform/events.ts'

/** A request was made or moved: asked, approved, rerouted, reminded, settled. */
export const requestChanged = defineEvent<{ requestId: string; version: number }>('requests.request_changed')
/** A request reached its end: fulfilled, denied or cancelled. */
export const requestSettled = defineEvent<{ requestId: string; version: number }>('requests.request_settled')
