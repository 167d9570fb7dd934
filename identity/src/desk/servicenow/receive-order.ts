import type { Tx } from '../../platform/database/database.ts'
import type { JobSpec } from '../../platform/jobs/jobs.ts'
import type { ServiceNowDeps } from './deps.ts'
import { otherOrder } from './errors.ts'
import { firstNamed } from './in-language.ts'
import { findOrder, insertOrder } from './store-orders.ts'
import type { Connection, Order } from './types.ts'

/** What an item says from the first moment on, and while there is nothing else to say. */
export const checkingSentence = 'Hallpass is checking the approvals of this item.'

export type ReceiveOrderDeps = Pick<ServiceNowDeps, 'clock' | 'ids' | 'jobs'>

export type ReceivedOrder = {
  ritm: { sysId: string; number: string }
  requestSysId: string | null
  door: 'push' | 'pull'
  /** Whom the call said it is for; held against what the instance says when it is read. */
  requestedFor: string | null
  /** Of whoever it is for, where the call said it. */
  language?: string | undefined
}

export const takeUpTask = 'servicenow.take-up'

export function takeUpJob(connectionId: string, orderIds: readonly string[]): JobSpec {
  return { task: takeUpTask, payload: { connectionId, orderIds }, maxAttempts: 1000 }
}

/** Writes down that an item is there and has it read. The same item again, by whichever door, is the one that is known. */
export async function receiveOrder(
  deps: ReceiveOrderDeps,
  tx: Tx,
  connection: Connection,
  received: ReceivedOrder,
): Promise<{ order: Order; isNew: boolean }> {
  const now = deps.clock.now()
  const order: Order = {
    id: deps.ids.next(),
    connectionId: connection.id,
    ritmSysId: received.ritm.sysId,
    ritmNumber: received.ritm.number,
    requestSysId: received.requestSysId,
    door: received.door,
    toldRequestedFor: received.requestedFor,
    personId: null,
    state: 'checking',
    message: checkingSentence,
    workNote: '',
    revokedReason: null,
    language: firstNamed(received.language, connection.language),
    version: 0,
    toldVersion: 0,
    tellFailures: 0,
    createdAt: now,
    changedAt: now,
  }
  if (await insertOrder(tx, order)) return { order, isNew: true }
  const known = await findOrder(tx, { connectionId: connection.id, ritmSysId: received.ritm.sysId })
  if (!known) throw new Error('an order that is there cannot be read')
  const differs = known.toldRequestedFor && received.requestedFor && known.toldRequestedFor !== received.requestedFor
  if (differs) throw otherOrder()
  return { order: known, isNew: false }
}

/** One item that a call brought: received, and to be read at once. */
export async function receiveAndTakeUp(
  deps: ReceiveOrderDeps,
  tx: Tx,
  connection: Connection,
  received: ReceivedOrder,
): Promise<Order> {
  const { order, isNew } = await receiveOrder(deps, tx, connection, received)
  if (isNew) await deps.jobs.enqueue(tx, takeUpJob(connection.id, [order.id]))
  return order
}
