import { ServiceNowFailure, type ServiceNowFailureCode } from '@hallpass/servicenow-client/failures'

const ofInstance: ReadonlySet<ServiceNowFailureCode> = new Set([
  'unreachable',
  'throttled',
  'unauthorized',
  'misconfigured',
])

/** What is wrong with the instance as a whole, not with one record: the next one would meet the same. */
export const isOfInstance = (error: unknown): boolean =>
  error instanceof ServiceNowFailure && ofInstance.has(error.code)
