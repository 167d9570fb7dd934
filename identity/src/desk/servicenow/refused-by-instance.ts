import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { type Failure, invalidField } from '../../platform/errors.ts'
import { instanceRefused, instanceSilent } from './errors.ts'

/** What an instance says no to while an administrator sets it up, as an answer to them that names what to change. */
export async function tellRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof ServiceNowFailure ? toFailure(error) : error
  }
}

function toFailure({ code, message }: ServiceNowFailure): Failure {
  switch (code) {
    case 'unauthorized':
      return invalidField('password', message, 'servicenow_login_refused')
    case 'misconfigured':
      return invalidField('instanceUrl', message, 'servicenow_address_wrong')
    case 'unreachable':
    case 'throttled':
      return instanceSilent(message)
    default:
      return instanceRefused(message)
  }
}
