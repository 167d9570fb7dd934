/** What a requested item looks like from there, made of what its parts look like here: pure. */
import type { Request } from '../../requests/module.ts'
import type { FulfilmentState, OrderItem } from './types.ts'

export type ItemFacts = {
  item: OrderItem
  /** The request it became; null where it was held already, or refused. */
  request: Pick<Request, 'state' | 'byHand' | 'outcomeReason' | 'outcomeCode' | 'approvals'> | null
  grant: { state: 'pending' | 'active' | 'ended'; startedAt: Date | null; endsAt: Date | null } | null
}
export type ItemState = { state: FulfilmentState; message: string }

export function itemState({ item, request, grant }: ItemFacts): ItemState {
  const { roleName } = item
  if (item.refusal !== null) return { state: 'denied', message: `${roleName}: not given. ${item.refusal}` }
  if (item.alreadyHeld) {
    if (grant?.state === 'ended') return { state: 'ended', message: `${roleName}: the access has ended.` }
    return { state: 'fulfilled', message: `${roleName}: held already, nothing had to be done.` }
  }
  if (!request) return { state: 'checking', message: `${roleName}: approvals are being checked.` }
  switch (request.state) {
    case 'waiting':
      return { state: 'checking', message: `${roleName}: a request for it waits for approval in Hallpass.` }
    case 'fulfilling':
      return request.byHand
        ? { state: 'manual', message: `${roleName}: somebody in IT makes the account.` }
        : { state: 'working', message: `${roleName}: approved, the account is being made.` }
    case 'fulfilled':
      if (grant?.state === 'ended') return { state: 'ended', message: `${roleName}: the access has ended.` }
      return { state: 'fulfilled', message: `${roleName}: ready to use${untilOf(grant?.endsAt ?? null)}.` }
    case 'denied':
      return { state: 'denied', message: `${roleName}: not given. ${reasonOf(request)}`.trim() }
    case 'cancelled':
      return { state: 'ended', message: `${roleName}: stopped. ${reasonOf(request)}`.trim() }
  }
}

/** What a person typed stands in quotes, on one line: nobody takes it for our words, or says it in another language. */
function reasonOf({ state, outcomeReason, outcomeCode, approvals }: NonNullable<ItemFacts['request']>): string {
  const isTyped = outcomeCode === null && (state === 'cancelled' || approvals.some((each) => each.state === 'denied'))
  return isTyped && outcomeReason ? `“${outcomeReason.replace(/\s+/g, ' ').trim()}”` : (outcomeReason ?? '')
}

const untilOf = (endsAt: Date | null): string => (endsAt === null ? '' : ` until ${endsAt.toISOString().slice(0, 10)}`)

/** One state for several roles: work that goes on is told first; what is done is done when all of it is. */
export function orderState(facts: readonly ItemFacts[], isRevoked: boolean): ItemState {
  // What was held or asked for before the order is none of its business when it is taken back.
  const items = facts.filter(({ item }) => !isRevoked || !(item.alreadyHeld || item.follows)).map(itemState)
  const message = items.map((each) => each.message).join('\n')
  const has = (state: FulfilmentState) => items.some((each) => each.state === state)
  const live: FulfilmentState[] = ['checking', 'manual', 'working']
  if (isRevoked) {
    const isOver = items.every(({ state }) => state === 'ended' || state === 'denied')
    return isOver || items.length === 0
      ? { state: 'ended', message: message || 'Stopped before anything was given.' }
      : { state: 'revoking', message }
  }
  for (const state of live) if (has(state)) return { state, message }
  if (has('fulfilled')) return { state: 'fulfilled', message }
  return { state: has('ended') ? 'ended' : 'denied', message }
}
