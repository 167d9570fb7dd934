import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { AppFailure, misconfigured, notAllowed, notFound, rejected, throttled, unreachable } from '../failures.ts'

/** How long an instance that asked for time is left alone where it did not say. */
const restSeconds = 60

/** What the instance answered, in the words that every app connector uses. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toAppFailure(error)
  }
}

function toAppFailure(error: unknown): unknown {
  if (!(error instanceof ServiceNowFailure)) return error
  if (error.cause instanceof AppFailure && error.cause.code === 'app_misconfigured') return error.cause
  switch (error.code) {
    case 'unreachable':
      return unreachable(error.message, error)
    case 'throttled':
      return throttled(error.retryAfterSeconds ?? restSeconds)
    case 'unauthorized':
    case 'misconfigured':
    case 'field_hidden':
    case 'filter_ignored':
    case 'unexpected_answer':
      return misconfigured(error.message, error)
    case 'forbidden':
      return notAllowed(error.message, error)
    case 'not_found':
      return notFound('The account is no longer in ServiceNow.', error)
    case 'rejected':
    case 'unsafe_value':
      return rejected(error.message, error)
  }
}
