/**
 * What only an instance can tell about ServiceNow's Password Reset application: its documentation names the objects, not
 * their columns. Everything this app assumes of them is here and in `fluent/password/credential-store-type.now.ts`;
 * the set-up step in docs/guides/connect-servicenow.md says how to check each line and what to change.
 */
export const resetRequest = {
  table: 'pwd_reset_request',
  /** Reference to sys_user: whose password it is. */
  user: 'user',
  /** How the request was begun: `self_service` or `service_desk`; anything else counts as the desk. */
  processType: 'process.type',
  selfService: 'self_service',
} as const

/** Choices of the outputs Status and Locked. */
export const statusChoices = { success: 'success', failure: 'failure', pending: 'pending' } as const
export const lockedChoices = { yes: 'true', no: 'false', unknown: 'unknown' } as const

/** The built-in subflow that ends a request which was left pending, its inputs, and what they may be. */
export const updateStatusSubflow = {
  name: 'global.update_password_reset_request_status',
  request: 'password_reset_request',
  status: 'status',
  message: 'error_message',
  completedWithSuccess: 'Completed With Success',
  completedWithFailure: 'Completed With Failure',
} as const
