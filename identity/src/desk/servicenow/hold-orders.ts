/** Items about which nothing can be decided yet: both sides say why, they are looked at again, and end in words in the end. */
import { Failure } from '../../platform/errors.ts'
import { TryAgainAt } from '../../platform/jobs/jobs.ts'
import { type DecideOrderDeps, giveUpOrder, isOverdue, sayOfOrder } from './decide-order.ts'
import type { ServiceNowDeps } from './deps.ts'
import { checkingSentence } from './receive-order.ts'
import { noteOnConnection } from './store-connections.ts'
import type { Connection, Order } from './types.ts'

export type HoldOrdersDeps = DecideOrderDeps & Pick<ServiceNowDeps, 'log'>

/** An item, and what came when it was to be decided. */
export type HeldOrder = { order: Order; error: unknown }

/** What cannot be decided is looked at again after this long; where a directory is the reason, after as long as it has waited. */
const pauseSecondsMin = 60
const pauseSecondsMax = 900

type Reason = {
  /** The item says it to whoever ordered; null where nothing new is said. */
  item: string | null
  onConnection: (numbers: string) => string
  /** How it ends after a day of this; null where it never does. */
  end: string | null
}

const fault: Reason = {
  item: null,
  onConnection: (numbers) => `Hallpass could not decide ${numbers}; its log says why.`,
  end: 'Hallpass could not decide this item. Ask IT to look into its log, and order again.',
}
/** By the code of the failure. A directory that is silent is mended by people who are told of it; one that is paused may never go on. */
const ofDirectories: Readonly<Record<string, Reason>> = {
  decision_paused: {
    item: 'Somebody this item rests on is in a directory that is paused. It is decided once that goes on, and ends after a day.',
    onConnection: (numbers) => `Hallpass does not decide ${numbers} while a directory is paused.`,
    end: 'Somebody this item rests on is in a directory that is paused. Order again once that goes on.',
  },
  directory_stale: {
    item: 'Somebody this item rests on is in a directory that does not answer. It is decided once that answers.',
    onConnection: (numbers) => `Hallpass does not decide ${numbers} while a directory does not answer.`,
    end: null,
  },
}

/** Whether it is no fault of ours, but a directory (or the database) that is away for a while. */
export const isAway = (error: unknown): boolean => error instanceof Failure && error.kind === 'unavailable'

const reasonOf = (error: unknown): Reason | null => {
  if (!isAway(error)) return fault
  return (error instanceof Failure && ofDirectories[error.code]) || null
}

/** Null where none of them has to be looked at again. Nothing that one of them is refused for holds up the others. */
export async function holdOrders(
  deps: HoldOrdersDeps,
  connection: Connection,
  held: readonly HeldOrder[],
): Promise<TryAgainAt | null> {
  const now = deps.clock.now()
  const again: { seconds: number; said: string }[] = []
  for (const reason of new Set(held.map(({ error }) => reasonOf(error)))) {
    const orders = held.flatMap(({ order, error }) => (reasonOf(error) === reason ? [order] : []))
    const said = reason?.onConnection(orders.map(({ ritmNumber }) => ritmNumber).join(', ')) ?? 'Hallpass is away'
    if (reason) await noteOnConnection(deps.db, connection.id, { last_failure_at: now, last_failure: said })
    for (const order of orders) {
      if (reason && (await isEnded(deps, order, reason))) continue
      const waitedSeconds = reason?.item ? (now.getTime() - order.createdAt.getTime()) / 1000 : 0
      again.push({ seconds: Math.min(pauseSecondsMax, Math.max(pauseSecondsMin, waitedSeconds)), said })
    }
  }
  const [next] = again.toSorted((a, b) => a.seconds - b.seconds)
  return next ? new TryAgainAt(new Date(now.getTime() + next.seconds * 1000), next.said) : null
}

/** False where it goes on waiting, because of a fault as well: what one item is must not hold up the others. */
async function isEnded(deps: HoldOrdersDeps, order: Order, { item, end }: Reason): Promise<boolean> {
  try {
    const says = item ?? checkingSentence
    const isSaid = order.message === says
    // What it waited for before is another matter: it says why it waits for as long as it has waited for that.
    if (!isSaid) await sayOfOrder(deps, order.id, says)
    if (end === null || !isSaid || !isOverdue(order.changedAt, deps.clock.now())) return false
    await giveUpOrder(deps, order.id, end)
    return true
  } catch (error) {
    deps.log.error({ err: error, connectionId: order.connectionId, orderId: order.id }, 'an item could not be ended')
    return false
  }
}
