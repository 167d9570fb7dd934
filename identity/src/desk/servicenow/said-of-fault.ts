import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import { Failure } from '../../platform/errors.ts'
import type { ServiceNowDeps } from './deps.ts'

/**
 * What is said with the connection where one of many could not be told or read: what the instance said, else `said`, which
 * points to our log. None of the others is held up by it.
 * @throws the error itself where the database is away
 */
export function saidOfFault({ log }: Pick<ServiceNowDeps, 'log'>, error: unknown, said: string, ids: object): string {
  if (error instanceof ServiceNowFailure) return error.message
  if (error instanceof Failure && error.kind === 'unavailable') throw error
  log.error({ err: error, ...ids }, said)
  return said
}
