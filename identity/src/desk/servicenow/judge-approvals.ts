/** Which approvals of an item count at all, before any policy is asked: pure rules over what was read back. */
import { type ApprovalRow, isUser, type ReadOrder, type SnowUser } from './read-orders.ts'

export type CountedApproval = { user: SnowUser; at: Date; comment: string | null }
export type Judged = { counted: CountedApproval[]; notCounted: string[] }

/**
 * An approval counts when an active person gave it: the row says approved, was written by that person, after the item was
 * ordered and after what was ordered was last written, and the person neither ordered or made the item nor is whom it is for
 * (promise 1, security C.14). Who approved a week of one app has not approved a year of another.
 */
export function judgeApprovals(order: ReadOrder): Judged {
  const counted: CountedApproval[] = []
  const notCounted: string[] = []
  for (const row of order.approvals) {
    if (row.state !== 'approved') continue
    const user = order.users.get(row.approverSysId)
    const given = whenGiven(row, user)
    const fault = faultOf(order, row, user, given)
    if (fault !== null) notCounted.push(fault)
    else if (user && given) counted.push({ user, at: given, comment: row.comments.trim() || null })
  }
  return { counted, notCounted: [...new Set(notCounted)] }
}

/** The row says who wrote it last; where that is somebody else, the history says who approved. Null: not this person. */
function whenGiven({ updatedBy, at, history }: ApprovalRow, user: SnowUser | undefined): Date | null {
  if (isUser(user, updatedBy)) return at
  return history && isUser(user, history.by) ? history.at : null
}

function faultOf(order: ReadOrder, row: ApprovalRow, user: SnowUser | undefined, given: Date | null): string | null {
  if (!user) return 'An approval by somebody who cannot be found does not count.'
  const name = user.userName
  const isOwn =
    user.sysId === order.requestedFor || user.sysId === order.openedBy || isUser(user, order.creator.userName)
  if (isOwn) return `The approval by ${name} does not count: nobody approves what they asked for themselves.`
  if (user.isProgram) return `The approval by ${name} does not count: it is the account of a program.`
  if (!user.isActive) return `The approval by ${name} does not count: the account is no longer active.`
  if (!given && (!row.at || !isUser(user, row.updatedBy)))
    return row.updatedBy === ''
      ? `The approval of ${name} does not count: somebody else wrote it.`
      : `The approval of ${name} does not count: ${row.updatedBy} wrote it.`
  if (!given || (order.openedAt && given.getTime() < order.openedAt.getTime()))
    return `The approval by ${name} does not count: it is older than the order.`
  if (isBeforeChange(order, given))
    return `The approval by ${name} does not count: what was ordered was changed after it was given.`
  return null
}

/**
 * ServiceNow knows whole seconds: what was written in the second of an approval may have come after it. Only answers that
 * came with the item itself, which made it possible to approve at all, came before.
 */
function isBeforeChange({ changedAt, createdAt }: ReadOrder, given: Date): boolean {
  if (!changedAt || given > changedAt) return false
  const isFromOrder = createdAt !== null && changedAt <= createdAt
  return given < changedAt || !isFromOrder
}
