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

function toFailure({ code, message, subject = '' }: ServiceNowFailure): Failure {
  switch (code) {
    case 'unauthorized':
      return invalidField('password', message, 'servicenow_login_refused')
    case 'misconfigured':
      return invalidField('instanceUrl', message, 'servicenow_address_wrong')
    case 'forbidden':
      return instanceRefused(
        `ServiceNow does not let this administrator do this: ${subject}. Use one with the role admin there.`,
      )
    case 'field_hidden':
      return instanceRefused(`ServiceNow hides ${subject} from this administrator. Use one with the role admin there.`)
    case 'unreachable':
    case 'throttled':
      return instanceSilent(message)
    default:
      return instanceRefused(message)
  }
}
