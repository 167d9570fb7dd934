import type { PolicyRules } from '@hallpass/contract/policies'

/** Why no approval of another system can count: what it shows of its approvers is not that they proved it lately. */
export function notProvableElsewhere({ proveWithinMinutes }: Pick<PolicyRules, 'proveWithinMinutes'>): string | null {
  if (!proveWithinMinutes) return null
  return 'Whoever approves this access must confirm who they are, so it is asked for in Hallpass.'
}
