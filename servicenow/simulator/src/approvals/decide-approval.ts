/** An answer that was asked for; `group` is '' where a person was asked for himself. */
export type Asked = { state: string; group: string }

/** How a group's answers count: the first decides, or all must agree; a percentage or a number of approvals. */
export type GroupRule = { waitFor: string; rejectHandling: string }

export type Outcome = 'requested' | 'approved' | 'rejected' | 'not requested'

const open = new Set(['requested', 'not requested'])
/** Answers that no longer count. */
const idle = new Set(['not_required', 'cancelled', 'duplicate'])

/** What the answers to one task amount to: every person asked and every group must approve; one rejection rejects. */
export function decideApproval(asked: readonly Asked[], groups: ReadonlyMap<string, GroupRule>): Outcome {
  const counted = asked.filter((one) => !idle.has(one.state))
  if (counted.length === 0) return 'not requested'
  const parts: Outcome[] = counted.filter((one) => one.group === '').map((one) => outcomeOf(one.state))
  for (const group of new Set(asked.map((one) => one.group)))
    if (group !== '')
      parts.push(
        decideGroup(
          asked.filter((one) => one.group === group),
          groups.get(group),
        ),
      )
  if (parts.includes('rejected')) return 'rejected'
  return parts.every((part) => part === 'approved') ? 'approved' : 'requested'
}

export function decideGroup(
  asked: readonly Asked[],
  rule: GroupRule = { waitFor: 'any', rejectHandling: 'reject' },
): Outcome {
  const counted = asked.filter((one) => !idle.has(one.state))
  const approvals = asked.filter((one) => one.state === 'approved').length
  const rejections = asked.filter((one) => one.state === 'rejected').length
  if (rejections > 0 && rule.rejectHandling !== 'wait') return 'rejected'
  if (approvals >= needed(rule.waitFor, counted.length)) return 'approved'
  if (rejections > counted.length - needed(rule.waitFor, counted.length)) return 'rejected'
  return 'requested'
}

/** `any`, `all`, `50%`, or a plain number. */
function needed(waitFor: string, asked: number): number {
  if (waitFor === 'all') return Math.max(1, asked)
  if (waitFor.endsWith('%')) return Math.max(1, Math.ceil((asked * Number(waitFor.slice(0, -1))) / 100))
  return Math.max(1, Number(waitFor) || 1)
}

function outcomeOf(state: string): Outcome {
  if (open.has(state)) return 'requested'
  return state === 'rejected' ? 'rejected' : 'approved'
}
