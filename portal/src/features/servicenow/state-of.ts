import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import type { Tone } from '../../ui/status.tsx'

export type ConnectionState = 'disabled' | 'exposed' | 'closed' | 'untried' | 'trouble' | 'works'

export const stateTones: Record<ConnectionState, Tone> = {
  disabled: 'quiet',
  exposed: 'bad',
  closed: 'bad',
  untried: 'warn',
  trouble: 'warn',
  works: 'good',
}

/** What matters most about a connection, in one word. */
export function stateOf(connection: SnowConnection): ConnectionState {
  if (connection.state === 'disabled') return 'disabled'
  if (isExposed(connection)) return 'exposed'
  if (connection.state === 'closed') return 'closed'
  if (connection.instanceId === null) return 'untried'
  return connection.failing > 0 || isFailing(connection) ? 'trouble' : 'works'
}

/** Until new keys are made: those keep nothing open, so the exposed ones are the only ones. */
export function isExposed({ keys }: Pick<SnowConnection, 'keys'>): boolean {
  return keys.some(({ state }) => state === 'exposed') && !keys.some(({ state }) => state === 'current')
}

/** Nothing went well since the last failure; a look that failed is noted at the moment of its failure. */
export function isFailing(connection: SnowConnection): boolean {
  const { lastFailure, heardAt, polledAt, catalogSyncedAt } = connection
  if (lastFailure === null) return false
  return [heardAt, polledAt, catalogSyncedAt].every((at) => at === null || at <= lastFailure.at)
}
